"""Sending back, exchanging and changing what was ordered: asks for what is missing, then proposes exactly that."""

from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.denial import refused
from ai_service.app.house_model.scene import Thing
from ai_service.app.house_model.skills.after_sales import Wish, order_meant, pieces_meant, places, wish_of
from ai_service.app.house_model.skills.checkout import method_line, methods_named
from ai_service.app.house_model.skills.orders import word
from ai_service.app.house_model.turn import Answer, CannotDo, Steps, ToolFailed, Turn, Work
from ai_service.app.house_model.versions import titles_of, versions_instead

Swap = dict[str, str | int]
GIFT_CARD, ORIGINAL = "gift_card", "original"
PAID_WITH = ("original", "card", "paypal")


def give_back(turn: Turn, clause: Clause) -> Steps:
    """A return: which order, which pieces, and where the money goes if there is a choice."""
    wish = wish_of(turn, clause, "return")
    order = yield from order_meant(wish)
    allowed = "returns" in (order.get("actions") or ())
    pieces = pieces_meant(wish, order) if allowed else _all_of(order)
    refund_to = (yield from _refund_to(wish)) if allowed else None
    items = [{"item": line["line_id"], "quantity": quantity} for line, quantity in pieces]
    return (yield from propose(turn, "order.return", order, items=items, refund_to=refund_to))


def swap(turn: Turn, clause: Clause) -> Steps:
    """Other versions of what was ordered: an exchange once it has arrived, a change of items before it is sent."""
    wish = wish_of(turn, clause, "exchange")
    order = yield from order_meant(wish)
    sent = not str(order.get("status")).startswith("pending")
    tag, action = ("order.exchange", "exchanges") if sent else ("order.change_items", "item-changes")
    swaps: list[Swap] = []
    if action in (order.get("actions") or ()):
        pieces = pieces_meant(wish, order)
        for line, quantity in pieces:
            to = yield from _version_meant(wish, line, among_several=len(pieces) > 1)
            swaps.append({"item": line["line_id"], "to_variant_id": to["variant_id"], "quantity": quantity})
    else:
        swaps = [
            {"item": line["line_id"], "to_variant_id": line["variant_id"], "quantity": quantity}
            for line, quantity in _all_of(order)
        ]
    return (yield from propose(turn, tag, order, swaps=swaps))


def change(turn: Turn, clause: Clause) -> Steps | str:
    """Something about a placed order: other versions of its items, or what there is to choose from."""
    if any(meaning.startswith("colour:") for meaning in clause.meanings) or clause.means("exchange"):
        return swap(turn, clause)
    return turn.say("ask_change")


def _all_of(order: Thing) -> list[tuple[Thing, int]]:
    """What an order does not allow is asked for all the same: the shop itself says why not."""
    return [(line, int(line["quantity"])) for line in order.get("lines") or []]


def propose(turn: Turn, tag: str, order: Thing, **wanted: object) -> Steps:
    try:
        proposal = yield from turn.use(tag, order_id=order["order_id"], **wanted)
    except ToolFailed as failure:
        return _refused(turn, order, failure)
    return turn.say(f"proposal_{turn.scene.pending}", summary=proposal.get("text") or proposal.get("summary", ""))


def _refused(turn: Turn, order: Thing, failure: ToolFailed) -> str:
    """Why not, with the shop's own reason; what can be done instead, when something can."""
    key = f"not_now_{failure.code}"
    if key not in turn.wording.sentences[turn.language]:
        raise failure
    said = turn.say(
        key,
        number=order.get("number", ""),
        status=word(turn, "status", order.get("status")),
        until=str(order.get("return_until") or "")[:10] or turn.say("then"),
    )
    can_cancel = "cancellation" in (order.get("actions") or ())
    return f"{said} {turn.say('cancel_instead', number=order.get('number', ''))}" if can_cancel else said


def _refund_to(wish: Wish) -> Work[str | None]:
    """A gift card of the account, or nothing: the means that first paid. Asks when there is a choice."""
    turn = wish.turn
    account = (yield from turn.use("account.view")) if turn.can("account.view") else {}
    cards = [each for each in account.get("payment_methods") or [] if each.get("type") == GIFT_CARD]
    choices: list[Thing] = [{}, *cards]
    for clause in wish.answers_to("refund"):
        if chosen := places(clause, choices):
            return chosen[0].get("id")
    said = next((means for answer in wish.said if (means := _means_said(answer))), set())
    if not cards or said == {ORIGINAL}:
        return None
    if said == {GIFT_CARD}:
        named = [card for clause in wish.clauses for card in methods_named(clause, cards)]
        return str((named or cards)[0]["id"])
    rows = [f"1. {turn.say('refund_original')}", *(_card_line(turn, n, card) for n, card in enumerate(cards, 2))]
    raise wish.ask("refund", choices="\n".join(rows))


def _means_said(answer: Answer) -> set[str]:
    """Gift card, or the means that paid, as far as one was said; refusing a gift card says the other."""
    said: set[str] = set()
    for clause in answer.clauses:
        away = refused(clause.tokens, "giftcard", *PAID_WITH)
        kept = [token for token in clause.tokens if token not in away and token.role in ("", "pointing")]
        said |= {GIFT_CARD} if any(token.means("giftcard") for token in kept) else set()
        originally = any(token.means(*PAID_WITH) for token in kept) or any(token.means("giftcard") for token in away)
        said |= {ORIGINAL} if originally else set()
    return said


def _card_line(turn: Turn, number: int, card: Thing) -> str:
    return method_line(number, {**card, "brand": turn.say("gift_card")})


def _version_meant(wish: Wish, line: Thing, *, among_several: bool) -> Work[Thing]:
    """The version to have instead of a line's own; asks when it was not said or could be several."""
    product = yield from wish.turn.use("catalogue.product", product_id=line["product_id"])
    title, variants = str(product.get("title", "")), product.get("variants") or []
    # A version that is sold no more is still the one that was bought.
    bought: Thing = {"variant_id": line["variant_id"], "title": line.get("variant_title")}
    own = next((each for each in variants if each["variant_id"] == line["variant_id"]), bought)
    others = [each for each in variants if each["variant_id"] != line["variant_id"]]
    offered = [each for each in others if each.get("availability") != "out_of_stock"]
    if not offered:
        raise CannotDo("no_other_version", title=title)
    for clause in wish.answers_to("version"):
        chosen = places(clause, offered) or (offered if clause.means("yes") and len(offered) == 1 else [])
        if chosen:
            return chosen[0]
    for clause in wish.clauses:
        wanted = versions_instead(wish.turn, clause, variants, own, title)
        if wanted is not None and (wanted or not among_several):
            # Of several things, a colour that this one never has was said of another.
            return _only(wish, wanted, offered, title)
    raise wish.ask("version", title=title, versions=titles_of(offered))


def _only(wish: Wish, wanted: list[Thing], offered: list[Thing], title: str) -> Thing:
    left = [each for each in wanted if each in offered]
    if wanted and not left:
        raise CannotDo("version_sold_out", title=f"{title} {titles_of(wanted)}", versions=titles_of(offered))
    if len(left) != 1:
        raise wish.ask("version", title=title, versions=titles_of(left or offered))
    return left[0]
