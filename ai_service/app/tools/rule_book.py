"""Reading the merchant's rules: each write afresh, all else from what was read within the last second."""

import time
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.tools import repository
from ai_service.app.tools.rules import Rules
from common.database import Database, current_tenant

KEPT_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class RuleBook:
    database: Database
    _kept: dict[str, tuple[float, Rules]] = field(default_factory=dict)

    async def current(self) -> Rules:
        """Of the tenant of this context, a second old at most."""
        kept = self._kept.get(current_tenant())
        return kept[1] if kept is not None and kept[0] > time.monotonic() else await self.fresh()

    async def fresh(self) -> Rules:
        read = time.monotonic()
        async with self.database.reading() as session:
            rules = await self.within(session)
        self._kept[current_tenant()] = (read + KEPT_SECONDS, rules)
        return rules

    async def within(self, session: AsyncSession, *, locked: bool = False) -> Rules:
        """As the transaction sees them; `locked`, nobody else who locks them gets on before it ends."""
        return Rules({row.tool: row for row in await repository.rules(session, locked=locked)})

    def forget(self, tenant: str) -> None:
        """Another process goes by what it knows for the rest of its second."""
        self._kept.pop(tenant, None)
