"""Holds one turn: understands the message, chooses a skill for each clause and plays them one after the other."""

import itertools
from collections.abc import Callable

from ai_service.app.house_model.addresses import looks_like_address
from ai_service.app.house_model.choosing import ENOUGH_WORDS, contains, match_words, nearest_title
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.coordination import compared_names, things_apart
from ai_service.app.house_model.intents import Intents, choose
from ai_service.app.house_model.normalise import has_cjk, normalise
from ai_service.app.house_model.skills import basket, checkout, comparison, exchange, find, orders, product, shop, talk
from ai_service.app.house_model.skills.page import look_up_list
from ai_service.app.house_model.turn import CannotDo, Steps, ToolFailed, Turn
from ai_service.app.house_model.understanding import COURTESIES

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
    "provide_address": checkout.provide_address,
    "provide_email": checkout.provide_email,
    "confirm": checkout.confirm,
    "decline": checkout.decline,
    "order_status": orders.status,
    "order_list": orders.listing,
    "order_cancel": orders.cancel,
    "order_change": orders.change,
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

MOST_CLAUSES = 4
# Said beside "check out": how it is to be sent and paid.
WAYS = ("express", "standard", "pickup", "card", "paypal", "giftcard")
# Codes of a service that does not answer just now.
AWAY = ("_unavailable", "_timeout", "unavailable", "timeout", "unknown_outcome")
# Questions whose answer is a place in a list.
CHOICES = frozenset(("add", "remove", "cancel_which", "reason", "payment", "compare"))


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


def plan(turn: Turn, clauses: list[Clause], intents: Intents) -> list[Clause]:
    """Names each clause's intent and folds together what belongs together."""
    clauses = [piece for clause in clauses for piece in things_apart(turn, clause, state_of(turn, clause), intents)]
    clauses = _one_count(clauses)
    for clause in clauses:
        if turn.scene.asked in CHOICES:
            _number_is_a_place(clause)
        clause.intent = choose(clause, state_of(turn, clause), intents)
    business = [c for c in clauses if c.intent not in COURTESIES | {"unclear"}] or clauses[:1]
    if not business or all(c.intent == "help" for c in business):
        business = business[:1]
    elif len(business) > 1:
        business = [c for c in business if c.intent not in ("help", "confirm", "decline")] or business[:1]
    buying = next((c for c in business if c.intent == "checkout"), None)
    if buying is not None:
        buying.meanings |= {method for c in clauses for method in WAYS if c.means(method)}
        business = [c for c in business if c is buying or not c.means(*WAYS)]
    business = _without_echoes(business)
    folded: list[Clause] = []
    for clause in business:
        if folded and _belongs(folded[-1], clause):
            _fold(folded[-1], clause)
        elif folded and clause.quantity and _only_counts(folded[-1], clause):
            folded[-1].quantity = clause.quantity
        elif not folded or clause.intent != folded[-1].intent or clause.pointing or clause.phrase:
            folded.append(clause)
    return folded[:MOST_CLAUSES]


def _one_count(clauses: list[Clause]) -> list[Clause]:
    """ "I don't need two earbuds, one is enough": the second says the count that the first takes back."""
    for first, second in itertools.pairwise(clauses):
        if first.means("recounted") and not first.quantity and second.quantity and not second.phrase:
            first.quantity = second.quantity
            return [clause for clause in clauses if clause is not second]
    return clauses


def _without_echoes(business: list[Clause]) -> list[Clause]:
    """Wishes said twice in other words: "I clicked wrong with 1001, take it away", "check out, ship it to …"."""
    wanted = [
        c
        for c in business
        if not (c.intent == "find" and c.means("owning") and not c.priced and not c.means("need", "find"))
    ]
    business = wanted or business
    if any(c.intent == "cart_remove" for c in business):
        # "The mice go, the monitor stays": staying is nothing to do.
        business = [c for c in business if c.intent != "cart_keep"]
    cancelling = [c for c in business if c.intent == "order_cancel"]
    if cancelling:
        business = [c for c in business if c not in cancelling[1:] or c.order_number or c.pointing.ordinals]
        echoes = ("cart_remove", "cart_keep", "find", "buy", "decline")
        business = [c for c in business if c.intent not in echoes or c.kinds or c.means("cart")]
    given = [c for c in business if c.intent == "provide_address"] or [
        c for c in business if c.intent == "provide_email"
    ]
    if given:
        business = [
            c for c in business if c is given[0] or c.intent not in ("checkout", "provide_address", "provide_email")
        ]
    return business


def _number_is_a_place(clause: Clause) -> None:
    """A bare "2" after "which one?" is the second one."""
    if clause.quantity and not clause.pointing and not clause.phrase and len(clause.tokens) <= 2:
        clause.pointing.ordinals, clause.quantity = [clause.quantity], None


def _belongs(first: Clause, second: Clause) -> bool:
    """ "A mouse, do you have something wireless under 30?" is one search; so is anything that only narrows it."""
    searching = ("find", "refine", "more")
    if first.intent == "policy" and second.intent == "policy":
        return True
    narrows = second.intent in (*searching, "stock", "recommend") and not second.kinds and not second.pointing.ordinals
    points_back = second.pointing.pronoun and second.means("add", "buy")
    return first.intent in searching and narrows and not points_back


def _only_counts(first: Clause, second: Clause) -> bool:
    """ "The cheaper one, make it three": the second clause says how many of the first."""
    adding = first.intent in ("cart_add", "buy") and second.intent in ("cart_add", "cart_update", "buy")
    return adding and not second.pointing.ordinals and not second.phrase


def _fold(first: Clause, second: Clause) -> None:
    first.tokens = first.tokens + second.tokens
    first.text = f"{first.text} {second.text}"
    first.meanings |= second.meanings
    first.words += [word for word in second.words if word not in first.words]
    extra = " ".join(word for word in second.phrase.split() if word not in first.phrase.split())
    first.phrase = f"{extra} {first.phrase}".strip() if first.intent != "policy" else first.phrase
    first.min_price = second.min_price if second.min_price is not None else first.min_price
    first.max_price = second.max_price if second.max_price is not None else first.max_price
    first.currency = first.currency or second.currency
    first.dropped += second.dropped


def state_of(turn: Turn, clause: Clause) -> set[str]:
    """The scene's state, and what of this clause only the scene can tell."""
    state = turn.scene.state
    titles = [normalise(f"{item.get('title', '')} {item.get('vendor', '')}") for item in turn.scene.items]
    vendors = {normalise(str(item.get("vendor") or "?")) for item in turn.scene.items}
    if clause.words and any(word in vendors for word in clause.words):
        state.add("vendor_known")
    words = _title_words(clause)
    if words and any(all(contains(title, word) for word in words) for title in titles):
        state.add("title_known")
    if _only_attributes(clause, words):
        state.add("attr_only")
    if compared_names(clause):
        state.add("pair")
    if len(words) > ENOUGH_WORDS and nearest_title(clause, turn.scene.items, turn.lexicon):
        state.add("title_nearly")
    if line_known(clause, turn):
        state.add("line_known")
    if clause.dropped:
        state.add("denied")
    if any(token.role == "measure" for token in clause.tokens):
        state.add("measured")
    if looks_like_address(turn.text):
        state.add("address_like")
    if clause.words:
        state.add("other_words")
    return state


def line_known(clause: Clause, turn: Turn) -> bool:
    """Whether the clause names something that is in the basket as it was last seen."""
    lines = (turn.scene.cart or {}).get("items") or []
    return bool(clause.words and match_words(clause, lines, turn.lexicon))


def _title_words(clause: Clause) -> list[str]:
    """The clause's words without its colours, which may be versions that no title names."""
    colours = {t.text for t in clause.tokens if any(m.startswith("colour:") for m in t.meanings)}
    return [word for word in clause.words if word not in colours]


def _only_attributes(clause: Clause, words: list[str]) -> bool:
    said = [token for token in clause.tokens if token.text in words]
    return bool(said) and all(any(m.startswith("attr:") for m in token.meanings) for token in said)


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
