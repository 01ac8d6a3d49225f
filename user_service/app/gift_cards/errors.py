"""What gift cards refuse, in words for whoever wanted to pay or to add one.

NotFound ── GiftCardNotFound, UnknownGiftCardCode, GiftCardPaymentNotFound
PaymentRequired ── GiftCardDeclined ── BalanceTooLow, CardOfOtherCurrency, CardExpired, CardDeactivated
Conflict ── GiftCardTaken, GiftCardNotUsable, PaymentIdReused, RefundExceedsPayment, CreditImpossible,
             AdjustmentTooLarge
"""

from typing import ClassVar

from common.errors import Conflict, NotFound, PaymentRequired, TooManyRequests
from common.languages import Texts, localized


class GiftCardNotFound(NotFound):
    code, title = "gift_card_not_found", "There is no such gift card here"


class UnknownGiftCardCode(NotFound):
    code, title = "unknown_gift_card_code", "This gift card code is not known"


class GiftCardPaymentNotFound(NotFound):
    code, title = "gift_card_payment_not_found", "No gift card knows of this payment"


class GiftCardTaken(Conflict):
    code, title = "gift_card_taken", "This gift card is in somebody else's wallet"


class GiftCardNotUsable(Conflict):
    code, title = "gift_card_not_usable", "This gift card has expired or was deactivated"


class PaymentIdReused(Conflict):
    code, title = "payment_id_reused", "This id stands for something else"


class RefundExceedsPayment(Conflict):
    code, title = "refund_exceeds_payment", "More would be given back than this card paid"


class CreditImpossible(Conflict):
    code, title = "gift_card_takes_no_money", "This gift card takes no money"


class AdjustmentTooLarge(Conflict):
    code, title = "adjustment_too_large", "There is not so much on this gift card that is not promised to a payment"


class TooManyCodes(TooManyRequests):
    code, title = "too_many_gift_card_codes", "Too many gift card codes were tried: wait a little"

    def __init__(self, retry_after: float) -> None:
        super().__init__(headers={"Retry-After": str(max(1, round(retry_after)))})


class GiftCardDeclined(PaymentRequired):
    """`detail` is in the shopper's language."""

    text: ClassVar[Texts]

    def __init__(self) -> None:
        super().__init__(localized(self.text))


class BalanceTooLow(GiftCardDeclined):
    code = "gift_card_balance_too_low"
    text: ClassVar[Texts] = {
        "en": "A gift card must cover the amount it is to pay, and there is not enough on this one.",
        "zh": "礼品卡余额必须足以支付全部金额，这张卡余额不足。",
    }


class CardOfOtherCurrency(GiftCardDeclined):
    code = "gift_card_other_currency"
    text: ClassVar[Texts] = {
        "en": "This gift card is in another currency.",
        "zh": "这张礼品卡使用其他货币。",
    }


class CardExpired(GiftCardDeclined):
    code = "gift_card_expired"
    text: ClassVar[Texts] = {"en": "This gift card has expired.", "zh": "这张礼品卡已过期。"}


class CardDeactivated(GiftCardDeclined):
    code = "gift_card_deactivated"
    text: ClassVar[Texts] = {"en": "This gift card was deactivated.", "zh": "这张礼品卡已停用。"}
