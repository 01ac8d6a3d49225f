"""What shoppers and guests do with their carts. Prices are always the server's own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.exc import IntegrityError

from common.clock import Clock
from common.database import Database, retrying
from common.ids import new_id
from common.languages import localized
from common.security.caller import Caller
from common.shop_settings import KnownSettings
from order_service.app.carts import repository
from order_service.app.carts.errors import (
    CartClosed,
    CartFull,
    NoSuchCart,
    NoSuchLine,
    NoSuchVariant,
    NotForSaleInCurrency,
    OtherCurrency,
    UnknownCurrency,
    UnknownShippingMethod,
)
from order_service.app.carts.models import OPEN
from order_service.app.carts.pricing import PricedCart, priced
from order_service.app.carts.rendering import render
from order_service.app.carts.rows import CartRow
from order_service.app.carts.schemas import MAX_COUPONS, MAX_LINES, MAX_QUANTITY
from order_service.app.promotions.errors import TooManyCoupons
from order_service.app.promotions.redeeming import Customer, Entitlements
from order_service.app.quotes.service import Quote, Quotes, in_currency, priced_in
from order_service.app.shipping_methods.errors import ShippingNotAvailable
from order_service.app.tariffs.service import Tariff, Tariffs

Change = Callable[[CartRow], None]
Codes = Callable[[Sequence[str]], list[str]]


class CartService:
    def __init__(
        self,
        database: Database,
        quotes: Quotes,
        tariffs: Tariffs,
        entitlements: Entitlements,
        clock: Clock,
        currency: str,
        shop: KnownSettings,
    ) -> None:
        self._database = database
        self._quotes = quotes
        self._tariffs = tariffs
        self._entitlements = entitlements
        self._clock = clock
        self._currency = currency
        self._shop = shop

    async def open(self, caller: Caller, currency: str | None = None) -> tuple[dict[str, Any], bool]:
        """The owner's open cart as it is, or a new one in this currency; and whether it was made just now."""
        await self._tariffs.current()
        async with self._database.reading() as session:
            cart = await repository.current(session, caller.subject_id)
        if cart is not None:
            return await self._shown(caller, cart), False
        await self._must_sell_in(currency or self._currency)
        cart = CartRow(
            id=new_id("crt"),
            owner_id=caller.subject_id,
            open_for=caller.subject_id,
            status=OPEN,
            version=1,
            currency=currency or self._currency,
            lines=[],
            address=None,
            shipping_code=None,
            coupon_codes=None,
            order_id=None,
            updated_at=self._clock.now(),
        )
        try:
            async with self._database.one_write() as session:
                await repository.add(session, cart)
        except IntegrityError:  # opened twice at once: the other one is the cart
            return await self.current(caller), False
        return await self._shown(caller, cart), True

    async def current(self, caller: Caller) -> dict[str, Any]:
        async with self._database.reading() as session:
            cart = await repository.current(session, caller.subject_id)
        if cart is None:
            raise NoSuchCart("No cart is open.")
        return await self._shown(caller, cart)

    async def view(self, caller: Caller, cart_id: str) -> dict[str, Any]:
        return await self._shown(caller, await self.find(caller.subject_id, cart_id))

    async def find(self, owner_id: str, cart_id: str) -> CartRow:
        """The cart itself, for the checkout; NoSuchCart for a foreign one too."""
        async with self._database.reading() as session:
            cart = await repository.find(session, cart_id, owner_id)
        if cart is None:
            raise NoSuchCart
        return cart

    async def add_line(
        self, caller: Caller, cart_id: str, variant_id: str, quantity: int, note: str | None
    ) -> dict[str, Any]:
        """More of a variant; a line that has it already, with the same note, grows."""
        quote = (await self._quotes.of([variant_id])).get(variant_id)
        if quote is None:
            raise NoSuchVariant
        return await self._change(caller, cart_id, lambda cart: _add(cart, quote, quantity, note, self._currency))

    async def change_line(
        self, caller: Caller, cart_id: str, line_id: str, changes: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Another quantity (0 removes the line) or note."""

        def change(cart: CartRow) -> None:
            line = _line(cart, line_id)
            if changes.get("quantity") == 0:
                cart.lines.remove(line)
            else:
                line.update({name: value for name, value in changes.items() if value is not None or name == "note"})

        return await self._change(caller, cart_id, change)

    async def remove_line(self, caller: Caller, cart_id: str, line_id: str) -> dict[str, Any]:
        return await self._change(caller, cart_id, lambda cart: cart.lines.remove(_line(cart, line_id)))

    async def set_address(self, caller: Caller, cart_id: str, address: dict[str, Any]) -> dict[str, Any]:
        def change(cart: CartRow) -> None:
            cart.address = address

        return await self._change(caller, cart_id, change)

    async def set_shipping(self, caller: Caller, cart_id: str, code: str) -> dict[str, Any]:
        """ShippingNotAvailable where this basket does not go there that way."""
        cart, tariff = await self.find(caller.subject_id, cart_id), await self._tariffs.current()
        option = tariff.shipping_option(code, cart.currency)
        if option is None:
            raise UnknownShippingMethod(f"{code} is not one of this shop's shipping methods.")
        cart.shipping_code = code
        quotes = await self._quotes.of_lines(cart.lines, cart.currency)
        misfit = (await self._priced(caller, cart, quotes, tariff)).misfit
        if misfit is not None:
            raise ShippingNotAvailable(misfit)

        def change(cart: CartRow) -> None:
            cart.shipping_code = code

        return await self._change(caller, cart_id, change, cart)

    async def set_currency(self, caller: Caller, cart_id: str, currency: str) -> dict[str, Any]:
        """The cart at its lines' prices in another currency; NotForSaleInCurrency names those that have none."""
        await self._must_sell_in(currency)
        cart, tariff = await self.find(caller.subject_id, cart_id), await self._tariffs.current()
        if cart.currency == currency:
            return await self._shown(caller, cart)
        asked = {line["variant_id"] for line in cart.lines}
        quotes = await self._quotes.of(asked)

        def change(cart: CartRow) -> None:
            added = {line["variant_id"]: line["quote"] for line in cart.lines if line["variant_id"] not in asked}
            _refuse_what_is_not_sold(cart, {**quotes, **added}, currency)
            cart.currency = currency
            if tariff.shipping_option(cart.shipping_code, currency) is None:
                cart.shipping_code = None

        return await self._change(caller, cart_id, change)

    async def _must_sell_in(self, currency: str) -> None:
        if currency != self._currency and currency not in (sold := (await self._shop.now()).currencies):
            raise UnknownCurrency(currencies=[self._currency, *sold])

    async def set_coupon(self, caller: Caller, cart_id: str, code: str | None) -> dict[str, Any]:
        """The cart with this coupon only, or without any (None); UnknownCoupon or CouponRefused says why not."""
        return await self._set_codes(caller, cart_id, lambda _: [code.upper()] if code is not None else [])

    async def add_coupon(self, caller: Caller, cart_id: str, code: str) -> dict[str, Any]:
        """One more; CouponNotCombined when it does not go together with what is there."""
        return await self._set_codes(caller, cart_id, lambda codes: list(dict.fromkeys([*codes, code.upper()])))

    async def remove_coupon(self, caller: Caller, cart_id: str, code: str) -> dict[str, Any]:
        return await self._set_codes(caller, cart_id, lambda codes: [one for one in codes if one != code.upper()])

    async def _set_codes(self, caller: Caller, cart_id: str, wanted: Codes) -> dict[str, Any]:
        cart = await self.find(caller.subject_id, cart_id)
        before = cart.codes
        cart.coupon_codes = wanted(before)
        if cart.coupon_codes == before:
            return await self._shown(caller, cart)
        if len(cart.coupon_codes) > MAX_COUPONS:
            raise TooManyCoupons
        await self._refuse_useless(caller, cart, [code for code in cart.coupon_codes if code not in before])

        def change(cart: CartRow) -> None:
            cart.coupon_codes = wanted(cart.codes)[:MAX_COUPONS]

        return await self._change(caller, cart_id, change)

    async def _refuse_useless(self, caller: Caller, cart: CartRow, codes: Sequence[str]) -> None:
        """Why this cart may not have these codes now."""
        if not codes:
            return
        quotes, tariff = await self._quotes.of_lines(cart.lines, cart.currency), await self._tariffs.current()
        found = await self._priced(caller, cart, quotes, tariff)
        for code in codes:
            problem = found.problem(code)
            if problem is not None:
                raise problem

    async def _change(
        self, caller: Caller, cart_id: str, change: Change, read: CartRow | None = None
    ) -> dict[str, Any]:
        """The cart after `change`, which is made again on what a rival left; `read` is the cart where it is known."""
        while True:
            cart = read or await self.find(caller.subject_id, cart_id)
            if cart.status != OPEN:
                raise CartClosed(order_id=cart.order_id)
            change(cart)
            if await self._save_over(cart):
                return await self._shown(caller, cart)
            read = None

    @retrying
    async def _save_over(self, cart: CartRow) -> bool:
        """Save what was read and changed; False when a rival was quicker."""
        saved = replace(cart, version=cart.version + 1, updated_at=self._clock.now())
        async with self._database.one_write() as session:
            if not await repository.save_over(session, saved, cart.version):
                return False
        cart.version, cart.updated_at = saved.version, saved.updated_at
        return True

    async def _shown(self, caller: Caller, cart: CartRow) -> dict[str, Any]:
        quotes, tariff = await self._quotes.of_lines(cart.lines, cart.currency), await self._tariffs.current()
        return render(cart, quotes, tariff, await self._priced(caller, cart, quotes, tariff))

    async def _priced(self, caller: Caller, cart: CartRow, quotes: Mapping[str, Quote], tariff: Tariff) -> PricedCart:
        customer = Customer(caller.subject_id, caller.groups)
        option = tariff.shipping_option(cart.shipping_code, cart.currency)
        return await priced(cart, quotes, tariff, self._entitlements, customer, cart.address, option)


def _line(cart: CartRow, line_id: str) -> dict[str, Any]:
    for line in cart.lines:
        if line["id"] == line_id:
            return line
    raise NoSuchLine


def _refuse_what_is_not_sold(cart: CartRow, quotes: Mapping[str, Quote], currency: str) -> None:
    """What is not sold at all any more stays in the cart as that, in every currency."""
    sold = priced_in(quotes.values(), currency)
    gone = [line for line in cart.lines if line["variant_id"] in quotes and line["variant_id"] not in sold]
    if gone:
        named = [{"line_id": line["id"], "title": localized(quotes[line["variant_id"]]["title"])} for line in gone]
        titles = ", ".join(line["title"] for line in named)
        raise NotForSaleInCurrency(f"Not for sale in {currency}: {titles}.", currency=currency, lines=named)


def _add(cart: CartRow, quote: Quote, quantity: int, note: str | None, own_currency: str) -> None:
    """A cart whose currency nobody chose (`own_currency` is the shop's) takes that of the first thing in it."""
    if in_currency(quote, cart.currency) is None:
        currency = quote["unit_price"]["currency"]
        if cart.lines or cart.currency != own_currency:
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
