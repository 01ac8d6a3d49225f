"""Buying: a proposal, what is still missing for it, and why words alone never confirm it."""

from typing import Any

from ai_service.app.house_model.addresses import REQUIRED, Places, parse_address
from ai_service.app.house_model.choosing import choose_items, pick_ordinals
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.denial import refused
from ai_service.app.house_model.scene import Thing
from ai_service.app.house_model.skills import basket, find
from ai_service.app.house_model.skills.listing import cart_text
from ai_service.app.house_model.turn import Steps, ToolFailed, Turn

QUESTIONS = {
    "address_required": "ask_address",
    "email_required": "ask_email",
    "payment_method_required": "ask_payment",
    "shipping_method_required": "ask_shipping",
    "cart_empty": "cart_is_empty_to_buy",
    "sign_in_required": "sign_in_required",
}
METHODS = ("express", "standard", "pickup")
CARDS = {"card": "card", "paypal": "paypal", "giftcard": "gift_card"}


def buy(turn: Turn, clause: Clause) -> Steps:
    """ "Buy the second one": into the basket unless it is there already, then the proposal."""
    chosen = choose_items(clause, turn.scene, turn.lexicon)
    if not chosen and clause.phrase:
        return (yield from find.find(turn, clause))
    if not chosen and not clause.pointing.ordinals and (turn.scene.cart or {}).get("items"):
        return (yield from propose(turn, clause))
    if not (basket.already_in(turn, chosen) and clause.quantity is None):
        yield from basket.put_in(turn, clause)
    return (yield from propose(turn, clause))


def checkout(turn: Turn, clause: Clause) -> Steps:
    return (yield from propose(turn, clause))


def propose(turn: Turn, clause: Clause, **given: Any) -> Steps:
    """Asks for the order; what was given for it earlier in the conversation goes along."""
    details = dict(turn.scene.checkout) | {key: value for key, value in given.items() if value}
    email = next((said.email for said in [clause, *turn.clauses] if said.email), "")
    details |= {"email": email} if email else {}
    method = next((method for method in METHODS if clause.means(method)), "")
    details |= {"shipping_method": method} if method else {}
    if turn.scene.asked == "payment" or clause.means("card", "paypal", "giftcard"):
        chosen = yield from _payment_method(turn, clause)
        details |= {"payment_method_id": chosen} if chosen else {}
    try:
        proposal = yield from turn.use("order.place", **details)
    except ToolFailed as failure:
        return (yield from _missing(turn, failure))
    return turn.say("proposal_order", summary=_summary(turn, proposal))


def _summary(turn: Turn, proposal: Thing) -> str:
    if summary := proposal.get("summary"):
        return str(summary)
    return cart_text(turn, turn.scene.cart) if turn.scene.cart else ""


def _missing(turn: Turn, failure: ToolFailed) -> Steps:
    if failure.code == "payment_method_required" and turn.can("account.view"):
        account = yield from turn.use("account.view")
        methods = account.get("payment_methods") or []
        if methods:
            return turn.say("ask_payment", methods="\n".join(method_line(n, m) for n, m in enumerate(methods, 1)))
        return turn.say("no_payment_method")
    if failure.code in QUESTIONS:
        return turn.say(QUESTIONS[failure.code], methods="")
    return turn.say("could_not_order", why=failure.detail or failure.code)


def method_line(number: int, method: Thing) -> str:
    words = [
        str(method.get("brand") or method.get("type", "")),
        f"•••• {method['last4']}" if method.get("last4") else "",
    ]
    return f"{number}. " + " ".join(word for word in words if word)


def _payment_method(turn: Turn, clause: Clause) -> Steps:
    """The saved method the person named by kind or by its number in the list."""
    if not turn.can("account.view"):
        return ""
    account = yield from turn.use("account.view")
    methods: list[Thing] = account.get("payment_methods") or []
    if picked := pick_ordinals(clause.pointing, methods):
        return str(picked[0].get("id", ""))
    named = methods_named(clause, methods)
    return str(named[0].get("id", "")) if named else ""


def methods_named(clause: Clause, methods: list[Thing]) -> list[Thing]:
    """Those said by last digits, brand or kind, whichever tells most, and not refused: "with visa, not with paypal"."""
    away = refused(clause.tokens, *CARDS)
    unwanted = " ".join(token.text for token in away)
    for key in ("last4", "brand"):
        methods = [each for each in methods if not _says(unwanted, each, key)]
        if named := [each for each in methods if _says(clause.text, each, key)]:
            return named
    denied = {m for t in away for m in t.meanings} - {m for t in clause.tokens if t not in away for m in t.meanings}
    kinds = {kind for meaning, kind in CARDS.items() if meaning in clause.meanings - denied}
    return [each for each in methods if each.get("type") in kinds]


def _says(text: str, method: Thing, key: str) -> bool:
    value = str(method.get(key) or "").lower()
    return bool(value) and value in text


def provide_address(turn: Turn, clause: Clause) -> Steps:
    places = Places(turn.places)
    text = turn.text
    if turn.scene.asked == "address_rest":
        text = f"{turn.scene.previous_text}, {turn.text}"
    address = parse_address(text, places)
    missing = [part for part in REQUIRED if not address.get(part)]
    if len(missing) == len(REQUIRED) or "address1" in missing:
        return turn.say("ask_address")
    if missing:
        return turn.say("ask_address_rest", missing=", ".join(turn.say(f"part_{part}") for part in missing))
    return (yield from propose(turn, clause, address={"state": "", **address}))


def provide_email(turn: Turn, clause: Clause) -> Steps:
    return (yield from propose(turn, clause))


def confirm(turn: Turn, clause: Clause) -> Steps | str:
    """Words never confirm: the button does."""
    if turn.scene.pending:
        return turn.say("press_confirm")
    if turn.scene.asked == "checkout":
        return propose(turn, clause)
    return turn.say("yes_to_what")


def decline(turn: Turn, clause: Clause) -> str:
    return turn.say("press_reject" if turn.scene.pending else "as_you_like")
