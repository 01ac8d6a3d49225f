"""What is owed for a change that was made: its refunds, and the pieces that others took the place of."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.states import MADE
from order_service.app.payments import refund_requests
from order_service.app.settlements.service import by_variant

Json = dict[str, Any]
_MADE = (MADE,)


class ChangeDebts:
    """Debts by the change's id; see settlements. The order's new total has them in it: it is not a refunded one."""

    kind = "change"
    why = "the order was changed"
    counted = False

    async def find(self, session: AsyncSession, key: str) -> Json | None:
        change = await after_sales.changes.find(session, key)
        return change if change is not None and change["state"] == MADE else None

    async def due(self, session: AsyncSession, now: datetime) -> Sequence[Any]:
        return await after_sales.changes.due(session, _MADE, now)

    async def take_over(self, session: AsyncSession, key: str, seen: datetime, until: datetime) -> bool:
        return await after_sales.changes.take_over(session, key, seen, until)

    async def refunds(self, session: AsyncSession, debt: Json) -> list[Json]:
        return await refund_requests.refunds_of(session, debt["order_id"], debt["id"])

    async def pieces(self, session: AsyncSession, debt: Json) -> list[Json]:
        return by_variant(debt["back"])

    async def note_restocked(self, session: AsyncSession, key: str) -> None:
        await after_sales.changes.move(session, key, _MADE, restocked=True)

    async def note_done(self, session: AsyncSession, key: str) -> None:
        await after_sales.changes.move(session, key, _MADE, lease_until=None)
