"""Placing an order: what the shopper sent is checked, frozen, and taken through the saga."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database
from common.errors import NotFound, ShopError
from common.idempotency import Receipt
from common.languages import current_language
from common.observability.logs import get_logger
from common.security.caller import Caller
from order_service.app.carts.errors import UnknownShippingMethod
from order_service.app.carts.pricing import PricedCart, priced
from order_service.app.carts.rendering import render_totals
from order_service.app.carts.rows import CartRow
from order_service.app.carts.service import CartService
from order_service.app.checkout.errors import (
    AddressRequired,
    AlreadyOrdered,
    CartChanged,
    CartEmpty,
    EmailRequired,
    OutOfStock,
    PriceChanged,
    ShippingMethodRequired,
    StillOpen,
    answer_to,
)
from order_service.app.checkout.schemas import CheckoutCreate
from order_service.app.checkout.service.calls import Deadline
from order_service.app.checkout.service.contacts import Contacts
from order_service.app.checkout.service.draft import Placing, Terms, draft
from order_service.app.checkout.service.endings import EndedByRival, Endings
from order_service.app.checkout.service.means import PaymentMeans
from order_service.app.checkout.service.saga import Saga
from order_service.app.orders import service as orders
from order_service.app.orders.rendering import render
from order_service.app.orders.states import PLACED, REFUSED
from order_service.app.promotions.errors import CouponNotValid
from order_service.app.promotions.redeeming import Customer, Entitlements
from order_service.app.quotes.service import Quote, Quotes, priced_in
from order_service.app.shipping_methods.errors import ShippingNotAvailable
from order_service.app.tariffs.service import Tariff, Tariffs

log = get_logger(__name__)
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
        entitlements: Entitlements,
        contacts: Contacts,
        means: PaymentMeans,
        saga: Saga[Placing],
        endings: Endings,
        clock: Clock,
        patience: Patience,
    ) -> None:
        self._database = database
        self._carts = carts
        self._quotes = quotes
        self._tariffs = tariffs
        self._entitlements = entitlements
        self._contacts = contacts
        self._means = means
        self._saga = saga
        self._endings = endings
        self._clock = clock
        self._patience = patience

    async def __call__(self, caller: Caller, key: str, wanted: CheckoutCreate, receipt: Receipt) -> Reply:
        """(201, order), (202, order) while the outcome is open, or the error that says why there is no deal.

        With a key whose order exists already, say after a crash, that order's outcome is the answer. The reply to an
        order that is placed goes into the transaction that places it.
        """
        deadline = Deadline(self._patience.deadline)
        # of the cart, not of the caller: a guest who signed in meanwhile is the same shopper with the same cart
        checkout_key = sha256(f"{wanted.cart_id}\n{key}".encode()).hexdigest()
        cart = await self._carts.find(caller.subject_id, wanted.cart_id)
        if cart.order_id is not None:
            return await self._order_of(caller, cart.order_id, checkout_key, deadline)
        if cart.version != wanted.cart_version:
            raise CartChanged(f"The cart is at version {cart.version} now.", cart_version=cart.version)
        if not cart.lines:
            raise CartEmpty
        placing = await self._drawn_up(caller, cart, wanted, checkout_key)
        try:
            await self._begin(caller, cart, wanted, placing)
        except CartChanged:
            cart = await self._carts.find(caller.subject_id, wanted.cart_id)
            if cart.order_id is None:
                raise
            return await self._order_of(caller, cart.order_id, checkout_key, deadline)

        async def remember(session: AsyncSession, order: Json, ledger: list[Json]) -> None:
            await receipt.write(session, *_answer(order, render(caller, order, placing.lines, ledger)))

        placing.remember = remember
        return await self._run(caller, placing, deadline)

    async def _run(self, caller: Caller, placing: Placing, deadline: Deadline) -> Reply:
        try:
            await self._saga.run(placing, deadline)
        except StillOpen as still_open:
            cause = repr(still_open.__cause__)
            log.warning("checkout stays open", order=placing.id, step=still_open.step, cause=cause)
            await self._endings.look_again(placing, _LOOK_AGAIN_AFTER)
        except EndedByRival:
            return await self._reply(caller, placing.id)
        return _answer(placing.order, render(caller, placing.order, placing.lines, placing.ledger))

    async def _order_of(self, caller: Caller, order_id: str, checkout_key: str, deadline: Deadline) -> Reply:
        """The order that was made of this cart: under this key its outcome, under another a refusal."""
        async with self._database.reading() as session:
            order = await orders.find(session, order_id)
        if order is None or order["checkout_key"] != checkout_key:
            raise AlreadyOrdered(order_id=order_id)
        while True:
            status, answer = await self._reply(caller, order_id)
            if status != 202 or deadline.passed:
                return status, answer
            await asyncio.sleep(0.1)

    async def _reply(self, caller: Caller, order_id: str) -> Reply:
        async with self._database.reading() as session:
            order = await orders.find(session, order_id)
            if order is None:
                raise NotFound
            return _answer(order, await orders.rendered(session, caller, order))

    async def _begin(self, caller: Caller, cart: CartRow, wanted: CheckoutCreate, placing: Placing) -> None:
        """CouponNotValid where others had the last use meanwhile; of what counts without a code, PriceChanged."""
        try:
            await self._saga.begin(placing)
        except CouponNotValid:
            self._tariffs.forget()
            await self._drawn_up(caller, cart, wanted, placing.order["checkout_key"])
            raise

    async def _drawn_up(self, caller: Caller, cart: CartRow, wanted: CheckoutCreate, checkout_key: str) -> Placing:
        tariff = await self._tariffs.current()
        terms = await self._terms(caller, cart, wanted, tariff, checkout_key)
        customer = Customer(caller.subject_id, caller.groups, terms.email)
        quotes, found = await self._priced(cart, wanted, terms, tariff, customer)
        now = self._clock.now()
        lease_until = now + timedelta(seconds=self._patience.lease)
        return draft(cart, quotes, found, terms, now, lease_until)

    async def _terms(
        self, caller: Caller, cart: CartRow, wanted: CheckoutCreate, tariff: Tariff, checkout_key: str
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
        means = await self._means.chosen(caller.subject_id, wanted.payment, wanted.payment_method_id)
        taxes = tariff.taxes(address)
        return Terms(address, shipping, means, email, wanted.note or None, current_language(), checkout_key, taxes)

    async def _priced(
        self, cart: CartRow, wanted: CheckoutCreate, terms: Terms, tariff: Tariff, customer: Customer
    ) -> tuple[Mapping[str, Quote], PricedCart]:
        """Quotes and prices that are what the shopper saw, or PriceChanged; kept quotes never refuse anybody."""
        for fresh in (False, True):
            known = await self._quotes.of((line["variant_id"] for line in cart.lines), fresh=fresh)
            quotes = priced_in(known.values(), cart.currency)
            gone = [line for line in cart.lines if line["variant_id"] not in quotes]
            if gone:
                continue
            found = await priced(cart, quotes, tariff, self._entitlements, customer, terms.address, terms.shipping)
            if (found.totals.total, cart.currency) == (wanted.expected_total.amount, wanted.expected_total.currency):
                _refuse_what_does_not_count(found)
                return quotes, found
        if gone:
            lines = [{"variant_id": line["variant_id"], "requested": line["quantity"], "available": 0} for line in gone]
            raise OutOfStock("Something in the cart is not sold any more.", lines=lines)
        _refuse_what_does_not_count(found)
        raise PriceChanged("The total is another one now.", totals=render_totals(found.totals, cart.currency))


def _refuse_what_does_not_count(found: PricedCart) -> None:
    """ShippingNotAvailable, CouponNotValid: the shopper chose something that does not do any more."""
    if found.misfit is not None:
        raise ShippingNotAvailable(found.misfit)
    for problem in found.entitlement.problems.values():
        raise CouponNotValid(problem)


def _answer(order: Mapping[str, Any], rendered: Json) -> Reply:
    if order["checkout_state"] == REFUSED:
        refused: ShopError = answer_to(order["refusal"], order["id"])
        raise refused
    return (201 if order["checkout_state"] == PLACED else 202), rendered
