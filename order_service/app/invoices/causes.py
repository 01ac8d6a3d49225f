"""What documents of an order are about: the order itself, a change of its goods, or money that was given back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from order_service.app.orders.states import PAID, PENDING
from order_service.app.payments.states import DONE, PAYMENT

Row = Mapping[str, Any]
CANCELLATION, RETURN, REFUND = "cancellation", "return", "refund"
_CHANGE, _RETURN = "chg_", "rtn_"  # how the ids of what refunds were promised for begin


@dataclass(frozen=True, slots=True)
class GivenBack:
    """Money that went back for one reason; `everything` where that was for all the order still held."""

    cause: str
    what: str
    reason: str
    refunds: list[Row]
    everything: bool

    @property
    def amount(self) -> int:
        return sum(refund["amount"] for refund in self.refunds)


def given_back(order: Row, refunds: Sequence[Row]) -> list[GivenBack]:
    """What money was given back for, by what was decided; nothing of it before the first of it has moved.

    Refunds for a change are left out: paying in another way gives back what was paid twice, and what changed goods
    cost is in the document about them.
    """
    groups: dict[str, list[Row]] = {}
    for refund in sorted(refunds, key=lambda refund: (refund["created_at"], refund["id"])):
        if not str(refund["request_id"]).startswith(_CHANGE):
            groups.setdefault(_cause(order, refund), []).append(refund)
    return [
        GivenBack(cause, _what(cause), group[0]["reason"], group, cause == CANCELLATION)
        for cause, group in groups.items()
        if any(refund["status"] == DONE for refund in group)
    ]


def _cause(order: Row, refund: Row) -> str:
    """Those of a cancellation have its reason and no request; those made at the provider's own desk stand alone."""
    if refund["request_id"] is not None:
        return str(refund["request_id"])
    cancelled = order["cancelled_at"] is not None and refund["reason"] == order["cancel_reason"]
    return CANCELLATION if cancelled else str(refund["id"])


def _what(cause: str) -> str:
    if cause == CANCELLATION:
        return CANCELLATION
    return RETURN if cause.startswith(_RETURN) else REFUND


def standing_payments(ledger: Sequence[Row], refunds: Sequence[Row]) -> list[Row]:
    """The ledger's payments without those that another took the place of, or that came to nothing."""
    back: dict[str, int] = {}
    for refund in refunds:
        if str(refund["request_id"]).startswith(_CHANGE):
            back[refund["payment_id"]] = back.get(refund["payment_id"], 0) + refund["amount"]
    paid = [entry for entry in ledger if entry["type"] == PAYMENT]
    return [entry for entry in paid if back.get(entry["reference"], 0) < entry["amount"] or not entry["amount"]]


def anything_after(order: Row) -> bool:
    """Whether more may have happened to the order than that it was placed."""
    return bool(order["status"] != PENDING or order["payment_status"] != PAID)


def is_about_goods(document: Row) -> bool:
    """Whether it says what the order held after it: the first one does, and those about changes."""
    return document["cause"] == document["order_id"] or "state" in document["contents"]
