"""What can be done with an order: the same rule refuses an operation and tells the reader beforehand."""

from datetime import timedelta
from typing import Any

import pytest

from common.clock import utc_now
from common.security.caller import Caller, MissingPermission
from order_service.app.orders import actions
from order_service.app.orders.errors import CheckoutInProgress, NothingToRefund, NothingToSend, OrderNotPending

PENDING = {
    "customer_id": "usr_ada",
    "checkout_state": "placed",
    "status": "pending",
    "fulfilment_status": "unfulfilled",
    "change_id": None,
    "return_until": None,
}


def caller(name: str, *permissions: str) -> Caller:
    return Caller(name, "default", "ses_1", permissions=frozenset(permissions))


ADA, STAFF = caller("usr_ada"), caller("usr_staff", "orders:write", "refunds:write")


@pytest.mark.parametrize(
    ("changes", "left", "customers", "staffs"),
    [
        ({}, 500, ["cancellation"], ["cancellation", "refunds", "fulfilments"]),
        ({}, 0, ["cancellation"], ["cancellation", "fulfilments"]),
        ({"checkout_state": "placing", "status": "placing"}, 0, [], []),
        ({"checkout_state": "payment_review", "status": "placing"}, 500, [], []),
        ({"checkout_state": "refused", "status": "refused"}, 0, [], []),
        ({"fulfilment_status": "partially_fulfilled"}, 500, [], ["refunds", "fulfilments"]),
        ({"status": "pending (item modified)"}, 500, [], ["refunds", "fulfilments"]),
        ({"status": "processed", "fulfilment_status": "fulfilled"}, 500, [], ["refunds"]),
        ({"status": "delivered", "fulfilment_status": "fulfilled"}, 0, [], []),
        ({"status": "cancelled"}, 0, [], []),
    ],
)
def test_an_order_tells_what_each_can_do(
    changes: dict[str, str], left: int, customers: list[str], staffs: list[str]
) -> None:
    order, facts = {**PENDING, **changes}, actions.Facts(left)
    mine = [name for name in actions.possible(ADA, order, facts) if name in ("cancellation", "refunds", "fulfilments")]
    theirs = actions.possible(STAFF, order, facts)
    assert mine == customers
    assert [name for name in theirs if name in ("cancellation", "refunds", "fulfilments")] == staffs


def test_somebody_else_can_do_nothing() -> None:
    assert actions.possible(caller("usr_bob"), PENDING, actions.Facts(500)) == []
    with pytest.raises(MissingPermission):
        actions.CANCELLATION.require(caller("usr_bob", "orders:read"), PENDING)


@pytest.mark.parametrize(
    ("action", "changes", "error"),
    [
        (actions.CANCELLATION, {"checkout_state": "placing"}, CheckoutInProgress),
        (actions.CANCELLATION, {"status": "processed"}, OrderNotPending),
        (actions.REFUNDS, {"checkout_state": "refused"}, NothingToRefund),
        (actions.FULFILMENTS, {"fulfilment_status": "fulfilled"}, NothingToSend),
    ],
)
def test_what_is_not_told_is_refused(action: actions.Action, changes: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        action.require(STAFF, {**PENDING, **changes}, actions.Facts(500))


DELIVERED = {**PENDING, "status": "delivered", "fulfilment_status": "fulfilled"}
AFTER_SALES = ("address", "payment-change", "item-changes", "returns", "exchanges")


@pytest.mark.parametrize(
    ("order", "facts", "customers"),
    [
        (PENDING, actions.Facts(500, one_payment=True), ["address", "payment-change", "item-changes"]),
        (PENDING, actions.Facts(500), ["address", "item-changes"]),
        ({**PENDING, "change_id": "chg_1"}, actions.Facts(500, one_payment=True), []),
        ({**PENDING, "status": "pending (item modified)"}, actions.Facts(500), ["address"]),
        ({**PENDING, "status": "processed"}, actions.Facts(500, one_payment=True), []),
        (DELIVERED, actions.Facts(500), ["returns", "exchanges"]),
        (DELIVERED, actions.Facts(500, requested=True), []),
        ({**DELIVERED, "return_until": utc_now() + timedelta(days=1)}, actions.Facts(), ["returns", "exchanges"]),
        ({**DELIVERED, "return_until": utc_now() - timedelta(days=1)}, actions.Facts(), []),
        ({**DELIVERED, "status": "return requested"}, actions.Facts(500, requested=True), []),
    ],
)
def test_after_the_sale_each_thing_has_its_time(
    order: dict[str, Any], facts: actions.Facts, customers: list[str]
) -> None:
    assert [name for name in actions.possible(ADA, order, facts) if name in AFTER_SALES] == customers


@pytest.mark.parametrize("kind", ["return", "exchange"])
def test_what_was_asked_for_is_the_staffs_to_decide(kind: str) -> None:
    order, facts = {**DELIVERED, "status": f"{kind} requested"}, actions.Facts(requested=True)
    done = "receipt" if kind == "return" else "completion"
    assert actions.possible(STAFF, order, facts) == [f"{kind}s/{done}", f"{kind}s/rejection"]
    assert actions.possible(STAFF, {**order, "change_id": "chg_1"}, facts) == []
