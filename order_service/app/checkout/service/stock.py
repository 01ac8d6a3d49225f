"""product_service's part of a checkout: hold, commit, and giving back what was held or sold."""

from collections.abc import Sequence
from typing import Any

from common.api_clients.products import ProductsClient, Reservation
from common.errors import Conflict, NotFound
from order_service.app.carts.rendering import render_totals
from order_service.app.checkout.errors import Refused
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.draft import Placing
from order_service.app.pricing.service import Item, Tax, price
from order_service.app.promotions.coupons import Coupon
from order_service.app.quotes.service import Quotes

HOLD, COMMIT, RELEASE = "hold", "commit", "release"
HELD, SOLD = "held", "committed"
Json = dict[str, Any]


class Stock:
    def __init__(self, products: ProductsClient, quotes: Quotes, hold_seconds: int) -> None:
        self._products = products
        self._quotes = quotes
        self._hold_seconds = hold_seconds

    async def hold(self, placing: Placing, deadline: Deadline) -> bool:
        """All lines or none, at the prices the order was drawn up with. True when they are sold already."""
        placing.hold_tried = True
        order = placing.order
        hold = self._products.hold(order["reservation_id"], placing.quantities(), self._hold_seconds)  # type: ignore[arg-type]
        try:
            held = await deadline.of_sibling(HOLD, hold)
        except Conflict as error:
            if error.code == "out_of_stock":
                placing.hold_tried = False  # all or none: nothing is held
                raise Refused(error.code, _missing(error.extra["lines"]), lines=error.extra["lines"]) from error
            raise Refused("stock_lost", "The stock held for this order was given to others.") from error
        if held["status"] not in (HELD, SOLD):
            raise Refused("stock_lost", "The stock held for this order was given to others.")
        self._refuse_other_prices(placing, held)
        return held["status"] == SOLD

    async def commit(self, placing: Placing, deadline: Deadline) -> None:
        """The held stock is sold."""
        placing.commit_tried = True
        try:
            await deadline.of_sibling(COMMIT, self._products.commit(placing.order["reservation_id"], placing.id))
        except (Conflict, NotFound) as error:
            raise Refused("stock_lost", "The stock held for this order was given to others.") from error

    async def give_back(self, placing: Placing, deadline: Deadline) -> None:
        """Undo a hold, or a sale. A hold nobody knows of yet is refused for ever."""
        reservation_id = placing.order["reservation_id"]
        if (placing.commit_tried or placing.resumed) and await self._is_sold(reservation_id, deadline):
            await self._restock(placing, deadline)
            return
        try:
            await deadline.of_sibling(RELEASE, self._products.release(reservation_id))
        except Conflict:  # it was sold in this very moment
            await self._restock(placing, deadline)

    async def _is_sold(self, reservation_id: str, deadline: Deadline) -> bool:
        try:
            found = await deadline.of_sibling(RELEASE, self._products.reservation(reservation_id))
        except NotFound:
            return False
        return found["status"] == SOLD

    async def _restock(self, placing: Placing, deadline: Deadline) -> None:
        lines: Any = placing.quantities()
        restock = self._products.restock(placing.order["restock_id"], placing.id, lines, "the checkout was undone")
        await deadline.of_sibling(RELEASE, restock)

    def _refuse_other_prices(self, placing: Placing, held: Reservation) -> None:
        """The hold's prices are the ones that count: with other ones than the shopper saw there is no deal."""
        self._quotes.keep(held["lines"])
        now = {quote["variant_id"]: quote["unit_price"]["amount"] for quote in held["lines"]}
        if all(now[line["variant_id"]] == line["unit_price"] for line in placing.lines):
            return
        order = placing.order
        items = [Item(now[line["variant_id"]], line["quantity"]) for line in placing.lines]
        coupon = Coupon(**order["coupon"]) if order["coupon"] is not None else None
        discount = coupon.discount(sum(item.total for item in items)) if coupon else 0
        totals = render_totals(price(items, order["shipping"], _tax(order), discount), order["currency"])
        raise Refused("price_changed", "Prices changed since you saw the total.", totals=totals)


def _tax(order: Json) -> Tax:
    return Tax(order["tax_rate_bp"], order["tax_included"])


def _missing(lines: Sequence[Json]) -> str:
    asked = ", ".join(f"{line['variant_id']}: {line['requested']} asked, {line['available']} there" for line in lines)
    return f"Not enough in stock ({asked})."
