"""What order_service's log says was bought. Handlers run in the transaction that moves the consumer's cursor."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database
from common.events import Event
from product_service.app.purchases import repository

POPULAR_DAYS = 30
OFTEN = 2  # one order may be chance


class PurchaseService:
    """Who bought what, and what is bought most."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._dialect = database.dialect
        self._clock = clock

    async def placed(self, session: AsyncSession, event: Event) -> None:
        """Handles `order.placed` {order_id, customer_id, lines: [{product_id, quantity}]}."""
        quantities: dict[str, int] = {}
        for line in event.data["lines"]:
            quantities[line["product_id"]] = quantities.get(line["product_id"], 0) + line["quantity"]
        order = {"order_id": event.data["order_id"], "customer_id": event.data["customer_id"]}
        rows = [
            {**order, "product_id": product_id, "quantity": quantity, "placed_at": event.created_at}
            for product_id, quantity in sorted(quantities.items())
        ]
        if rows:
            await repository.add(session, self._dialect, rows)

    async def cancelled(self, session: AsyncSession, event: Event) -> None:
        """Handles `order.cancelled` {order_id}: nothing was bought."""
        await repository.forget(session, event.data["order_id"])

    async def merged(self, session: AsyncSession, event: Event) -> None:
        """Handles `guest.merged` {guest_id, user_id}: what the guest bought, the customer bought."""
        await repository.hand_over(session, event.data["guest_id"], event.data["user_id"])

    async def buyers(self, session: AsyncSession, pairs: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
        """Of pairs (customer_id, product_id) at least all those that were bought."""
        return await repository.buyers(session, pairs) if pairs else set()

    async def best_selling(self, session: AsyncSession, most: int) -> list[str]:
        """Product ids by pieces sold in the last thirty days."""
        return await repository.best_selling(session, self._clock.now() - timedelta(days=POPULAR_DAYS), most)

    async def bought_together(self, session: AsyncSession, product_id: str, most: int) -> list[str]:
        """Product ids that were in the same orders more than once."""
        return await repository.bought_together(session, product_id, OFTEN, most)
