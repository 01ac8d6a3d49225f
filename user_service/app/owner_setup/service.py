"""A shop without demo accounts starts with nobody in it; whoever holds the printed link becomes its owner."""

import hmac
import secrets
from dataclasses import dataclass
from pathlib import Path

import orjson

from common.config import private_file
from common.database import DEFAULT_TENANT, Database, use_tenant
from user_service.app.accounts.schemas import Registration, User
from user_service.app.accounts.service import AccountService, RoleAssignment
from user_service.app.owner_setup.errors import SetupLinkSpent
from user_service.app.owner_setup.schemas import OwnerForm
from user_service.app.roles.service import OWNER
from user_service.app.settings import UserSettings

PATH = "/api/v1/auth/owner-setup"


@dataclass(frozen=True)
class OwnerSetup:
    database: Database
    settings: UserSettings
    accounts: AccountService
    roles: RoleAssignment

    @property
    def _token_file(self) -> Path:
        return self.settings.data_dir / "keys" / "owner_setup_token"

    @property
    def _first_start_file(self) -> Path:
        return self.settings.data_dir / "first-start.json"

    async def offer(self) -> None:
        """While there is no owner, leave the link where the supervisor finds and prints it."""
        with use_tenant(DEFAULT_TENANT):
            if await self.roles.there_is_an_owner():
                return
        token = private_file(self._token_file, lambda: secrets.token_urlsafe(24).encode()).decode()
        link = f"{self.settings.public_url}{PATH}?token={token}"
        private_file(self._first_start_file, lambda: orjson.dumps({"owner_link": link}))

    def check(self, token: str) -> None:
        """SetupLinkSpent unless this is the token of the link that was printed."""
        if not token or not hmac.compare_digest(token.encode(), self._expected()):
            raise SetupLinkSpent

    def _expected(self) -> bytes:
        try:
            return self._token_file.read_bytes()
        except FileNotFoundError as error:
            raise SetupLinkSpent from error

    async def claim(self, form: OwnerForm, network_address: str) -> User:
        """Make the first owner. Of several who try at once, one wins; a failure gives the link back."""
        self.check(form.token)
        taken = self._token_file.with_suffix(f".{secrets.token_hex(4)}")
        try:
            self._token_file.rename(taken)
        except FileNotFoundError as error:
            raise SetupLinkSpent from error
        registration = Registration(email=form.email, password=form.password, name=form.name)
        try:
            owner = await self.accounts.register(registration, roles=[OWNER], network_address=network_address)
        except BaseException:
            taken.rename(self._token_file)
            raise
        taken.unlink()
        self._first_start_file.unlink(missing_ok=True)
        return owner
