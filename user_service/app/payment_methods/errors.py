"""What saving a payment method refuses."""

from common.errors import Conflict, InvalidInput, NotFound


class RawCardRefused(InvalidInput):
    code, title = "raw_card_refused", "Card numbers are not taken here: hand in the payment provider's token"


class CardExpired(InvalidInput):
    code, title = "card_expired", "This card has expired"


class PaymentMethodNotFound(NotFound):
    code, title = "payment_method_not_found", "There is no such payment method here"


class WalletFull(Conflict):
    code, title = "wallet_full", "There are enough payment methods saved: delete one first"


class GiftCardNotEmpty(Conflict):
    code, title = "gift_card_not_empty", "There is money left on this gift card: spend it first"
