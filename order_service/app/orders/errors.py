"""What can be wrong with the order that was asked for, and why something cannot be done with it (see actions)."""

from common.errors import Conflict, NotFound


class NoSuchOrder(NotFound):
    title = "There is no such order"


class CheckoutInProgress(Conflict):
    code = "checkout_in_progress"
    title = "The checkout of this order is still running"


class ChangeInProgress(Conflict):
    code = "change_in_progress"
    title = "A change of this order is still being made"


class OrderNotPending(Conflict):
    """`order_status` is what the order is instead."""

    code = "order_not_pending"
    title = "Only a pending order can be changed or cancelled"


class OrderNotDelivered(Conflict):
    """`order_status` is what the order is instead."""

    code = "order_not_delivered"
    title = "Only what was delivered can be returned or exchanged"


class AlreadyRequested(Conflict):
    code = "already_requested"
    title = "Of an order there is one return or one exchange"


class ReturnWindowOver(Conflict):
    code = "return_window_over"
    title = "It is too late to send this order back"


class NotOnePayment(Conflict):
    code = "not_one_payment"
    title = "Only an order with a single payment can be paid in another way"


class NothingRequested(Conflict):
    """`order_status` is what the order is instead."""

    code = "nothing_requested"
    title = "Nobody asks for this of the order"


class OrderNotOpen(Conflict):
    """`order_status` is what the order is instead."""

    code = "order_not_open"
    title = "This order is not to be sent"


class NothingToSend(Conflict):
    code = "nothing_to_send"
    title = "All of this order was sent already"


class NothingToRefund(Conflict):
    code = "nothing_to_refund"
    title = "Nothing is left that could be given back"
