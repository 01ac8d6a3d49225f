"""Checking and changing a password, at the same cost whether or not the account exists."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from common.security.passwords import hash_password, verify_password
from user_service.app.accounts import models, repository
from user_service.app.accounts.errors import AccountDeactivated, UserNotFound, WrongPassword
from user_service.app.audit.service import AuditLog
from user_service.app.sessions.service import SessionService

CheckedUser = models.User  # whose password was compared


@dataclass(frozen=True)
class PasswordService:
    database: Database
    audit: AuditLog
    sessions: SessionService

    async def owner_of(self, email: str, password: str) -> tuple[models.User | None, bool]:
        """The account with this email, if any, and whether the password is its own."""
        async with self.database.reading() as session:
            user = await repository.by_email(session, email)
        matches = await verify_password(password, user.password_hash if user is not None else None)
        return user, matches

    async def confirm(self, session: AsyncSession, checked: models.User) -> None:
        """In the transaction that opens a session: what was checked before it began must still be true."""
        user = await repository.locked(session, checked.id)
        if user is None or user.password_hash != checked.password_hash:
            raise UserNotFound
        if user.deactivated_at is not None:
            raise AccountDeactivated

    async def set(self, session: AsyncSession, user_id: str, password_hash: str, network_address: str) -> None:
        """A new password in the caller's transaction, for who proved to own the mailbox; every session ends."""
        user = await repository.locked(session, user_id)
        if user is None or user.deactivated_at is not None:
            raise UserNotFound
        await repository.change(session, user_id, {"password_hash": password_hash})
        await self.sessions.revoke_all(session, user_id, "password_reset")
        await self.audit.record(
            session, "password.reset", actor_id=user_id, subject_id=user_id, network_address=network_address
        )

    async def change(self, user_id: str, current: str, new: str, *, session_id: str, network_address: str) -> None:
        """Set a new password and end every other session of this person."""
        async with self.database.reading() as session:
            user = await repository.by_id(session, user_id)
        if user is None:
            raise UserNotFound
        if not await verify_password(current, user.password_hash):
            raise WrongPassword
        password_hash = await hash_password(new)
        async with self.database.unit_of_work() as session:
            await repository.change(session, user_id, {"password_hash": password_hash})
            await self.sessions.revoke_all(session, user_id, "password_changed", except_session=session_id)
            await self.audit.record(
                session,
                "password.changed",
                actor_id=user_id,
                subject_id=user_id,
                network_address=network_address,
            )
        await self.sessions.settle()
