"""Inviting somebody, asking for a new password, and choosing it behind the link."""

import asyncio
import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, after_commit, system_scope
from common.errors import InvalidInput
from common.security.caller import Caller
from common.security.passwords import hash_password
from user_service.app.account_links import repository, schemas
from user_service.app.account_links.errors import LinkSpent, NotInvited
from user_service.app.account_links.limits import ResetLimits
from user_service.app.account_links.models import INVITATION, PASSWORD_RESET, AccountLink
from user_service.app.account_links.seals import LinkSeals, parts
from user_service.app.accounts.errors import EmailTaken, UserNotFound
from user_service.app.accounts.schemas import PersonCreate, User
from user_service.app.accounts.service import AccountService, PasswordService
from user_service.app.audit.service import AuditLog
from user_service.app.roles.service import SHOPPER
from user_service.app.settings import UserSettings

PATH = "/api/v1/auth/password-reset"
LIVES = {INVITATION: timedelta(days=7), PASSWORD_RESET: timedelta(hours=1)}
FORGOTTEN_AFTER = timedelta(days=7)


class PasswordIsTheEmail(InvalidInput):
    code, title = "password_is_the_email", "The password must not be the email address"


@dataclass(frozen=True)
class AccountLinks:
    """`wake` tells the loop that mails links that there is one."""

    database: Database
    settings: UserSettings
    seals: LinkSeals
    accounts: AccountService
    passwords: PasswordService
    audit: AuditLog
    limits: ResetLimits
    clock: Clock
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    async def invite(self, person: PersonCreate, *, caller: Caller) -> schemas.Invitation:
        """A new account without a password, and the link to choose one. EmailTaken where one exists."""
        roles = [role for role in person.roles if role != SHOPPER]
        if roles:
            caller.require("roles:write")
        try:
            async with self.database.unit_of_work() as session:
                user = await self.accounts.add(session, person, None, roles, invited_by=caller.subject_id)
                link = await self._issue(session, user.id, INVITATION)
        except IntegrityError as error:
            raise EmailTaken from error
        return schemas.Invitation(user=user, link=self.url(link), expires_at=link.expires_at)

    async def invite_again(self, user_id: str, *, caller: Caller) -> schemas.Invitation:
        """Another link for somebody who has not chosen a password yet; earlier ones end."""
        await self.accounts.require_power_over(user_id, caller)
        async with self.database.unit_of_work() as session:
            user = await self.accounts.read(session, user_id)
            if user.status != "invited":
                raise NotInvited
            await repository.void_others(session, user_id, self.clock.now())
            link = await self._issue(session, user_id, INVITATION)
            await self.audit.record(session, "user.invited", actor_id=caller.subject_id, subject_id=user_id)
        return schemas.Invitation(user=user, link=self.url(link), expires_at=link.expires_at)

    async def void(self, session: AsyncSession, user_id: str) -> None:
        """Links that are under way open nothing any more: their mail went to somebody who need not be the person."""
        await repository.void_others(session, user_id, self.clock.now())

    async def ask(self, email: str, network_address: str) -> None:
        """Somebody forgot their password. Takes as long, and leaves a row, whether or not there is an account."""
        await self.limits.admit(email, network_address)
        async with self.database.unit_of_work() as session:
            user = await self.accounts.by_email(session, email)
            reachable = user is not None and user.status != "deactivated"
            if user is not None and reachable:
                await self._issue(session, user.id, PASSWORD_RESET)
            await self.audit.record(
                session,
                "password.reset_asked",
                actor_id=None,
                subject_id=user.id if user is not None else None,
                network_address=network_address,
            )

    async def send_reset(self, user_id: str, *, caller: Caller) -> None:
        """Staff have a link mailed to somebody; nobody but its receiver sees it."""
        await self.accounts.require_power_over(user_id, caller)
        async with self.database.unit_of_work() as session:
            await self._issue(session, user_id, PASSWORD_RESET)
            await self.audit.record(session, "password.reset_sent", actor_id=caller.subject_id, subject_id=user_id)

    async def for_owner(self, email: str | None) -> schemas.OwnerLink:
        """A link for the shop's owner, asked for on the machine itself when nobody can sign in any more.

        A deactivated owner becomes active again: this is the way back in.
        """
        async with self.database.unit_of_work() as session:
            owner = await self.accounts.open_owner(session, email)
            link = await self._issue(session, owner.id, PASSWORD_RESET, mail=False)
            await self.audit.record(session, "password.reset_by_command", actor_id=None, subject_id=owner.id)
        return schemas.OwnerLink(email=owner.email, link=self.url(link), expires_at=link.expires_at)

    async def owner_of(self, token: str) -> User:
        """Whose link this is, without using it up; LinkSpent where it is not good."""
        async with self.database.reading() as session:
            link = await self._good(session, token)
            return await self._person(session, link.user_id)

    async def redeem(self, given: schemas.NewPassword, network_address: str) -> User:
        """Set the password. Of several who use the link at once one succeeds; a refusal leaves it good."""
        user = await self.owner_of(given.token)
        if given.password.casefold() == user.email.casefold():
            raise PasswordIsTheEmail
        password_hash = await hash_password(given.password)
        now = self.clock.now()
        async with self.database.unit_of_work() as session:
            link = await self._good(session, given.token)
            if not await repository.use(session, link.id, now):
                raise LinkSpent
            await repository.void_others(session, link.user_id, now)
            try:
                await self.passwords.set(session, link.user_id, password_hash, network_address)
            except UserNotFound as error:  # deactivated meanwhile
                raise LinkSpent from error
        await self.passwords.sessions.settle()
        return user

    def url(self, link: AccountLink) -> str:
        return f"{self.settings.public_url}{PATH}?token={self.seals.token(link.id, link.salt)}"

    async def forget_old(self) -> None:
        with system_scope():
            async with self.database.unit_of_work() as session:
                await repository.forget_before(session, self.clock.now() - FORGOTTEN_AFTER)

    async def _issue(self, session: AsyncSession, user_id: str, purpose: str, *, mail: bool = True) -> AccountLink:
        now = self.clock.now()
        link = AccountLink(user_id=user_id, purpose=purpose, salt=secrets.token_urlsafe(24), created_at=now)
        link.expires_at = now + LIVES[purpose]
        link.mail_due_at = now if mail else None
        repository.add(session, link)
        await session.flush()
        after_commit(session, self.wake.set)
        return link

    async def _good(self, session: AsyncSession, token: str) -> AccountLink:
        named = parts(token)
        link = await repository.by_id(session, named[0]) if named is not None else None
        if named is None or link is None or not self.seals.fits(named[1], link.id, link.salt):
            raise LinkSpent
        if link.used_at is not None or link.expires_at <= self.clock.now():
            raise LinkSpent
        return link

    async def _person(self, session: AsyncSession, user_id: str) -> User:
        user = await self.accounts.read(session, user_id)
        if user.status == "deactivated":
            raise LinkSpent
        return user
