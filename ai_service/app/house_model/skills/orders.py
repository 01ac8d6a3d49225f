"""Orders: where they are, which there were, cancelling one."""

import re

from ai_service.app.house_model.choosing import match_words, pick_ordinals
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.scene import Thing
from ai_service.app.house_model.turn import CannotDo, Steps, Turn, Work

RECENT = 5
REASONS = {"mistake": "ordered by mistake", "unneeded": "no longer needed"}
OPEN = frozenset(("pending",))


def status(turn: Turn, clause: Clause) -> Steps:
    if clause.order_number:
        order = yield from by_number(turn, clause.order_number)
    elif clause.pointing.ordinals and turn.scene.orders:
        order = yield from turn.use("order.view", order_id=picked(clause, turn.scene.orders)["order_id"])
    elif turn.scene.order and not clause.means("lastone", "history"):
        order = yield from turn.use("order.view", order_id=turn.scene.order["order_id"])
    else:
        return (yield from _latest(turn, clause))
    return turn.say("order_is", order=_order_text(turn, order))


def by_number(turn: Turn, number: str) -> Work[Thing]:
    by_id = number.lower().startswith("ord_")
    return (yield from turn.use("order.view", **({"order_id": number} if by_id else {"number": number})))


def _latest(turn: Turn, clause: Clause) -> Steps:
    result = yield from turn.use("order.list", limit=RECENT)
    orders = result.get("items") or []
    if not orders:
        return turn.say("no_orders")
    named = [order for order in orders if clause.words and match_words(clause, order.get("lines") or [], turn.lexicon)]
    text = turn.say("order_is", order=_order_text(turn, (named or orders)[0]))
    return text + ("\n" + turn.say("orders_before", count=len(orders) - 1) if len(orders) > 1 and not named else "")


def listing(turn: Turn, clause: Clause) -> Steps:
    result = yield from turn.use("order.list", limit=RECENT)
    orders = result.get("items") or []
    if not orders:
        return turn.say("no_orders")
    return turn.say("orders_are", lines=order_lines(turn, orders))


def order_lines(turn: Turn, orders: list[Thing]) -> str:
    return "\n".join(f"{n}. {_order_text(turn, order)}" for n, order in enumerate(orders, 1))


def _order_text(turn: Turn, order: Thing) -> str:
    lines = ", ".join(f"{line.get('quantity', 1)} × {line.get('title', '')}" for line in order.get("lines") or [])
    return turn.say(
        "order_line",
        number=order.get("number") or order.get("order_id", ""),
        status=word(turn, "status", order.get("status")),
        payment=word(turn, "payment", order.get("payment_status")),
        total=turn.wording.money(turn.language, order.get("total")),
        date=str(order.get("placed_at") or "")[:10],
        lines=lines,
    )


def word(turn: Turn, group: str, value: object) -> str:
    key = re.sub(r"\W+", "_", f"{group}_{value}").strip("_")
    return turn.say(key) if key in turn.wording.sentences[turn.language] else str(value or "")


def cancel(turn: Turn, clause: Clause) -> Steps:
    """Finds the order, asks for the reason unless it was given, and proposes the cancellation."""
    order = yield from _order_meant(turn, clause)
    if order.get("status") not in OPEN:
        state = word(turn, "status", order.get("status"))
        return turn.say("cannot_cancel", number=order.get("number", ""), status=state)
    reason = next((r for r in map(reason_of, [clause, *turn.clauses, *_before(turn)]) if r), "")
    return (yield from _propose(turn, order, reason))


def _propose(turn: Turn, order: Thing, reason: str) -> Steps:
    if not reason:
        return turn.say("ask_reason", number=order.get("number", ""))
    yield from turn.use("order.cancel", order_id=order.get("order_id"), reason=reason)
    return _proposed(turn, order, reason)


def _proposed(turn: Turn, order: Thing, reason: str) -> str:
    return turn.say(
        "proposal_cancel",
        number=order.get("number", ""),
        reason=turn.say("reason_mistake" if reason == REASONS["mistake"] else "reason_unneeded"),
        total=turn.wording.money(turn.language, order.get("total")),
    )


def _before(turn: Turn) -> list[Clause]:
    return turn.earlier if turn.scene.asked in ("cancel_which", "reason") else []


def reason_of(clause: Clause) -> str:
    """One of the two reasons the shop takes; ordinals answer our own numbered question."""
    if clause.means("mistake"):
        return REASONS["mistake"]
    if clause.means("unneeded"):
        return REASONS["unneeded"]
    return ""


def chosen_reason(clause: Clause) -> str:
    places = clause.pointing.ordinals or ([clause.quantity] if clause.quantity else [])
    return {1: REASONS["unneeded"], 2: REASONS["mistake"]}.get(places[0] if places else 0, "")


def answer_reason(turn: Turn, clause: Clause) -> Steps:
    """The answer to "why?": mapped to the two reasons, or asked again."""
    reason = reason_of(clause) or chosen_reason(clause)
    return (yield from _propose(turn, turn.scene.order or {}, reason))


def _order_meant(turn: Turn, clause: Clause) -> Work[Thing]:
    scene = turn.scene
    if clause.order_number:
        return (yield from by_number(turn, clause.order_number))
    if clause.pointing.ordinals or clause.means("older"):
        if not scene.orders:
            yield from turn.use("order.list", limit=RECENT)
        return picked(clause, scene.orders)
    if scene.order is not None and not scene.order.get("status") and scene.shown == "order":
        # The page names only the order's id.
        return (yield from turn.use("order.view", order_id=scene.order["order_id"]))
    single = scene.order is not None and (scene.shown == "order" or len(scene.orders) == 1)
    if single and scene.order and not clause.means("lastone") and scene.order.get("status") in OPEN:
        return scene.order
    result = yield from turn.use("order.list", limit=RECENT)
    orders = result.get("items") or []
    if not orders:
        raise CannotDo("no_orders")
    if clause.means("lastone"):
        return dict(orders[0])
    able = [order for order in orders if order.get("status") in OPEN]
    if len(able) > 1:
        raise CannotDo("ask_cancel_which", lines=order_lines(turn, orders))
    return dict((able or orders)[0])


def picked(clause: Clause, orders: list[Thing]) -> Thing:
    found = pick_ordinals(clause.pointing, orders) or (orders[-1:] if clause.means("older") else [])
    if not found:
        raise CannotDo("no_such_number", count=len(orders))
    return found[0]
