"""The shop's policies, the person's account, and what of it the chat may not touch."""

import re

from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.turn import Steps, Turn

# BM25 ranks by shared words, of which "what is your return policy?" has almost none.
TOPICS = ("return", "refund", "exchange", "warranty", "shipping", "privacy", "paying", "cancel", "discount")
LONGEST_QUOTE = 700
LONGEST_QUERY = 300
FEW_WORDS = 2


def policy(turn: Turn, clause: Clause) -> Steps:
    result = yield from turn.use("policy.search", query=_question(turn, clause))
    items = result.get("items") or []
    if not items:
        return turn.say("no_policy")
    best = items[0]
    quote = re.sub(r"\s+", " ", str(best.get("text", ""))).strip()
    return turn.say(
        "policy_is",
        title=best.get("title", ""),
        section=best.get("section") or best.get("title", ""),
        text=quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …",
    )


def _question(turn: Turn, clause: Clause) -> str:
    """The person's own words; a question that only names its topic gets the topic's leading section's words."""
    telling = [token for token in clause.tokens if token.meanings != ("stop",) and token.kind != "break"]
    hints = [turn.say("topic_cost")] if clause.means("shipping") and clause.means("price", "costing") else []
    if not hints and (clause.means("rulebook") or len(telling) <= FEW_WORDS):
        hints = [turn.say(f"topic_{topic}") for topic in TOPICS if clause.means(topic)]
    return " ".join([clause.text, *hints])[:LONGEST_QUERY]


def discount(turn: Turn, clause: Clause) -> str:
    return turn.say("no_discounts")


def settings(turn: Turn, clause: Clause) -> str:
    return turn.say("no_settings")


def account(turn: Turn, clause: Clause) -> Steps:
    found = yield from turn.use("account.view")
    if found.get("is_guest"):
        return turn.say("account_guest")
    addresses = [_address_line(address) for address in found.get("addresses") or []]
    methods = [
        " ".join(str(method[key]) for key in ("brand", "type", "last4") if method.get(key))
        for method in found.get("payment_methods") or []
    ]
    none = turn.say("none")
    return turn.say(
        "account_is",
        name=found.get("name") or none,
        email=found.get("email") or none,
        addresses="; ".join(addresses) or none,
        methods="; ".join(methods) or none,
    )


def _address_line(address: dict[str, object]) -> str:
    return ", ".join(str(address[key]) for key in ("address1", "zip", "city", "country") if address.get(key))
