"""What goes with a product: bought together first, then its category, then what is popular."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.api_clients.orders import OrdersClient
from common.api_clients.products import ProductsClient
from common.errors import ShopError

Json = dict[str, Any]
LOOKED_AT = 12
NO_CHOICE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`reason` is bought_together, same_category, popular or new."""

    product: Json
    reason: str


class Recommender:
    def __init__(self, products: ProductsClient, orders: OrdersClient) -> None:
        self._products = products
        self._orders = orders

    async def recommend(
        self, token: str, product_id: str | None, limit: int, priced: Mapping[str, str] = NO_CHOICE
    ) -> list[Suggestion]:
        """Up to `limit` products that can be bought, none twice, never the product itself; `priced`: in a currency."""
        found: dict[str, Suggestion] = {}
        if product_id is not None:
            product = await self._products.product(token, product_id, **priced)
            together = await self._purchases(self._orders.bought_together(product["id"], LOOKED_AT))
            await self._add(found, token, together, "bought_together", priced)
            if len(found) < limit:
                await self._add_category(found, token, product, priced)
            found.pop(product["id"], None)
        if len(found) < limit:
            popular = await self._purchases(self._orders.popular(LOOKED_AT))
            await self._add(found, token, popular, "popular", priced)
        if len(found) < limit:
            page = await self._products.products(token, sort="newest", in_stock=True, limit=LOOKED_AT, **priced)
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

    async def _add(
        self, found: dict[str, Suggestion], token: str, ids: Sequence[str], reason: str, priced: Mapping[str, str]
    ) -> None:
        missing = [each for each in ids if each not in found]
        if not missing:
            return
        page = await self._products.products(token, ids=missing, limit=len(missing), **priced)
        known = {product["id"]: product for product in page["items"]}
        _keep(found, [known[each] for each in missing if each in known], reason)

    async def _add_category(
        self, found: dict[str, Suggestion], token: str, product: Json, priced: Mapping[str, str]
    ) -> None:
        """Of the same category, nearest in price."""
        category = product.get("category")
        if not category or product["price"] is None:
            return
        page = await self._products.products(token, category=category["slug"], in_stock=True, limit=50, **priced)
        price = product["price"]["amount"]
        nearest = sorted(page["items"], key=lambda each: abs(each["price"]["amount"] - price))
        _keep(found, nearest[: LOOKED_AT + 1], "same_category")


def _keep(found: dict[str, Suggestion], products: Sequence[Json], reason: str) -> None:
    for product in products:
        if product["availability"] != "out_of_stock":
            found.setdefault(product["id"], Suggestion(product, reason))
