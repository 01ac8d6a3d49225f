"""What a cancelled order's customer is owed: all that was paid, and the goods are the shop's again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from order_service.app.cancellations import repository
from order_service.app.orders import service as orders
from order_service.app.payments import service as payments
from order_service.app.settlements.service import by_variant

Json = dict[str, Any]


class CancellationDebts:
    """Debts by order id; see settlements."""

    kind = "cancellation"
    why = "the order was cancelled"
    counted = True

    async def find(self, session: AsyncSession, key: str) -> Json | None:
        return await repository.find(session, key)

    async def due(self, session: AsyncSession, now: datetime) -> Sequence[Any]:
        return await repository.due(session, now)

    async def take_over(self, session: AsyncSession, key: str, seen: datetime, until: datetime) -> bool:
        return await repository.take_over(session, key, seen, until)

    async def refunds(self, session: AsyncSession, debt: Json) -> list[Json]:
        """Its own: what was promised before, for another request, is settled there."""
        return [each for each in await payments.refunds_of(session, debt["order_id"]) if each["request_id"] is None]

    async def pieces(self, session: AsyncSession, debt: Json) -> list[Json]:
        """Less what a refund has put back before."""
        lines = await orders.lines_of(session, debt["order_id"])
        return by_variant([line | {"quantity": line["quantity"] - line["restocked"]} for line in lines])

    async def note_restocked(self, session: AsyncSession, key: str) -> None:
        await repository.note_restocked(session, key)

    async def note_done(self, session: AsyncSession, key: str) -> None:
        await repository.note_done(session, key)
