"""Preparing a card payment for the cart as it stands."""

from collections import Counter
from typing import Any

from common.errors import Conflict, NotFound, Unavailable
from common.security.caller import Caller
from order_service.app.card_payments.schemas import CardPaymentCreate
from order_service.app.carts.service import CartService
from order_service.app.checkout.errors import (
    AddressRequired,
    AlreadyOrdered,
    CartChanged,
    CartEmpty,
    OutOfStock,
    PriceChanged,
    ShippingMethodRequired,
)
from order_service.app.payments.providers import OutcomeUnknown
from order_service.app.payments.stripe import StripeProvider
from order_service.app.payments.stripe.browser import BrowserPayments, CannotBePrepared
from order_service.app.promotions.errors import CouponNotCombined, CouponNotValid
from order_service.app.quotes.service import Quotes, priced_in, shortages
from order_service.app.shipping_methods.errors import ShippingNotAvailable

Json = dict[str, Any]


class NoCardPayments(NotFound):
    code = "no_card_payments"
    title = "This shop takes no cards in the browser"


class AmountNotPayable(Conflict):
    code = "amount_not_payable"
    title = "Cards cannot be charged this amount in this currency."


class CardPaymentRefused(Conflict):
    code = "card_payment_refused"
    title = "Cards cannot be taken right now; choose another way to pay"


class CardPaymentsAway(Unavailable):
    code = "card_payments_away"
    title = "The card provider does not answer; try again, or choose another way to pay"


class CardPaymentService:
    """`browser` is None where the shop is not paid through Stripe."""

    def __init__(self, carts: CartService, quotes: Quotes, browser: BrowserPayments | None) -> None:
        self._carts = carts
        self._quotes = quotes
        self._browser = browser

    async def prepare(self, caller: Caller, wanted: CardPaymentCreate) -> Json:
        """The one open payment for this cart and total, the same however often it is asked for."""
        if self._browser is None or not self._browser.publishable_key:
            raise NoCardPayments
        cart = await self._carts.view(caller, wanted.cart_id)
        _refuse_what_was_not_seen(cart, wanted)
        _refuse_what_does_not_count(cart)
        await self._refuse_what_is_short(cart)
        total = wanted.expected_total
        try:
            prepared = await self._browser.prepare(cart["id"], caller.subject_id, total.amount, total.currency)
        except OutcomeUnknown as error:
            raise CardPaymentsAway(headers={"Retry-After": "1"}) from error
        except CannotBePrepared as error:
            raise (AmountNotPayable if error.wrong_amount else CardPaymentRefused) from error
        return {
            "provider": StripeProvider.name,
            "token": prepared.intent_id,
            "client_secret": prepared.client_secret,
            "publishable_key": self._browser.publishable_key,
            "confirmed": prepared.confirmed,
            "amount": total.model_dump(),
        }

    async def _refuse_what_is_short(self, cart: Json) -> None:
        """OutOfStock, by what is there right now: kept quotes refuse nobody."""
        if all(line["enough"] for line in cart["items"]):
            return
        asked = Counter[str]()
        for line in cart["items"]:
            asked[line["variant_id"]] += line["quantity"]
        found = await self._quotes.of(asked, fresh=True)
        short = shortages(asked, priced_in(found.values(), cart["currency"]))
        if short:
            raise OutOfStock(lines=short)


def _refuse_what_was_not_seen(cart: Json, wanted: CardPaymentCreate) -> None:
    """What a checkout would refuse is said before a card is asked for."""
    if cart["order_id"] is not None:
        raise AlreadyOrdered(order_id=cart["order_id"])
    if cart["version"] != wanted.cart_version:
        raise CartChanged(f"The cart is at version {cart['version']} now.", cart_version=cart["version"])
    if not cart["items"]:
        raise CartEmpty
    if cart["address"] is None:
        raise AddressRequired
    if cart["shipping_method"] is None:
        raise ShippingMethodRequired
    if cart["totals"]["total"] != wanted.expected_total.model_dump():
        raise PriceChanged("The total is another one now.", totals=cart["totals"])


def _refuse_what_does_not_count(cart: Json) -> None:
    """ShippingNotAvailable, CouponNotValid: the same that a checkout refuses. A coupon that another one outdoes is not
    among that."""
    if cart["shipping_problem"] is not None:
        raise ShippingNotAvailable(cart["shipping_problem"]["reason"])
    for coupon in cart["coupons"]:
        problem = coupon["problem"]
        if problem is not None and problem["code"] != CouponNotCombined.code:
            raise CouponNotValid(Conflict(problem["detail"], code=problem["code"]))
