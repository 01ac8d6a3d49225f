"""Why goods are not taken back."""

from common.errors import Conflict, NotFound


class NoSuchReturn(NotFound):
    title = "The order has no such return"


class WrongRefundMethod(Conflict):
    code = "wrong_refund_method"
    title = "Money goes back to the method that first paid, or to a gift card"


class NotAnnounced(Conflict):
    """`line_id`, and how many pieces of it were `announced`."""

    code = "not_announced"
    title = "Not so many pieces were to come back"
