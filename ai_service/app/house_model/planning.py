"""From the clauses of a message to what is to be done: named, taken apart, folded together, in order."""

import itertools

from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.coordination import things_apart
from ai_service.app.house_model.denial import refused
from ai_service.app.house_model.intents import Intents, choose
from ai_service.app.house_model.state import state_of
from ai_service.app.house_model.turn import Turn
from ai_service.app.house_model.understanding import COURTESIES

MOST_CLAUSES = 4
# Said beside "check out": how it is to be sent and paid.
WAYS = ("express", "standard", "pickup", "card", "paypal", "giftcard")
# Questions whose answer is a place in a list.
CHOICES = frozenset(("add", "remove", "cancel_which", "reason", "payment", "compare"))
# What else a wish to cancel an order may sound like.
ECHOES = ("cart_remove", "cart_keep", "find", "buy", "decline", "order_return")
# What a wish to send something back or to exchange it may sound like in parts: "it broke. I want to return it".
AFTER_SALES = ("order_exchange", "order_return")
PARTS = (*AFTER_SALES, *ECHOES, "cart_swap", "cart_add", "refine", "stock", "details", "order_status", "order_cancel")
SHORT_QUESTION = 5
# What is given for an order goes along with it.
GIVING = ("provide_address", "provide_email")
REDIRECTING = ("order_address", "order_payment")


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
    if buying is not None and not any(c.intent in REDIRECTING for c in business):
        buying.meanings |= {method for c in clauses for method in WAYS if c.means(method)}
        buying.meanings -= {method for c in clauses for t in refused(c.tokens, *WAYS) for method in t.meanings}
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
    business = [clause for clause in business if not _tells_what_is_owned(clause)] or business
    business = _without_reasons(business)
    intents = {clause.intent for clause in business}
    if "cart_remove" in intents:
        # "The mice go, the monitor stays": staying is nothing to do.
        business = [clause for clause in business if clause.intent != "cart_keep"]
    cancels = any(clause.intent == "order_cancel" and clause.means("cancel") for clause in business)
    wish = next((intent for intent in AFTER_SALES if intent in intents), "")
    if wish and not cancels:
        return _one_wish(business, wish)
    if redirecting := [clause for clause in business if clause.intent in REDIRECTING]:
        # What else is said is the address, the other means, or why: it is read as part of the message.
        redirecting[0].beside = [clause for clause in business if clause.intent == "checkout"]
        return redirecting[:1]
    if "order_cancel" in intents:
        business = _one_cancellation(business)
    given = next((intent for intent in GIVING if intent in intents), "")
    first = next((clause for clause in business if clause.intent == given), None)
    return [c for c in business if first is None or c is first or c.intent not in ("checkout", *GIVING)]


def _without_reasons(business: list[Clause]) -> list[Clause]:
    """ "My mouse broke. What do you have under 35?": the trouble is why one looks, and says for what."""
    wish = next((clause for clause in business if clause.intent in ("find", "refine")), None)
    if wish is None:
        return business
    told = [c for c in business if c.intent == "policy" and c.kinds and c.means("warranty") and "?" not in c.text]
    for reason in told:
        if not wish.kinds:
            names = [token.text for token in reason.tokens if token.means(*reason.kinds)]
            wish.words, wish.phrase = wish.words + names, " ".join([wish.phrase, *names]).strip()
            wish.meanings |= reason.kinds
    return [clause for clause in business if clause not in told]


def _tells_what_is_owned(clause: Clause) -> bool:
    """ "I got a new desk and need a lamp": nobody looks for the desk."""
    owned = clause.means("owning") and not clause.priced and not clause.means("need", "find")
    return clause.intent == "find" and owned


def _one_cancellation(business: list[Clause]) -> list[Clause]:
    first = next(clause for clause in business if clause.intent == "order_cancel")
    kept = []
    for clause in business:
        again = clause.intent == "order_cancel" and not (clause.order_number or clause.pointing.ordinals)
        echo = clause.intent in ECHOES and not (clause.kinds or clause.order_number or clause.means("cart"))
        if clause is first or not (again or echo):
            kept.append(clause)
    return kept


def _one_wish(business: list[Clause], intent: str) -> list[Clause]:
    """The return or the exchange, with what the other clauses tell of it: "can I return things? The mouse, please"."""
    wish = next(clause for clause in business if clause.intent == intent)
    others = [clause for clause in business if clause is not wish]
    wish.beside = [clause for clause in others if _tells_of_it(clause)]
    return [clause for clause in business if clause not in wish.beside]


def _tells_of_it(clause: Clause) -> bool:
    if clause.intent == "policy":
        asks = clause.means("policy", "rulebook") or ("?" in clause.text and len(clause.tokens) > SHORT_QUESTION)
        return not asks and clause.means("return", "exchange", "refund", "warranty", "giftcard")
    if clause.intent == "cart_view":
        # "The bag is too small" speaks of no basket.
        return not clause.means("view", "total", "find") and "?" not in clause.text
    return clause.intent in PARTS and not clause.means("find", "cart")


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
