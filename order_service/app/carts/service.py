"""What shoppers and guests do with their carts. Prices are always the server's own."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.exc import IntegrityError

from common.clock import Clock
from common.database import Database, retrying
from common.errors import Conflict, InvalidInput, NotFound
from common.ids import new_id
from common.languages import localized
from order_service.app.carts import repository
from order_service.app.carts.models import OPEN
from order_service.app.carts.rendering import CartCoupon, items_of, render
from order_service.app.carts.rows import CartRow
from order_service.app.carts.schemas import MAX_LINES, MAX_QUANTITY
from order_service.app.pricing.tariffs import Tariffs
from order_service.app.promotions import redeeming
from order_service.app.promotions.errors import UnknownCoupon
from order_service.app.quotes.service import Quote, Quotes


class NoSuchCart(NotFound):
    title = "There is no such cart"


class NoSuchLine(NotFound):
    title = "There is no such line in this cart"


class NoSuchVariant(NotFound):
    code = "unknown_variant"
    title = "The shop does not sell this"


class CartClosed(Conflict):
    """An order is being made of the cart, or was."""

    code = "cart_closed"
    title = "This cart belongs to an order and does not change any more"


class CartFull(Conflict):
    code = "cart_full"
    title = f"A cart holds at most {MAX_LINES} lines of {MAX_QUANTITY} pieces"


class OtherCurrency(Conflict):
    code = "other_currency"
    title = "A cart holds one currency"


class UnknownShippingMethod(InvalidInput):
    code = "unknown_shipping_method"
    title = "The shop does not deliver this way"


Change = Callable[[CartRow], None]


class CartService:
    def __init__(self, database: Database, quotes: Quotes, tariffs: Tariffs, clock: Clock, currency: str) -> None:
        self._database = database
        self._quotes = quotes
        self._tariffs = tariffs
        self._clock = clock
        self._currency = currency

    async def open(self, owner_id: str) -> tuple[dict[str, Any], bool]:
        """The owner's open cart, and whether it was made just now."""
        await self._tariffs.current()
        async with self._database.reading() as session:
            cart = await repository.current(session, owner_id)
        if cart is not None:
            return await self._shown(cart), False
        cart = CartRow(
            id=new_id("crt"),
            owner_id=owner_id,
            open_for=owner_id,
            status=OPEN,
            version=1,
            currency=self._currency,
            lines=[],
            address=None,
            shipping_code=None,
            coupon_code=None,
            order_id=None,
            updated_at=self._clock.now(),
        )
        try:
            async with self._database.unit_of_work() as session:
                await repository.add(session, cart)
        except IntegrityError:  # opened twice at once: the other one is the cart
            return await self.current(owner_id), False
        return await self._shown(cart), True

    async def current(self, owner_id: str) -> dict[str, Any]:
        async with self._database.reading() as session:
            cart = await repository.current(session, owner_id)
        if cart is None:
            raise NoSuchCart("No cart is open.")
        return await self._shown(cart)

    async def view(self, owner_id: str, cart_id: str) -> dict[str, Any]:
        return await self._shown(await self.find(owner_id, cart_id))

    async def find(self, owner_id: str, cart_id: str) -> CartRow:
        """The cart itself, for the checkout; NoSuchCart for a foreign one too."""
        async with self._database.reading() as session:
            cart = await repository.find(session, cart_id, owner_id)
        if cart is None:
            raise NoSuchCart
        return cart

    async def add_line(
        self, owner_id: str, cart_id: str, variant_id: str, quantity: int, note: str | None
    ) -> dict[str, Any]:
        """More of a variant; a line that has it already, with the same note, grows."""
        quote = (await self._quotes.of([variant_id])).get(variant_id)
        if quote is None:
            raise NoSuchVariant
        return await self._change(owner_id, cart_id, lambda cart: _add(cart, quote, quantity, note))

    async def change_line(
        self, owner_id: str, cart_id: str, line_id: str, changes: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Another quantity (0 removes the line) or note."""

        def change(cart: CartRow) -> None:
            line = _line(cart, line_id)
            if changes.get("quantity") == 0:
                cart.lines.remove(line)
            else:
                line.update({name: value for name, value in changes.items() if value is not None or name == "note"})

        return await self._change(owner_id, cart_id, change)

    async def remove_line(self, owner_id: str, cart_id: str, line_id: str) -> dict[str, Any]:
        return await self._change(owner_id, cart_id, lambda cart: cart.lines.remove(_line(cart, line_id)))

    async def set_address(self, owner_id: str, cart_id: str, address: dict[str, Any]) -> dict[str, Any]:
        def change(cart: CartRow) -> None:
            cart.address = address

        return await self._change(owner_id, cart_id, change)

    async def set_shipping(self, owner_id: str, cart_id: str, code: str) -> dict[str, Any]:
        tariff = await self._tariffs.current()

        def change(cart: CartRow) -> None:
            if tariff.shipping_option(code, cart.currency) is None:
                raise UnknownShippingMethod(f"{code} is not one of this shop's shipping methods.")
            cart.shipping_code = code

        return await self._change(owner_id, cart_id, change)

    async def set_coupon(self, owner_id: str, cart_id: str, code: str | None) -> dict[str, Any]:
        """The cart with the coupon of this code, or without one (None); UnknownCoupon or CouponRefused says why not."""
        cart = await self.find(owner_id, cart_id)
        if code is not None:
            code = await self._taken(cart, code)
        if code == cart.coupon_code:
            return await self._shown(cart)

        def change(cart: CartRow) -> None:
            cart.coupon_code = code

        return await self._change(owner_id, cart_id, change)

    async def _taken(self, cart: CartRow, code: str) -> str:
        """The code as it is spelt, if this cart may have it now."""
        async with self._database.reading() as session:
            offer = await redeeming.find(session, code)
            if offer is None:
                raise UnknownCoupon
            await redeeming.refuse_repeated_use(session, offer, cart.owner_id)
        subtotal = sum(item.total for item in items_of(cart, await self._quotes.of_lines(cart.lines)))
        problem = offer.problem(subtotal, cart.currency, self._clock.now())
        if problem is not None:
            raise problem
        return offer.coupon.code

    @retrying
    async def _changed(self, owner_id: str, cart_id: str, change: Change) -> CartRow:
        async with self._database.unit_of_work() as session:
            cart = await repository.find(session, cart_id, owner_id, lock=True)
            if cart is None:
                raise NoSuchCart
            if cart.status != OPEN:
                raise CartClosed(order_id=cart.order_id)
            change(cart)
            cart.version += 1
            cart.updated_at = self._clock.now()
            await repository.save(session, cart)
            return cart

    async def _change(self, owner_id: str, cart_id: str, change: Change) -> dict[str, Any]:
        return await self._shown(await self._changed(owner_id, cart_id, change))

    async def _shown(self, cart: CartRow) -> dict[str, Any]:
        quotes, tariff = await self._quotes.of_lines(cart.lines), await self._tariffs.current()
        coupon = await self._coupon(cart, quotes) if cart.coupon_code is not None else None
        return render(cart, quotes, tariff, coupon)

    async def _coupon(self, cart: CartRow, quotes: Mapping[str, Quote]) -> CartCoupon:
        code = cart.coupon_code or ""
        async with self._database.reading() as session:
            offer = await redeeming.find(session, code)
        if offer is None:
            return CartCoupon(code, code, problem=UnknownCoupon())
        name, subtotal = localized(offer.coupon.name), sum(item.total for item in items_of(cart, quotes))
        if cart.status == OPEN and (problem := offer.problem(subtotal, cart.currency, self._clock.now())):
            return CartCoupon(code, name, problem=problem)
        return CartCoupon(code, name, offer.coupon.discount(subtotal))


def _line(cart: CartRow, line_id: str) -> dict[str, Any]:
    for line in cart.lines:
        if line["id"] == line_id:
            return line
    raise NoSuchLine


def _add(cart: CartRow, quote: Quote, quantity: int, note: str | None) -> None:
    currency = quote["unit_price"]["currency"]
    if currency != cart.currency:
        if cart.lines:
            raise OtherCurrency(f"This cart is in {cart.currency}, the product in {currency}.")
        cart.currency, cart.shipping_code = currency, None
    for line in cart.lines:
        if line["variant_id"] == quote["variant_id"] and line.get("note") == note:
            if line["quantity"] + quantity > MAX_QUANTITY:
                raise CartFull
            line["quantity"] += quantity
            return
    if len(cart.lines) >= MAX_LINES:
        raise CartFull
    line = {"id": new_id("cln"), "variant_id": quote["variant_id"], "quantity": quantity, "note": note}
    cart.lines.append({**line, "quote": dict(quote)})
