"""product_service's part of a deal: hold, commit, and giving back what was held or sold."""

from collections.abc import Sequence
from typing import Any

from common.api_clients.products import ProductsClient
from common.errors import Conflict, NotFound
from order_service.app.checkout.errors import Refused
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.deal import Deal
from order_service.app.quotes.service import Quotes, priced_in

HOLD, COMMIT, RELEASE = "hold", "commit", "release"
HELD, SOLD = "held", "committed"
Json = dict[str, Any]


class Stock:
    def __init__(self, products: ProductsClient, quotes: Quotes, hold_seconds: int) -> None:
        self._products = products
        self._quotes = quotes
        self._hold_seconds = hold_seconds

    async def hold(self, deal: Deal, deadline: Deadline) -> bool:
        """All lines or none, at the prices the deal was drawn up with. True when they are sold already."""
        deal.hold_tried = True
        hold = self._products.hold(deal.reservation_id, deal.quantities(), self._hold_seconds)  # type: ignore[arg-type]
        try:
            held = await deadline.of_sibling(HOLD, hold)
        except Conflict as error:
            if error.code == "out_of_stock":
                deal.hold_tried = False  # all or none: nothing is held
                raise Refused(error.code, _missing(error.extra["lines"]), lines=error.extra["lines"]) from error
            raise Refused("stock_lost", "The stock held for this order was given to others.") from error
        if held["status"] not in (HELD, SOLD):
            raise Refused("stock_lost", "The stock held for this order was given to others.")
        self._quotes.keep(held["lines"])
        now = priced_in(held["lines"], deal.currency)
        deal.refuse_other_prices({variant_id: quote["unit_price"]["amount"] for variant_id, quote in now.items()})
        return held["status"] == SOLD

    async def commit(self, deal: Deal, deadline: Deadline) -> None:
        """The held stock is sold."""
        deal.commit_tried = True
        try:
            await deadline.of_sibling(COMMIT, self._products.commit(deal.reservation_id, deal.reference))
        except (Conflict, NotFound) as error:
            raise Refused("stock_lost", "The stock held for this order was given to others.") from error

    async def give_back(self, deal: Deal, deadline: Deadline) -> None:
        """Undo a hold, or a sale. A hold nobody knows of yet is refused for ever."""
        reservation_id = deal.reservation_id
        if (deal.commit_tried or deal.resumed) and await self._is_sold(reservation_id, deadline):
            await self._restock(deal, deadline)
            return
        try:
            await deadline.of_sibling(RELEASE, self._products.release(reservation_id))
        except Conflict:  # it was sold in this very moment
            await self._restock(deal, deadline)

    async def _is_sold(self, reservation_id: str, deadline: Deadline) -> bool:
        try:
            found = await deadline.of_sibling(RELEASE, self._products.reservation(reservation_id))
        except NotFound:
            return False
        return found["status"] == SOLD

    async def _restock(self, deal: Deal, deadline: Deadline) -> None:
        lines: Any = deal.quantities()
        restock = self._products.restock(deal.undo_id, deal.reference, lines, "the checkout was undone")
        await deadline.of_sibling(RELEASE, restock)


def _missing(lines: Sequence[Json]) -> str:
    asked = ", ".join(f"{line['variant_id']}: {line['requested']} asked, {line['available']} there" for line in lines)
    return f"Not enough in stock ({asked})."
