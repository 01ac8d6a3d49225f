"""Giving and taking roles: owners do it, and the shop always keeps one."""

from collections.abc import Iterable
from dataclasses import dataclass

from common.database import Database, retrying
from common.events import publish
from user_service.app.accounts import repository, schemas
from user_service.app.accounts.errors import LastOwner, UserNotFound
from user_service.app.audit.service import AuditLog
from user_service.app.roles.service import OWNER, SHOPPER, STAFF_ROLES, loses_power, permissions_of
from user_service.app.sessions.service import SessionService


@dataclass(frozen=True)
class RoleAssignment:
    database: Database
    audit: AuditLog
    sessions: SessionService

    async def roles(self, user_id: str) -> schemas.UserRoles:
        async with self.database.reading() as session:
            if await repository.by_id(session, user_id) is None:
                raise UserNotFound
            return _shown((await repository.roles_of(session, [user_id]))[user_id])

    async def there_is_an_owner(self) -> bool:
        async with self.database.reading() as session:
            return await repository.has_role(session, OWNER)

    @retrying
    async def replace(self, user_id: str, roles: Iterable[str], *, actor_id: str) -> schemas.UserRoles:
        """Set exactly these roles. Whoever loses a permission is signed out, since tokens carry permissions."""
        assigned = await self._assign(user_id, set(roles), actor_id, keep=False)
        await self.sessions.settle()
        return assigned

    @retrying
    async def grant(self, user_id: str, role: str, *, actor_id: str) -> schemas.UserRoles:
        return await self._assign(user_id, {role}, actor_id, keep=True)

    async def _assign(self, user_id: str, roles: set[str], actor_id: str, *, keep: bool) -> schemas.UserRoles:
        async with self.database.unit_of_work() as session:
            owners = await repository.owners(session)
            if await repository.by_id(session, user_id) is None:
                raise UserNotFound
            before = (await repository.roles_of(session, [user_id]))[user_id]
            after = [role for role in STAFF_ROLES if role in roles or (keep and role in before)]
            if OWNER not in after and owners == {user_id}:
                raise LastOwner
            if set(before) == set(after):
                return _shown(after)
            await repository.replace_roles(session, user_id, after)
            if loses_power(before, after):
                await self.sessions.revoke_all(session, user_id, "roles_changed")
            await self.audit.record(
                session, "roles.changed", actor_id=actor_id, subject_id=user_id, before=sorted(before), after=after
            )
            await publish(session, "user.updated", user_id, {"user_id": user_id, "changed": ["roles"]})
            return _shown(after)


def _shown(staff_roles: list[str]) -> schemas.UserRoles:
    roles = [SHOPPER, *staff_roles]
    return schemas.UserRoles(roles=roles, permissions=permissions_of(roles))
