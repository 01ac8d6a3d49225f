"""Why a coupon is not taken, in words for the shopper.

NotFound ── UnknownCoupon
Conflict ── CouponRefused ── CouponNotStarted, CouponExpired, CouponUsedUp, CouponAlreadyUsed, CouponNotForYou,
                             CouponNotForTheseGoods, CouponOtherCurrency, CouponNotCombined, TooManyCoupons
         ── CouponMinimumNotReached, CouponQuantityNotReached
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


class CouponNotForYou(CouponRefused):
    code = "coupon_not_for_you"
    text: ClassVar[Texts] = {"en": "This coupon is for other customers.", "zh": "该优惠码仅限特定顾客使用。"}


class CouponNotForTheseGoods(CouponRefused):
    code = "coupon_not_for_these_goods"
    text: ClassVar[Texts] = {
        "en": "This coupon is not for what is in your cart.",
        "zh": "该优惠码不适用于购物车中的商品。",
    }


class CouponNotCombined(CouponRefused):
    """It would count, but another offer does, and the two don't go together."""

    code = "coupon_not_combined"
    text: ClassVar[Texts] = {
        "en": "This coupon cannot be combined with what is taken off already.",
        "zh": "该优惠码不能与当前优惠叠加使用。",
    }


class TooManyCoupons(CouponRefused):
    code = "too_many_coupons"
    text: ClassVar[Texts] = {"en": "No more coupons fit into this cart.", "zh": "购物车中的优惠码已达上限。"}


class CouponQuantityNotReached(Conflict):
    """`minimum` and `missing` are numbers of pieces."""

    code = "coupon_quantity_not_reached"
    title = "This coupon is not taken"

    def __init__(self, minimum: int, there: int) -> None:
        text = {
            "en": "This coupon is for {} pieces or more: {} are missing.",
            "zh": "该优惠码需购买至少 {} 件，还差 {} 件。",
        }
        missing = minimum - there
        super().__init__(localized(text).format(minimum, missing), minimum_quantity=minimum, missing_quantity=missing)


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
