"""Holds one turn: understands the message, chooses a skill for each clause and plays them one after the other."""

from collections.abc import Callable

from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.intents import Intents, choose
from ai_service.app.house_model.normalise import has_cjk
from ai_service.app.house_model.planning import plan
from ai_service.app.house_model.skills import (
    basket,
    checkout,
    comparison,
    exchange,
    find,
    orders,
    product,
    redirecting,
    sending_back,
    shop,
    talk,
)
from ai_service.app.house_model.skills.page import look_up_list
from ai_service.app.house_model.state import state_of
from ai_service.app.house_model.turn import CannotDo, Steps, ToolFailed, Turn

Skill = Callable[[Turn, Clause], Steps | str]

SKILLS: dict[str, Skill] = {
    "find": find.find,
    "refine": find.refine,
    "more": find.more,
    "compare": comparison.compare,
    "details": product.details,
    "stock": product.stock,
    "recommend": product.recommend,
    "cart_view": basket.view,
    "cart_add": basket.add,
    "cart_update": basket.update,
    "cart_remove": basket.remove,
    "cart_empty": basket.empty,
    "cart_swap": exchange.swap,
    "cart_keep": exchange.keep,
    "estimate": exchange.estimate,
    "buy": checkout.buy,
    "checkout": checkout.checkout,
    "provide_address": redirecting.take_address,
    "provide_email": checkout.provide_email,
    "confirm": checkout.confirm,
    "decline": checkout.decline,
    "order_status": orders.status,
    "order_list": orders.listing,
    "order_cancel": orders.cancel,
    "order_change": sending_back.change,
    "order_address": redirecting.readdress,
    "order_payment": redirecting.repay,
    "order_return": sending_back.give_back,
    "order_exchange": sending_back.swap,
    "policy": shop.policy,
    "discount": shop.discount,
    "account": shop.account,
    "settings": shop.settings,
    "unclear": talk.unclear,
} | {
    name: talk.saying(name)
    for name in (
        "greet",
        "thanks",
        "bye",
        "help",
        "identity",
        "person",
        "smalltalk",
        "outside",
        "language",
        "apology",
        "rude",
    )
}

# Codes of a service that does not answer just now.
AWAY = ("_unavailable", "_timeout", "unavailable", "timeout", "unknown_outcome")


def converse(turn: Turn, clauses: list[Clause], intents: Intents) -> Steps:
    """The whole turn. Courtesies are dropped when something is asked for as well."""
    turn.clauses = clauses
    yield from look_up_list(turn, clauses)
    todo = plan(turn, clauses, intents)
    said: list[str] = []
    for position, clause in enumerate(todo):
        if position:
            # What this turn has shown by now is what "the cheapest" of the next clause is about.
            clause.intent = choose(clause, state_of(turn, clause), intents)
        try:
            text = yield from _take(turn, clause)
        except CannotDo as refusal:
            said.append(turn.say(refusal.wording, **refusal.values))
            break
        except ToolFailed as failure:
            said.append(_failure(turn, failure))
            break
        said.append(text)
    return "\n\n".join(dict.fromkeys(part for part in said if part))


def _take(turn: Turn, clause: Clause) -> Steps:
    if clause.intent == "order_cancel" and turn.scene.asked == "reason":
        return (yield from orders.answer_reason(turn, clause))
    outcome = SKILLS[clause.intent](turn, clause)
    return outcome if isinstance(outcome, str) else (yield from outcome)


def _failure(turn: Turn, failure: ToolFailed) -> str:
    key = f"failed_{failure.code}"
    if failure.code.endswith(AWAY):
        return turn.say("try_again")
    known = key in turn.wording.sentences[turn.language]
    return turn.say(key if known else "tool_failed", why=failure.detail or failure.code)


def language_of(text: str, default: str) -> str:
    """The language of the words that carry the sentence: any Chinese beyond a product's name makes it Chinese."""
    cjk = sum(1 for character in text if has_cjk(character))
    latin = len([word for word in text.split() if word.isascii() and any(c.isalpha() for c in word)])
    if not cjk and not latin:
        return default
    return "zh" if cjk and cjk >= latin else "en" if latin else default
