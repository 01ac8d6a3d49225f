"""Why a checkout is refused. What ends an order is kept in it as a Refusal; what never began one is only answered."""

from typing import Any

from common.errors import Conflict, InvalidInput, NotFound, PaymentRequired, ShopError


class CartChanged(Conflict):
    code = "cart_changed"
    title = "The cart is not the one you saw"


class CartEmpty(Conflict):
    code = "cart_empty"
    title = "There is nothing in the cart"


class PriceChanged(Conflict):
    """`totals` are the new ones."""

    code = "price_changed"
    title = "The total is not the one you saw"


class OutOfStock(Conflict):
    """`lines` say which variants, how many were asked for and how many there are."""

    code = "out_of_stock"
    title = "The shop does not have enough of this"


class AlreadyOrdered(Conflict):
    """`order_id` is the order that was made of this cart."""

    code = "already_ordered"
    title = "An order was made of this cart"


class PaymentDeclined(PaymentRequired):
    code = "payment_declined"
    title = "The payment was declined"


class AddressRequired(InvalidInput):
    code = "address_required"
    title = "Say where the order goes"


class ShippingMethodRequired(InvalidInput):
    code = "shipping_method_required"
    title = "Choose how the order is shipped"


class PaymentMethodRequired(InvalidInput):
    code = "payment_method_required"
    title = "Choose how to pay"


class EmailRequired(InvalidInput):
    code = "email_required"
    title = "Guests give an email address for the confirmation"


class UnknownPaymentMethod(NotFound):
    code = "unknown_payment_method"
    title = "You have no such payment method"


class InsufficientBalance(Conflict):
    """`needed`, and the gift card's `balance`."""

    code = "insufficient_balance"
    title = "The gift card does not hold so much"


class CardOfOtherCurrency(Conflict):
    """`currency` is what the gift card holds."""

    code = "gift_card_other_currency"
    title = "A gift card pays in its own currency only"


class Refused(Exception):
    """The deal is off, for good and for a reason; raised by the steps of a checkout."""

    def __init__(self, code: str, detail: str, **extra: Any) -> None:
        super().__init__(code)
        self.refusal: dict[str, Any] = {"code": code, "detail": detail, **extra}


class StillOpen(Exception):
    """Nobody knows yet how the step ended; the recovery loop goes on asking."""

    def __init__(self, step: str) -> None:
        super().__init__(step)
        self.step = step


_BY_CODE: dict[str, type[ShopError]] = {
    kind.code: kind for kind in (OutOfStock, PriceChanged, PaymentDeclined, CartChanged)
}


def answer_to(refusal: dict[str, Any], order_id: str) -> ShopError:
    """The error a refused order is answered with: 402 where it is about the payment, else 409."""
    code = refusal["code"]
    kind = _BY_CODE.get(code) or (PaymentRequired if code.startswith("payment_") else Conflict)
    extra = {name: value for name, value in refusal.items() if name not in ("code", "detail")}
    return kind(refusal["detail"], code=code, order_id=order_id, **extra)
