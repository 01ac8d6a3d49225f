"""Changes, returns and exchanges as rows for those who work on them, and as they are shown with their order."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from common.languages import localized
from common.money import money
from common.security.caller import Caller
from order_service.app.after_sales import repository
from order_service.app.after_sales.states import MADE, REFUSED, REJECTED

Json = dict[str, Any]
Row = Mapping[str, Any]
Rows = repository.Rows
changes, returns, exchanges = repository.changes, repository.returns, repository.exchanges
ASKED = (changes, returns, exchanges)


def request_key(caller: Caller, operation: str, key: str) -> str:
    """An idempotency key as rows keep it: one caller's, for one operation."""
    return sha256(f"{caller.subject_id}\n{operation}\n{key}".encode()).hexdigest()


def standing(requests: Sequence[Row]) -> bool:
    """Whether one of these returns and exchanges counts: of an order there is one, unless it was rejected."""
    return any(request["state"] != REJECTED for request in requests)


def render_changes(rows: Sequence[Row]) -> list[Json]:
    """What was changed, or is being; what came to nothing is not shown."""
    return [_change(row) for row in rows if row["state"] != REFUSED]


def _change(row: Row) -> Json:
    return {
        "id": row["id"],
        "kind": row["kind"],
        "state": _progress(row),
        "swaps": [render_swap(swap, row["currency"]) for swap in row["swaps"]],
        "difference": money(row["difference"], row["currency"]),
        "payment_method_id": row["payment_method_id"],
        "method": row["method"],
        "exchange_id": row["exchange_id"],
        "by_staff": row["by_staff"],
        "created_at": row["created_at"],
        "made_at": row["made_at"],
    }


def _progress(row: Row) -> str:
    if row["state"] != MADE:
        return str(row["state"])
    return "settling" if row["lease_until"] is not None else "done"


def render_swap(swap: Row, currency: str) -> Json:
    to = swap["to"]
    return {
        "line_id": swap["line_id"],
        "from_variant_id": swap["variant_id"],
        "to_variant_id": to["variant_id"],
        "title": localized(to["title"]),
        "variant_title": localized(to["variant_title"]),
        "options": to["options"],
        "unit_price": money(to["unit_price"], currency),
    }


def told(swaps: Sequence[Row]) -> list[Json]:
    """Swaps as events tell them."""
    return [{"from_variant_id": swap["variant_id"], "to_variant_id": swap["to"]["variant_id"]} for swap in swaps]


def render_estimate(difference: int, currency: str) -> Json:
    """`difference` (minor units, signed) is what the customer would pay."""
    return {"to_pay": money(max(difference, 0), currency), "to_get": money(max(-difference, 0), currency)}


def render_return(row: Row) -> Json:
    return {
        "id": row["id"],
        "state": row["state"],
        "lines": row["lines"],
        "amount": money(row["amount"], row["currency"]),
        "refund_to": row["payment_method_id"],
        "method": row["method"],
        "received": row["received"],
        "settled": row["decided_at"] is not None and row["lease_until"] is None,
        **_decision(row),
    }


def render_exchange(row: Row) -> Json:
    return {
        "id": row["id"],
        "state": row["state"],
        "swaps": [render_swap(swap, row["currency"]) for swap in row["swaps"]],
        "difference": money(row["difference"], row["currency"]),
        "payment_method_id": row["payment_method_id"],
        "method": row["method"],
        **_decision(row),
    }


def _decision(row: Row) -> Json:
    return {
        "reason": row["reason"],
        "by_staff": row["by_staff"],
        "created_at": row["created_at"],
        "decided_at": row["decided_at"],
    }
