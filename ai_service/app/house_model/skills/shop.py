"""The shop's policies, the person's account, and what of it the chat may not touch."""

import re

from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.turn import Steps, Turn

# BM25 ranks by shared words; the topic's own words lead, so that "send it back" finds the section on returns.
TOPICS = ("return", "refund", "exchange", "warranty", "shipping", "privacy", "paying", "cancel", "discount")
LONGEST_QUOTE = 700


def policy(turn: Turn, clause: Clause) -> Steps:
    topics = " ".join(turn.say(f"topic_{topic}") for topic in TOPICS if clause.means(topic))
    query = f"{clause.text} {topics}".strip()
    result = yield from turn.use("policy.search", query=query)
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
