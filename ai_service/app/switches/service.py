"""Asking whether writes are stopped, and stopping them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.audit import service as audit
from ai_service.app.switches import repository, schemas
from ai_service.app.switches.errors import SwitchesUnreadable, SwitchNotFound, WritesStopped
from common.clock import Clock
from common.database import Database, current_tenant, retrying


@dataclass(frozen=True, slots=True)
class SwitchBoard:
    """Each write reads the switches from the database just before it: that is one statement by primary key, and no
    process can then go by an older state, miss a bell or forget one over a restart. `exists(kind, name)` says whether
    there is such an agent, or such a tool that changes anything."""

    database: Database
    clock: Clock
    exists: Callable[[str, str], Awaitable[bool]]

    async def require_writes(self, agent_id: str, tool: str) -> None:
        """WritesStopped while a switch is on; SwitchesUnreadable when that cannot be read."""
        try:
            async with self.database.reading() as session:
                await self.require_writes_in(session, agent_id, tool)
        except (SQLAlchemyError, OSError) as error:
            raise SwitchesUnreadable from error

    async def require_writes_in(self, session: AsyncSession, agent_id: str, tool: str) -> None:
        """The same in the transaction of what is about to be written."""
        try:
            on = await repository.on(session)
        except (SQLAlchemyError, OSError) as error:
            raise SwitchesUnreadable from error
        hit = on & {("shop", schemas.WHOLE_SHOP), ("agent", agent_id), ("tool", tool)}
        if hit:
            raise WritesStopped(stopped=sorted(kind for kind, _ in hit))

    async def state(self) -> schemas.KillSwitches:
        async with self.database.reading() as session:
            rows = await repository.all_of_them(session)
        items = [
            schemas.KillSwitch(
                kind=row.kind,
                name=row.name,
                on=row.is_on,
                reason=row.reason,
                changed_by=row.changed_by,
                changed_at=row.changed_at,
            )
            for row in rows
        ]
        return schemas.KillSwitches(items=items, writes_stopped=any(each.on and each.kind == "shop" for each in items))

    async def turn(self, wanted: schemas.SwitchTurn, actor_id: str) -> None:
        """SwitchNotFound for a name that nothing has, since a switch for it would stop nothing."""
        whole_shop = wanted.kind == "shop" and wanted.name == schemas.WHOLE_SHOP
        if not whole_shop and not await self.exists(wanted.kind, wanted.name):
            raise SwitchNotFound
        await self._turn(wanted, actor_id)

    @retrying
    async def _turn(self, wanted: schemas.SwitchTurn, actor_id: str) -> None:
        """A switch that is as wanted already stays with its reason, and leaves no second audit row."""
        row = {
            "tenant_id": current_tenant(),
            "kind": wanted.kind,
            "name": wanted.name,
            "is_on": wanted.on,
            "reason": wanted.reason.replace("\0", ""),
            "changed_by": actor_id,
            "changed_at": self.clock.now(),
        }
        action = "kill_switch.on" if wanted.on else "kill_switch.off"
        async with self.database.unit_of_work() as session:
            if await repository.locked(session, wanted.kind, wanted.name) == wanted.on:
                return
            await repository.save(session, self.database.dialect, row)
            detail = {"kind": wanted.kind, "reason": row["reason"]}
            await audit.record(session, action, actor_id=actor_id, subject_id=wanted.name, **detail)
