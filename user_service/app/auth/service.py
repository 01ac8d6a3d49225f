"""Signing in, visiting as a guest, refreshing, signing out."""

import hmac
from dataclasses import dataclass
from datetime import timedelta
from typing import NoReturn

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.config import SERVICES, service_secret
from common.database import Database, retrying, system_scope
from common.events import publish
from user_service.app.accounts.errors import UserNotFound
from user_service.app.accounts.schemas import Registration, User
from user_service.app.accounts.service import AccountService, CheckedUser, PasswordService
from user_service.app.audit.service import AuditLog
from user_service.app.auth import repository
from user_service.app.auth.access_tokens import DELEGATED_SECONDS, SERVICE_PERMISSIONS, AccessTokens
from user_service.app.auth.errors import AccountClosed, NotForThisService, UnknownClient, WrongCredentials
from user_service.app.auth.limits import SignInLimits
from user_service.app.auth.models import Guest
from user_service.app.auth.schemas import DelegatedToken, DelegationRequest, SessionStart, TokenPair
from user_service.app.roles.service import GUEST, SHOPPER
from user_service.app.sessions.errors import InvalidRefreshToken, RefreshTokenReused
from user_service.app.sessions.service import OpenSession, SessionService
from user_service.app.settings import UserSettings

_GUESTS_AT_ONCE = 500
DELEGATES = "svc_ai_service"
KNOWN_CLIENTS = frozenset({*SERVICES, *SERVICE_PERMISSIONS})


@dataclass(frozen=True)
class GuestVisit:
    """A guest who proved to be one, by a token of theirs."""

    guest_id: str
    session_id: str


@dataclass(frozen=True)
class AuthService:
    database: Database
    settings: UserSettings
    accounts: AccountService
    passwords: PasswordService
    sessions: SessionService
    tokens: AccessTokens
    limits: SignInLimits
    audit: AuditLog
    clock: Clock

    async def register(self, registration: Registration, guest: GuestVisit | None, network_address: str) -> User:
        await self.limits.registering(network_address)
        user = await self.accounts.register(registration, network_address=network_address)
        if guest is not None:
            async with self.database.unit_of_work() as session:
                await self._merge(session, guest, user.id)
            await self.sessions.settle()
        return user

    async def sign_in(
        self, email: str, password: str, guest: GuestVisit | None, network_address: str, client: str | None = None
    ) -> TokenPair:
        """Tokens for the owner of this email and password; a guest's cart and chats follow them."""
        email = email.strip().lower()
        self.limits.admit(email, network_address)
        user, matches = await self.passwords.owner_of(email, password)
        if user is None or not matches:
            await self._refuse(email, user.id if user is not None else None, network_address)
        try:
            opened = await self._open(user, guest, network_address, client)
        except UserNotFound as error:  # the password was changed while it was being checked
            raise WrongCredentials from error
        await self.sessions.settle()
        return await self._pair(opened)

    async def _refuse(self, email: str, user_id: str | None, network_address: str) -> NoReturn:
        async with self.database.unit_of_work() as session:
            await self.audit.record(
                session, "sign_in.failed", actor_id=None, subject_id=user_id, network_address=network_address
            )
        await self.limits.failed(email, network_address)
        raise WrongCredentials

    @retrying
    async def _open(
        self, user: CheckedUser, guest: GuestVisit | None, network_address: str, client: str | None
    ) -> OpenSession:
        user_id = user.id
        async with self.database.unit_of_work() as session:
            await self.passwords.confirm(session, user)
            if guest is not None:
                await self._merge(session, guest, user_id)
            opened = await self.sessions.begin(session, user_id, network_address=network_address, client=client)
            await self.audit.record(
                session,
                "sign_in.succeeded",
                actor_id=user_id,
                subject_id=user_id,
                network_address=network_address,
                session_id=opened.session_id,
            )
            return opened

    async def visit(self, network_address: str) -> TokenPair:
        """A new guest."""
        await self.limits.registering(network_address)
        async with self.database.unit_of_work() as session:
            guest = Guest()
            repository.add(session, guest)
            await session.flush()
            return await self._pair(await self.sessions.begin(session, guest.id))

    async def refresh(self, refresh_token: str) -> TokenPair:
        """The next pair of tokens; roles are read anew, so that a promotion takes effect here."""
        return await self._pair(await self.sessions.rotate(refresh_token))

    async def resume(self, refresh_token: str) -> SessionStart | None:
        """The next tokens together with whom they are for; None where the token is over."""
        try:
            pair = await self.refresh(refresh_token)
        except (InvalidRefreshToken, RefreshTokenReused):
            return None
        user = None if is_guest(pair.subject_id) else await self.accounts.get(pair.subject_id)
        return SessionStart(**pair.model_dump(), user=user)

    async def sign_out(self, session_id: str, actor_id: str) -> None:
        await self.sessions.sign_out(session_id, actor_id)

    async def sign_out_by(self, refresh_token: str) -> bool:
        """End the session this refresh token belongs to; False when there is none."""
        found = await self.sessions.subject_of(refresh_token)
        if found is not None:
            await self.sessions.sign_out(*found)
        return found is not None

    async def guest_of(self, refresh_token: str) -> GuestVisit | None:
        """The guest whose refresh token this is, if it is one and still good."""
        found = await self.sessions.subject_of(refresh_token)
        if found is None or not is_guest(found[1]):
            return None
        return GuestVisit(guest_id=found[1], session_id=found[0])

    def service_token(self, client_id: str, client_secret: str) -> TokenPair:
        """A token for one of the suite's own services or tools, which know the secret in DATA_DIR/keys."""
        right = hmac.compare_digest(client_secret.encode(), service_secret(self.settings).encode())
        if not right or client_id not in KNOWN_CLIENTS:
            raise UnknownClient
        return TokenPair(
            access_token=self.tokens.for_service(client_id),
            expires_in=self.settings.service_token_seconds,
            subject_id=f"svc_{client_id}",
        )

    async def delegate(self, wanted: DelegationRequest, service_id: str) -> DelegatedToken:
        """NotForThisService for all but ai_service; AccountClosed when the shopper is gone or may not sign in."""
        if service_id != DELEGATES:
            raise NotForThisService
        token = await self._in_the_name_of(wanted)
        async with self.database.unit_of_work() as session:
            await self.audit.record(
                session,
                "token.delegated",
                actor_id=wanted.actor_id,
                subject_id=wanted.subject_id,
                tool=wanted.tool,
                confirmation_id=wanted.confirmation_id,
            )
        return DelegatedToken(access_token=token, expires_in=DELEGATED_SECONDS)

    async def _in_the_name_of(self, wanted: DelegationRequest) -> str:
        if is_guest(wanted.subject_id):
            if not await self.guest_exists(wanted.subject_id):
                raise AccountClosed
            return self.tokens.for_delegate(wanted, GUEST, ())
        try:
            user = await self.accounts.get(wanted.subject_id)
        except UserNotFound as error:
            raise AccountClosed from error
        if user.status != "active":
            raise AccountClosed
        return self.tokens.for_delegate(wanted, SHOPPER, user.groups)

    async def forget_old_guests(self) -> int:
        """Drop guests of long ago whose last session is over, in small steps; how many."""
        moment = self.clock.now() - timedelta(days=self.settings.guest_days)
        forgotten, after = 0, ""
        with system_scope():
            while True:
                async with self.database.unit_of_work() as session:
                    guests = await repository.older_than(session, moment, after, _GUESTS_AT_ONCE)
                    busy = await self.sessions.with_sessions(session, guests)
                    over = [key for key in guests if key[1] not in busy]
                    if over:
                        await repository.forget(session, over)
                forgotten += len(over)
                if len(guests) < _GUESTS_AT_ONCE:
                    return forgotten
                after = guests[-1][1]

    async def guest_exists(self, guest_id: str) -> bool:
        async with self.database.reading() as session:
            return await repository.by_id(session, guest_id) is not None

    async def _merge(self, session: AsyncSession, guest: GuestVisit, user_id: str) -> None:
        """Tell everybody that this guest is now that person; the guest's own session ends."""
        if not await repository.merge(session, guest.guest_id, user_id, self.clock.now()):
            return
        await self.sessions.revoke(session, [guest.session_id], "merged")
        await publish(session, "guest.merged", user_id, {"guest_id": guest.guest_id, "user_id": user_id})
        await self.audit.record(session, "guest.merged", actor_id=user_id, subject_id=user_id, guest_id=guest.guest_id)

    async def _pair(self, opened: OpenSession) -> TokenPair:
        if is_guest(opened.subject_id):
            access_token = self.tokens.for_guest(opened.subject_id, opened.session_id)
        else:
            user = await self.accounts.get(opened.subject_id)
            access_token = self.tokens.for_person(user.id, opened.session_id, user.roles, user.groups)
        return TokenPair(
            access_token=access_token,
            refresh_token=opened.refresh_token,
            expires_in=self.settings.access_token_seconds,
            subject_id=opened.subject_id,
        )


def is_guest(subject_id: str) -> bool:
    return subject_id.startswith(f"{Guest.id_prefix}_")
