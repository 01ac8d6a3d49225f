"""What goes with a product: bought together first, then its category, then what is popular."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from common.api_clients.orders import OrdersClient
from common.api_clients.products import ProductsClient
from common.errors import ShopError

Json = dict[str, Any]
LOOKED_AT = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`reason` is bought_together, same_category, popular or new."""

    product: Json
    reason: str


class Recommender:
    def __init__(self, products: ProductsClient, orders: OrdersClient) -> None:
        self._products = products
        self._orders = orders

    async def recommend(self, token: str, product_id: str | None, limit: int) -> list[Suggestion]:
        """Up to `limit` products that can be bought, never the product itself, none twice."""
        found: dict[str, Suggestion] = {}
        if product_id is not None:
            product = await self._products.product(token, product_id)
            together = await self._purchases(self._orders.bought_together(product["id"], LOOKED_AT))
            await self._add(found, token, together, "bought_together")
            if len(found) < limit:
                await self._add_category(found, token, product)
            found.pop(product["id"], None)
        if len(found) < limit:
            popular = await self._purchases(self._orders.popular(LOOKED_AT))
            await self._add(found, token, popular, "popular")
        if len(found) < limit:
            page = await self._products.products(token, sort="newest", in_stock=True, limit=LOOKED_AT)
            _keep(found, page["items"], "new")
        if product_id is not None:
            found.pop(product_id, None)
        return list(found.values())[:limit]

    async def _purchases(self, asked: Any) -> list[str]:
        """Suggestions can do without order_service: then they come from the catalogue alone."""
        try:
            return [row["product_id"] for row in await asked]
        except ShopError:
            return []

    async def _add(self, found: dict[str, Suggestion], token: str, ids: Sequence[str], reason: str) -> None:
        missing = [each for each in ids if each not in found]
        if not missing:
            return
        page = await self._products.products(token, ids=missing, limit=len(missing))
        known = {product["id"]: product for product in page["items"]}
        _keep(found, [known[each] for each in missing if each in known], reason)

    async def _add_category(self, found: dict[str, Suggestion], token: str, product: Json) -> None:
        """Of the same category, nearest in price."""
        category = product.get("category")
        if not category:
            return
        page = await self._products.products(token, category=category["slug"], in_stock=True, limit=50)
        price = product["price"]["amount"]
        nearest = sorted(page["items"], key=lambda each: abs(each["price"]["amount"] - price))
        _keep(found, nearest[: LOOKED_AT + 1], "same_category")


def _keep(found: dict[str, Suggestion], products: Sequence[Json], reason: str) -> None:
    for product in products:
        if product["availability"] != "out_of_stock":
            found.setdefault(product["id"], Suggestion(product, reason))
