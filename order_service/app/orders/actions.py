"""What can be done with an order now, and by whom: one rule for each operation.

The operation insists on it, and every order tells its reader which rules let that reader through. An operation that
is added gets its Action here, calls `require` under the order's lock, and is told with the others.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from common.clock import utc_now
from common.errors import ShopError
from common.security.caller import Caller
from order_service.app.orders.errors import (
    AlreadyRequested,
    ChangeInProgress,
    CheckoutInProgress,
    NothingRequested,
    NothingToRefund,
    NothingToSend,
    NotOnePayment,
    OrderNotDelivered,
    OrderNotOpen,
    OrderNotPending,
    ReturnWindowOver,
)
from order_service.app.orders.states import (
    DELIVERED,
    EXCHANGE_REQUESTED,
    FULFILLED,
    PAYMENT_REVIEW,
    PENDING,
    PLACED,
    PLACING,
    RETURN_REQUESTED,
    SENDABLE,
    UNFULFILLED,
)

Order = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the order's row does not say: how much could still be given back (minor units), whether its money is one
    payment that nothing was given back of, and whether a return or an exchange stands.
    """

    refundable: int = 0
    one_payment: bool = False
    requested: bool = False


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Action:
    """`name` is how the path under /orders/{id} ends, without ids.

    `obstacle` says why the order does not allow it. Those with the permission may do it, and with `own` also the
    order's customer.
    """

    name: str
    permission: str
    obstacle: Callable[[Order, Facts], ShopError | None]
    own: bool = False

    def require(self, caller: Caller, order: Order, facts: Facts = NO_FACTS) -> None:
        """MissingPermission, or the obstacle."""
        if not self._permitted(caller, order):
            caller.require(self.permission)
        obstacle = self.obstacle(order, facts)
        if obstacle is not None:
            raise obstacle

    def possible(self, caller: Caller, order: Order, facts: Facts) -> bool:
        return self._permitted(caller, order) and self.obstacle(order, facts) is None

    def _permitted(self, caller: Caller, order: Order) -> bool:
        return (self.own and order["customer_id"] == caller.subject_id) or caller.may(self.permission)


def possible(caller: Caller, order: Order, facts: Facts) -> list[str]:
    """The names of what this caller can do with the order now."""
    return [action.name for action in ACTIONS if action.possible(caller, order, facts)]


def _busy(order: Order) -> ShopError | None:
    """Somebody is at work on it, whose end decides what it is."""
    if order["checkout_state"] in (PLACING, PAYMENT_REVIEW):
        return CheckoutInProgress()
    return ChangeInProgress() if order["change_id"] is not None else None


def _cancellation(order: Order, facts: Facts) -> ShopError | None:
    if busy := _busy(order):
        return busy
    if order["fulfilment_status"] != UNFULFILLED:
        return OrderNotPending("Parts of it were sent already.", order_status=order["status"])
    return _only_pending(order)


def _only_pending(order: Order) -> ShopError | None:
    if order["status"] != PENDING:
        return OrderNotPending(f"The order is {order['status']}.", order_status=order["status"])
    return None


def _items(order: Order, facts: Facts) -> ShopError | None:
    """Once: an order whose items were changed is not exactly pending any more."""
    return _busy(order) or _only_pending(order)


def _address(order: Order, facts: Facts) -> ShopError | None:
    if busy := _busy(order):
        return busy
    if order["status"] not in SENDABLE:
        return OrderNotPending(f"The order is {order['status']}.", order_status=order["status"])
    return None


def _payment(order: Order, facts: Facts) -> ShopError | None:
    return _address(order, facts) or (None if facts.one_payment else NotOnePayment())


def _sending_back(order: Order, facts: Facts) -> ShopError | None:
    if busy := _busy(order):
        return busy
    if facts.requested:
        return AlreadyRequested()
    if order["status"] != DELIVERED:
        return OrderNotDelivered(f"The order is {order['status']}.", order_status=order["status"])
    until = order["return_until"]
    return ReturnWindowOver() if until is not None and utc_now() > until else None


def _decision(status: str) -> Callable[[Order, Facts], ShopError | None]:
    """What the staff does about a request that stands."""

    def obstacle(order: Order, facts: Facts) -> ShopError | None:
        if busy := _busy(order):
            return busy
        return None if order["status"] == status else NothingRequested(order_status=order["status"])

    return obstacle


def _refund(order: Order, facts: Facts) -> ShopError | None:
    if busy := _busy(order):
        return busy
    if order["checkout_state"] != PLACED:
        return NothingToRefund("The order was refused.")
    return None if facts.refundable else NothingToRefund()


def _fulfilment(order: Order, facts: Facts) -> ShopError | None:
    if busy := _busy(order):
        return busy
    if order["fulfilment_status"] == FULFILLED:
        return NothingToSend()
    if order["status"] not in SENDABLE:
        return OrderNotOpen(f"The order is {order['status']}.", order_status=order["status"])
    return None


CANCELLATION = Action("cancellation", "orders:write", _cancellation, own=True)
ADDRESS = Action("address", "orders:write", _address, own=True)
PAYMENT_CHANGE = Action("payment-change", "orders:write", _payment, own=True)
ITEM_CHANGES = Action("item-changes", "orders:write", _items, own=True)
RETURNS = Action("returns", "orders:write", _sending_back, own=True)
EXCHANGES = Action("exchanges", "orders:write", _sending_back, own=True)
RETURN_RECEIPT = Action("returns/receipt", "orders:write", _decision(RETURN_REQUESTED))
RETURN_REJECTION = Action("returns/rejection", "orders:write", _decision(RETURN_REQUESTED))
EXCHANGE_COMPLETION = Action("exchanges/completion", "orders:write", _decision(EXCHANGE_REQUESTED))
EXCHANGE_REJECTION = Action("exchanges/rejection", "orders:write", _decision(EXCHANGE_REQUESTED))
REFUNDS = Action("refunds", "refunds:write", _refund)
FULFILMENTS = Action("fulfilments", "orders:write", _fulfilment)
ACTIONS = (
    *(CANCELLATION, ADDRESS, PAYMENT_CHANGE, ITEM_CHANGES, RETURNS, EXCHANGES),
    *(RETURN_RECEIPT, RETURN_REJECTION, EXCHANGE_COMPLETION, EXCHANGE_REJECTION),
    *(REFUNDS, FULFILMENTS),
)
