"""Why money is not given back."""

from common.errors import Conflict, InvalidInput


class RefundExceedsPayment(Conflict):
    """`left` is what can still be given back."""

    code = "refund_exceeds_payment"
    title = "No more can be given back than was paid"


class TooManyPieces(Conflict):
    """`line_id` and how many pieces of it are `left`."""

    code = "too_many_pieces"
    title = "The order does not have so many pieces"


class UnknownLine(InvalidInput):
    code = "unknown_line"
    title = "The order has no such line"


class CancelInstead(Conflict):
    code = "cancel_instead"
    title = "Nothing of the order would be left to send: cancel it"
