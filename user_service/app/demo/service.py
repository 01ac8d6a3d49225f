"""Moves the demo people in, once, into a shop that has nobody."""

import secrets
from dataclasses import dataclass

import orjson
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.config import private_file
from common.database import DEFAULT_TENANT, Database, use_tenant
from common.security.passwords import hash_password
from user_service.app.accounts.schemas import Registration
from user_service.app.accounts.service import AccountService
from user_service.app.addresses.schemas import AddressCreate
from user_service.app.addresses.service import AddressBook
from user_service.app.demo.people import PEOPLE, DemoPerson
from user_service.app.payment_methods.schemas import PaymentMethodCreate
from user_service.app.payment_methods.service import Wallet
from user_service.app.settings import UserSettings


@dataclass(frozen=True)
class DemoPeople:
    database: Database
    settings: UserSettings
    accounts: AccountService
    addresses: AddressBook
    wallet: Wallet

    async def move_in(self) -> None:
        """Nothing happens when SEED_DEMO is off or anybody is there already."""
        if not self.settings.seed_demo:
            return
        with use_tenant(DEFAULT_TENANT):
            if await self.accounts.page(1, None):
                return
            passwords = self._passwords()
            hashes = {key: await hash_password(password) for key, password in passwords.items()}
            try:
                async with self.database.unit_of_work() as session:
                    for person in PEOPLE:
                        await self._move_in(session, person, passwords[person.key], hashes[person.key])
            except IntegrityError:  # another worker of this service was quicker
                return

    def _passwords(self) -> dict[str, str]:
        """Written down before the accounts exist, so that a crash in between loses none."""

        def make() -> bytes:
            people = {person.key: {"email": person.email, "password": secrets.token_urlsafe(12)} for person in PEOPLE}
            return orjson.dumps(people, option=orjson.OPT_INDENT_2)

        written = orjson.loads(private_file(self.settings.data_dir / "first-start.json", make))
        return {person.key: written[person.key]["password"] for person in PEOPLE}

    async def _move_in(self, session: AsyncSession, person: DemoPerson, password: str, password_hash: str) -> None:
        registration = Registration.model_validate(
            {
                "email": person.email,
                "password": password,
                "first_name": person.first_name,
                "last_name": person.last_name,
                "language": person.language,
            }
        )
        user = await self.accounts.add(session, registration, password_hash, person.roles)
        for address in person.addresses:
            await self.addresses.add(session, user.id, AddressCreate.model_validate(address))
        for method in person.payment_methods:
            await self.wallet.add(session, user.id, PaymentMethodCreate.model_validate(method))
