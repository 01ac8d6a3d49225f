"""A change drawn up as rows: every id given, before anybody is called."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from common.ids import new_id
from common.security.caller import Caller
from order_service.app.after_sales.states import RUNNING
from order_service.app.order_changes.service.changing import Drawn
from order_service.app.payments.states import CREATED

Json = dict[str, Any]
Row = Mapping[str, Any]


def change_row(order: Row, caller: Caller, request_key: str, drawn: Drawn, now: datetime) -> Json:
    """Nobody works on it yet; its payment, where it has one, is put in by whoever draws that up."""
    return {
        "id": new_id("chg"),
        "order_id": order["id"],
        "actor_id": caller.subject_id,
        "by_staff": caller.subject_id != order["customer_id"],
        "request_key": request_key,
        "state": RUNNING,
        "kind": drawn.kind,
        "refusal": None,
        "currency": order["currency"],
        "difference": drawn.difference,
        **(drawn.means.frozen() if drawn.means is not None else {}),
        "swaps": list(drawn.swaps),
        "back": list(drawn.back),
        "payment_id": None,
        "exchange_id": drawn.exchange_id,
        "reservation_id": new_id("res") if drawn.swaps else None,
        "undo_id": new_id("rst") if drawn.swaps else None,
        "restock_id": new_id("rst") if drawn.back else None,
        "restocked": not drawn.back,
        "lease_until": None,
        "made_at": None,
        "created_at": now,
        "updated_at": now,
    }


def payment_row(order: Row, drawn: Drawn, position: int, now: datetime) -> Json | None:
    """`position`: behind all attempts so far. None where there is nothing to pay."""
    if drawn.means is None or drawn.pay <= 0:
        return None
    return {
        "id": new_id("pay"),
        "order_id": order["id"],
        "position": position,
        **drawn.means.frozen(),
        "amount": drawn.pay,
        "currency": order["currency"],
        "status": CREATED,
        "created_at": now,
        "updated_at": now,
    }
