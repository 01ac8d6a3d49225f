"""Why something cannot be sent."""

from common.errors import Conflict, InvalidInput, NotFound


class NotSoManyLeft(Conflict):
    """`line_id`, and how many pieces of it are `left` to send."""

    code = "too_many_pieces"
    title = "Not so many pieces are left to send"


class UnknownLine(InvalidInput):
    code = "unknown_line"
    title = "The order has no such line"


class NoSuchFulfilment(NotFound):
    title = "The order has no such fulfilment"
