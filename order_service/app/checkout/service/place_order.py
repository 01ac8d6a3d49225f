"""Placing an order: what the shopper sent is checked, frozen, and taken through the saga."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

from common.api_clients.users import UsersClient
from common.clock import Clock
from common.database import Database
from common.errors import NotFound, ShopError
from common.languages import current_language
from common.security.caller import Caller
from order_service.app.carts.rendering import render_totals
from order_service.app.carts.rows import CartRow
from order_service.app.carts.service import CartService, UnknownShippingMethod
from order_service.app.checkout.errors import (
    AddressRequired,
    AlreadyOrdered,
    CartChanged,
    CartEmpty,
    EmailRequired,
    OutOfStock,
    PaymentMethodRequired,
    PriceChanged,
    ShippingMethodRequired,
    StillOpen,
    UnknownPaymentMethod,
    answer_to,
)
from order_service.app.checkout.schemas import CheckoutCreate
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.contacts import Contacts
from order_service.app.checkout.service.draft import Means, Placing, Terms, draft
from order_service.app.checkout.service.endings import EndedByRival, Endings
from order_service.app.checkout.service.saga import CheckoutSaga
from order_service.app.orders import service as orders
from order_service.app.orders.rendering import render
from order_service.app.orders.states import PLACED, REFUSED
from order_service.app.payments.providers import Providers, UnknownProvider
from order_service.app.pricing.service import Item, Totals, price
from order_service.app.pricing.tariffs import Tariff, Tariffs
from order_service.app.promotions import redeeming
from order_service.app.promotions.coupons import Coupon, Offer
from order_service.app.promotions.errors import CouponNotValid, UnknownCoupon
from order_service.app.quotes.service import Quote, Quotes

Json = dict[str, Any]
Reply = tuple[int, Json]
_LOOK_AGAIN_AFTER = 0.5


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: how long a shopper waits for the end, and how long a checkout may be silent before it is taken over."""

    deadline: float
    lease: float


class PlaceOrder:
    def __init__(
        self,
        database: Database,
        carts: CartService,
        quotes: Quotes,
        tariffs: Tariffs,
        users: UsersClient,
        contacts: Contacts,
        providers: Providers,
        saga: CheckoutSaga,
        endings: Endings,
        clock: Clock,
        patience: Patience,
    ) -> None:
        self._database = database
        self._carts = carts
        self._quotes = quotes
        self._tariffs = tariffs
        self._users = users
        self._contacts = contacts
        self._providers = providers
        self._saga = saga
        self._endings = endings
        self._clock = clock
        self._patience = patience

    async def __call__(self, caller: Caller, key: str, wanted: CheckoutCreate) -> Reply:
        """(201, order), (202, order) while the outcome is open, or the error that says why there is no deal.

        With a key whose order exists already, say after a crash, that order's outcome is the answer.
        """
        deadline = Deadline(self._patience.deadline)
        # of the cart, not of the caller: a guest who signed in meanwhile is the same shopper with the same cart
        checkout_key = sha256(f"{wanted.cart_id}\n{key}".encode()).hexdigest()
        cart = await self._carts.find(caller.subject_id, wanted.cart_id)
        if cart.order_id is not None:
            return await self._order_of(cart.order_id, checkout_key, deadline)
        if cart.version != wanted.cart_version:
            raise CartChanged(f"The cart is at version {cart.version} now.", cart_version=cart.version)
        if not cart.lines:
            raise CartEmpty
        placing = await self._drawn_up(caller, cart, wanted, checkout_key)
        try:
            await self._saga.begin(placing)
        except CartChanged:
            cart = await self._carts.find(caller.subject_id, wanted.cart_id)
            if cart.order_id is None:
                raise
            return await self._order_of(cart.order_id, checkout_key, deadline)
        return await self._run(placing, deadline)

    async def _run(self, placing: Placing, deadline: Deadline) -> Reply:
        try:
            await self._saga.run(placing, deadline)
        except StillOpen:
            await self._endings.look_again(placing, _LOOK_AGAIN_AFTER)
        except EndedByRival:
            return await self._reply(placing.id)
        return _answer(placing.order, render(placing.order, placing.lines, placing.ledger))

    async def _order_of(self, order_id: str, checkout_key: str, deadline: Deadline) -> Reply:
        """The order that was made of this cart: under this key its outcome, under another a refusal."""
        async with self._database.reading() as session:
            order = await orders.find(session, order_id)
        if order is None or order["checkout_key"] != checkout_key:
            raise AlreadyOrdered(order_id=order_id)
        while True:
            status, answer = await self._reply(order_id)
            if status != 202 or deadline.passed:
                return status, answer
            await asyncio.sleep(0.1)

    async def _reply(self, order_id: str) -> Reply:
        async with self._database.reading() as session:
            order = await orders.find(session, order_id)
            if order is None:
                raise NotFound
            return _answer(order, await orders.rendered(session, order))

    async def _drawn_up(self, caller: Caller, cart: CartRow, wanted: CheckoutCreate, checkout_key: str) -> Placing:
        tariff = await self._tariffs.current()
        offer = await self._offer(cart)
        terms = await self._terms(caller, cart, wanted, tariff, checkout_key, offer.coupon if offer else None)
        quotes, totals = await self._priced(cart, wanted, terms, tariff, offer)
        now = self._clock.now()
        lease_until = now + timedelta(seconds=self._patience.lease)
        return draft(cart, quotes, totals, terms, now, lease_until)

    async def _offer(self, cart: CartRow) -> Offer | None:
        """The coupon in the cart, as it stands now."""
        if cart.coupon_code is None:
            return None
        async with self._database.reading() as session:
            offer = await redeeming.find(session, cart.coupon_code)
        if offer is None:
            raise CouponNotValid(UnknownCoupon())
        return offer

    async def _terms(
        self,
        caller: Caller,
        cart: CartRow,
        wanted: CheckoutCreate,
        tariff: Tariff,
        checkout_key: str,
        coupon: Coupon | None,
    ) -> Terms:
        address = wanted.address.model_dump(exclude_none=True) if wanted.address else cart.address
        if address is None:
            raise AddressRequired
        code = wanted.shipping_method or cart.shipping_code
        if code is None:
            raise ShippingMethodRequired
        shipping = tariff.shipping_option(code, cart.currency)
        if shipping is None:
            raise UnknownShippingMethod(f"{code} is not one of this shop's shipping methods.")
        email = wanted.email or (None if caller.is_guest else await self._contacts.email_of(caller.subject_id))
        if email is None and caller.is_guest:
            raise EmailRequired
        means = await self._means(caller, wanted)
        return Terms(address, shipping, means, email, wanted.note or None, current_language(), checkout_key, coupon)

    async def _means(self, caller: Caller, wanted: CheckoutCreate) -> Means:
        """How it is paid; a saved method must be the caller's own."""
        if wanted.payment is not None:
            means = Means(wanted.payment.provider, wanted.payment.token, wanted.payment.provider)
        elif wanted.payment_method_id is not None:
            try:
                saved = await self._users.payment_method(caller.subject_id, wanted.payment_method_id)
            except NotFound as error:
                raise UnknownPaymentMethod from error
            token = saved.get("provider_token") or ""
            means = Means(saved.get("provider") or saved["type"], token, saved["type"], wanted.payment_method_id)
        else:
            raise PaymentMethodRequired
        if not self._providers[means.provider].accepts(means.token):
            raise UnknownProvider(f"{means.provider} does not know this means of payment.")
        return means

    async def _priced(
        self, cart: CartRow, wanted: CheckoutCreate, terms: Terms, tariff: Tariff, offer: Offer | None
    ) -> tuple[Mapping[str, Quote], Totals]:
        """Quotes and totals that are what the shopper saw, or PriceChanged; kept quotes never refuse anybody."""
        for fresh in (False, True):
            quotes = await self._quotes.of((line["variant_id"] for line in cart.lines), fresh=fresh)
            gone = [line for line in cart.lines if line["variant_id"] not in quotes]
            if gone:
                continue
            items = [Item(quotes[line["variant_id"]]["unit_price"]["amount"], line["quantity"]) for line in cart.lines]
            discount = self._discount(offer, sum(item.total for item in items), cart.currency)
            totals = price(items, terms.shipping.price, tariff.tax(terms.address), discount)
            if (totals.total, cart.currency) == (wanted.expected_total.amount, wanted.expected_total.currency):
                return quotes, totals
        if gone:
            lines = [{"variant_id": line["variant_id"], "requested": line["quantity"], "available": 0} for line in gone]
            raise OutOfStock("Something in the cart is not sold any more.", lines=lines)
        raise PriceChanged("The total is another one now.", totals=render_totals(totals, cart.currency))

    def _discount(self, offer: Offer | None, subtotal: int, currency: str) -> int:
        """What the coupon takes off; CouponNotValid when it would take nothing off any more."""
        if offer is None:
            return 0
        problem = offer.problem(subtotal, currency, self._clock.now())
        if problem is not None:
            raise CouponNotValid(problem)
        return offer.coupon.discount(subtotal)


def _answer(order: Mapping[str, Any], rendered: Json) -> Reply:
    if order["checkout_state"] == REFUSED:
        refused: ShopError = answer_to(order["refusal"], order["id"])
        raise refused
    return (201 if order["checkout_state"] == PLACED else 202), rendered
