"""Closing an account to its owner, and opening it again."""

from dataclasses import dataclass

from common.clock import Clock
from common.database import Database, retrying
from common.events import publish
from common.security.caller import Caller
from user_service.app.accounts import repository, schemas
from user_service.app.accounts.errors import LastOwner, OwnAccount, UserNotFound
from user_service.app.accounts.service.accounts import AccountService, require_power_over
from user_service.app.audit.service import AuditLog
from user_service.app.sessions.service import SessionService


@dataclass(frozen=True)
class Activation:
    database: Database
    accounts: AccountService
    audit: AuditLog
    sessions: SessionService
    clock: Clock

    async def deactivate(self, user_id: str, reason: str | None, *, caller: Caller) -> schemas.User:
        """Nobody signs in here any more, and who is signed in is signed out. The shop keeps at least one owner."""
        user = await self._set(user_id, active=False, caller=caller, reason=reason)
        await self.sessions.settle()
        return user

    async def reactivate(self, user_id: str, *, caller: Caller) -> schemas.User:
        return await self._set(user_id, active=True, caller=caller, reason=None)

    @retrying
    async def _set(self, user_id: str, *, active: bool, caller: Caller, reason: str | None) -> schemas.User:
        async with self.database.unit_of_work() as session:
            owners = await repository.owners(session)
            user = await repository.locked(session, user_id)
            if user is None:
                raise UserNotFound
            await require_power_over(session, caller, user_id)
            if not active and owners == {user_id}:
                raise LastOwner
            if not active and caller.subject_id == user_id:
                raise OwnAccount
            if active != (user.deactivated_at is None):
                user.deactivated_at = None if active else self.clock.now()
                await session.flush()
                if not active:
                    await self.sessions.revoke_all(session, user_id, "deactivated")
                await publish(session, "user.updated", user_id, {"user_id": user_id, "changed": ["status"]})
                action = "user.reactivated" if active else "user.deactivated"
                detail = {} if reason is None else {"reason": reason}
                await self.audit.record(session, action, actor_id=caller.subject_id, subject_id=user_id, **detail)
            return await self.accounts.read(session, user_id)
