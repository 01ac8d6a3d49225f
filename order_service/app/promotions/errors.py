"""Why a coupon is not taken, in words for the shopper.

NotFound ── UnknownCoupon
Conflict ── CouponRefused ── CouponNotStarted, CouponExpired, CouponUsedUp, CouponAlreadyUsed,
                             CouponMinimumNotReached, CouponOtherCurrency
         ── CouponNotValid (at the checkout, where it had been taken; `reason` is the code of one of those above)
"""

from typing import Any, ClassVar

from common.errors import Conflict, NotFound
from common.languages import Texts, current_language, localized
from common.money import format_money, money


class UnknownCoupon(NotFound):
    code = "unknown_coupon"
    title = "This coupon is not known"
    text: ClassVar[Texts] = {"en": "There is no coupon of this name.", "zh": "没有这个优惠码。"}

    def __init__(self) -> None:
        super().__init__(localized(self.text))


class CouponRefused(Conflict):
    """`detail` is in the shopper's language."""

    title = "This coupon is not taken"
    text: ClassVar[Texts]

    def __init__(self, **extra: Any) -> None:
        super().__init__(localized(self.text), **extra)


class CouponNotStarted(CouponRefused):
    code = "coupon_not_started"
    text: ClassVar[Texts] = {"en": "This coupon is not valid yet.", "zh": "该优惠码尚未生效。"}


class CouponExpired(CouponRefused):
    code = "coupon_expired"
    text: ClassVar[Texts] = {"en": "This coupon has expired.", "zh": "该优惠码已过期。"}


class CouponUsedUp(CouponRefused):
    code = "coupon_used_up"
    text: ClassVar[Texts] = {"en": "This coupon is used up.", "zh": "该优惠码已被领完。"}


class CouponAlreadyUsed(CouponRefused):
    code = "coupon_already_used"
    text: ClassVar[Texts] = {"en": "You have used this coupon already.", "zh": "您已使用过该优惠码。"}


class CouponOtherCurrency(CouponRefused):
    code = "coupon_other_currency"
    text: ClassVar[Texts] = {"en": "This coupon is for another currency.", "zh": "该优惠码适用于其他货币。"}


class CouponMinimumNotReached(Conflict):
    """`minimum` and `missing` are amounts of goods."""

    code = "coupon_minimum_not_reached"
    title = "This coupon is not taken"

    def __init__(self, minimum: int, subtotal: int, currency: str) -> None:
        missing = minimum - subtotal
        words = [format_money(amount, currency, current_language()) for amount in (minimum, missing)]
        text = {
            "en": "This coupon is for orders of {} or more: {} are missing.",
            "zh": "该优惠码需满 {} 方可使用，还差 {}。",
        }
        super().__init__(
            localized(text).format(*words), minimum=money(minimum, currency), missing=money(missing, currency)
        )


class CouponNotValid(Conflict):
    code = "coupon_not_valid"
    title = "The coupon in your cart is not valid any more"

    def __init__(self, why: Conflict | NotFound) -> None:
        super().__init__(why.detail, reason=why.code)
