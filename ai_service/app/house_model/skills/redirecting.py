"""Sending a placed order somewhere else, and paying it in another way, while it is still pending."""

import re

from ai_service.app.house_model.addresses import REQUIRED, Places, looks_like_address, parse_address
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.scene import Thing
from ai_service.app.house_model.skills.after_sales import SENDABLE, Wish, order_meant, places, wish_of
from ai_service.app.house_model.skills.checkout import method_line, methods_named, provide_address
from ai_service.app.house_model.skills.orders import word
from ai_service.app.house_model.skills.sending_back import propose
from ai_service.app.house_model.turn import CannotDo, Steps, Turn

# What leads to the address in "change the address of order 1001 to …".
TAIL = re.compile(
    r"[\s,，]*(?:[\s,，](?:instead|please|thanks|thank you)|谢谢|可以吗|行吗|好吗|吗|[?？])\W*$", re.IGNORECASE
)
LEAD = re.compile(
    r"^.*(?:\bto\b|改成|改为|改到|换成|换到|寄到|送到|地址是)[:：\s]*|^(?:no|nope|sorry|不|不对|不是)[,，\s]+",
    re.IGNORECASE | re.DOTALL,
)


def readdress(turn: Turn, clause: Clause) -> Steps:
    """Another address for an order; asks for it, or for the parts of it that are missing."""
    wish = wish_of(turn, clause, "readdress")
    order = yield from order_meant(wish)
    _require(turn, order, "address")
    address = _address_said(wish)
    missing = [part for part in REQUIRED if not address.get(part)]
    if "address1" in missing:
        raise wish.ask("where", number=order.get("number", ""))
    if missing:
        raise wish.ask("rest", missing=", ".join(turn.say(f"part_{part}") for part in missing))
    return (yield from propose(turn, "order.change_address", order, address={"state": "", **address}))


def _address_said(wish: Wish) -> dict[str, str]:
    """The newest whole address, with what was missing of it filled in from the answers after it."""
    places, address = Places(wish.turn.places), dict[str, str]()
    for answer in reversed(wish.said):
        about, text = wish.about(answer), TAIL.sub("", answer.text)
        bare = LEAD.sub("", text) if not about else text
        whole = looks_like_address(bare) or (about == "where" and re.search(r"\d", bare) is not None)
        if whole and (about or answer is wish.said[-1]):
            address = parse_address(bare, places)
        elif about == "rest":
            address = _filled(address, parse_address(bare, places))
    return address


def _filled(address: dict[str, str], more: dict[str, str]) -> dict[str, str]:
    """A part said alone reads like a street: once that is known, it is the city."""
    if "address1" in address and not address.get("city") and "address1" in more:
        more = {"city": more["address1"]} | more
    return more | address


def take_address(turn: Turn, clause: Clause) -> Steps:
    """An address out of the blue: another one for the change that is proposed, else where a purchase goes."""
    corrects = turn.scene.pending == "address_change" and turn.scene.shown == "proposal"
    return (yield from (readdress if corrects else provide_address)(turn, clause))


def repay(turn: Turn, clause: Clause) -> Steps:
    """Another saved payment method for an order; asks which."""
    wish = wish_of(turn, clause, "repay")
    order = yield from order_meant(wish)
    _require(turn, order, "payment-change")
    account = yield from turn.use("account.view")
    methods: list[Thing] = account.get("payment_methods") or []
    if not methods:
        return turn.say("no_other_payment")
    chosen = _method_meant(wish, methods)
    return (yield from propose(turn, "order.change_payment", order, payment_method_id=chosen["id"]))


def _require(turn: Turn, order: Thing, action: str) -> None:
    if action not in (order.get("actions") or ()):
        if order.get("status") in SENDABLE:
            raise CannotDo("not_changeable_now", number=order.get("number", ""))
        status = word(turn, "status", order.get("status"))
        raise CannotDo("not_now_order_not_changeable", number=order.get("number", ""), status=status)


def _method_meant(wish: Wish, methods: list[Thing]) -> Thing:
    for clause in wish.answers_to("with"):
        if chosen := places(clause, methods):
            return chosen[0]
    for clause in wish.clauses:
        if len(named := methods_named(clause, methods)) == 1:
            return named[0]
    rows = "\n".join(method_line(number, method) for number, method in enumerate(methods, 1))
    raise wish.ask("with", number=str((wish.turn.scene.order or {}).get("number", "")), methods=rows)
