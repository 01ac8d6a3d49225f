"""Speaks about a proposal once the person has confirmed or rejected it."""

from typing import Any

from ai_service.app.house_model.turn import Turn


def tell_outcome(turn: Turn, decision: dict[str, Any], kind: str) -> str:
    status = decision.get("status")
    error = decision.get("error") or _inner(decision).get("error")
    if status == "rejected":
        return turn.say("rejected_order" if kind == "order" else "rejected_cancel")
    if status == "awaiting_staff":
        return turn.say("awaiting_staff")
    if status != "confirmed" or error:
        detail = error.get("detail") or error.get("code") if isinstance(error, dict) else status
        return turn.say("outcome_failed", why=str(detail or ""))
    order = _inner(decision).get("order", _inner(decision))
    values = {
        "number": order.get("number", ""),
        "total": turn.wording.money(turn.language, order.get("total")),
    }
    if kind in ("return", "exchange", "item_change", "address_change", "payment_change"):
        return turn.say(f"agreed_{kind}" if _inner(decision).get("settled", True) else "agreed_running", **values)
    if kind == "cancel" or order.get("status") == "cancelled":
        return turn.say("cancelled", **values)
    return turn.say("ordered" if order.get("payment_status") in ("paid", None) else "ordered_unpaid", **values)


def _inner(decision: dict[str, Any]) -> dict[str, Any]:
    result = decision.get("result")
    return result if isinstance(result, dict) else {}
