"""What is bought together, and what is bought most: for the recommender."""

from typing import Any

from common.database import Database
from order_service.app.orders import purchases


class PurchaseService:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def together(self, product_id: str, limit: int) -> dict[str, Any]:
        """Other products in the same orders, most often first."""
        async with self._database.reading() as session:
            rows = await purchases.together(session, product_id, limit)
        return {"items": [{"product_id": row.product_id, "count": row.amount} for row in rows]}

    async def popular(self, limit: int) -> dict[str, Any]:
        """Products by the number of recent orders they are in."""
        async with self._database.reading() as session:
            rows = await purchases.popular(session, limit)
        return {"items": [{"product_id": row.product_id, "count": row.amount} for row in rows]}
