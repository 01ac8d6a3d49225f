"""What is owed for goods that came back: their money, and their place on the shelf."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.states import RECEIVED
from order_service.app.payments import refund_requests
from order_service.app.settlements.service import by_variant

Json = dict[str, Any]
_RECEIVED = (RECEIVED,)


class ReturnDebts:
    """Debts by the return's id; see settlements."""

    kind = "return"
    why = "the goods were returned"
    counted = True

    async def find(self, session: AsyncSession, key: str) -> Json | None:
        return await after_sales.returns.find(session, key)

    async def due(self, session: AsyncSession, now: datetime) -> Sequence[Any]:
        return await after_sales.returns.due(session, _RECEIVED, now)

    async def take_over(self, session: AsyncSession, key: str, seen: datetime, until: datetime) -> bool:
        return await after_sales.returns.take_over(session, key, seen, until)

    async def refunds(self, session: AsyncSession, debt: Json) -> list[Json]:
        return await refund_requests.refunds_of(session, debt["order_id"], debt["id"])

    async def pieces(self, session: AsyncSession, debt: Json) -> list[Json]:
        return by_variant([piece | {"quantity": piece["restocked"]} for piece in debt["received"] or ()])

    async def note_restocked(self, session: AsyncSession, key: str) -> None:
        await after_sales.returns.move(session, key, _RECEIVED, restocked=True)

    async def note_done(self, session: AsyncSession, key: str) -> None:
        await after_sales.returns.move(session, key, _RECEIVED, lease_until=None)
