"""What a refund request owes: its refunds, and the pieces that come back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from order_service.app.payments import refund_requests
from order_service.app.settlements.service import by_variant

Json = dict[str, Any]


class RefundDebts:
    """Debts by the request's id; see settlements."""

    kind = "refund"
    why = "the order was refunded"
    counted = True

    async def find(self, session: AsyncSession, key: str) -> Json | None:
        return await refund_requests.find(session, key)

    async def due(self, session: AsyncSession, now: datetime) -> Sequence[Any]:
        return await refund_requests.due(session, now)

    async def take_over(self, session: AsyncSession, key: str, seen: datetime, until: datetime) -> bool:
        return await refund_requests.take_over(session, key, seen, until)

    async def refunds(self, session: AsyncSession, debt: Json) -> list[Json]:
        return await refund_requests.refunds_of(session, debt["order_id"], debt["id"])

    async def pieces(self, session: AsyncSession, debt: Json) -> list[Json]:
        return by_variant(debt["lines"])

    async def note_restocked(self, session: AsyncSession, key: str) -> None:
        await refund_requests.note_restocked(session, key)

    async def note_done(self, session: AsyncSession, key: str) -> None:
        await refund_requests.note_done(session, key)
