"""Searching the catalogue, narrowing the last search, showing more of it."""

from typing import Any

from ai_service.app.house_model.choosing import price_of
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.fitting import BY_PRICE, SPARE
from ai_service.app.house_model.normalise import has_cjk
from ai_service.app.house_model.skills.listing import item_lines
from ai_service.app.house_model.turn import Steps, Turn

PAGE = 5
MOST = 20
CENT = 0.01


def find(turn: Turn, clause: Clause) -> Steps:
    """A new search for what the clause names."""
    query = query_of(turn, clause)
    if not query and not clause.means("newest") and not clause.priced:
        return turn.say("ask_what")
    arguments = {"query": query, **filters_of(clause)}
    few = clause.means("cheapest", "priciest", "newest") and 2 <= (clause.quantity or clause.pointing.count) < PAGE
    page = (clause.quantity or clause.pointing.count) if few else PAGE
    return (yield from _search_and_tell(turn, clause, arguments, page))


def refine(turn: Turn, clause: Clause) -> Steps:
    """The last search again, with what the clause adds, changes or takes away."""
    before = dict(turn.scene.search)
    shown = [price_of(item) / 100 for item in turn.scene.items if price_of(item)]
    arguments = before | filters_of(clause)
    arguments["query"] = _combined_query(turn, clause, str(before.get("query", "")))
    focus = turn.scene.focus
    if clause.means("cheaper") and not clause.priced and shown:
        limit = price_of(focus) / 100 if focus and turn.scene.shown in ("product", "cart") else min(shown)
        arguments |= {"max_price": round(limit - CENT, 2), "sort": "price"}
        arguments.pop("min_price", None)
    elif clause.means("pricier", "priciest") and not clause.priced and shown:
        arguments |= {"min_price": round(max(shown) + CENT, 2), "sort": "price"}
        arguments.pop("max_price", None)
    return (yield from _search_and_tell(turn, clause, arguments))


def more(turn: Turn, clause: Clause) -> Steps:
    """The next results of the last search, numbered on."""
    arguments = dict(turn.scene.search)
    seen = len(turn.scene.items)
    if not arguments.get("query"):
        return turn.say("ask_what")
    if not turn.scene.total:
        return turn.say("nothing_found", what=arguments["query"])
    if seen >= turn.scene.total or seen >= MOST:
        return turn.say("no_more", count=seen)
    page = PAGE * (SPARE if arguments.get("sort") in BY_PRICE else 1)
    arguments["limit"] = min(int(arguments.get("limit") or page) + page, MOST)
    yield from turn.use("catalogue.search", **arguments)
    items = turn.scene.items
    if len(items) <= seen:
        return turn.say("no_more", count=seen)
    return turn.say("more_found", lines=item_lines(turn, items[seen:], seen + 1))


def query_of(turn: Turn, clause: Clause) -> str:
    """The words to search for. A mixture of languages is brought into the one most of its known words allow."""
    if not clause.phrase:
        # "Something for video calls": everyday words, but all there is to go by.
        said = [token.text for token in clause.tokens if not token.meanings and not token.role]
        return " ".join(word for word in said if word[:1].isalpha())
    if not has_cjk(clause.phrase) or not any(word.isascii() and word.isalpha() for word in clause.words):
        return clause.phrase
    return in_language(turn, clause, turn.language)


def in_language(turn: Turn, clause: Clause, language: str) -> str:
    """The clause's words with every known one in `language`."""
    by_text = {token.text: token for token in clause.tokens}
    words: list[str] = []
    for word in clause.phrase.split():
        meanings = by_text[word].meanings if word in by_text else ()
        names = next((turn.lexicon.names[m] for m in meanings if m in turn.lexicon.names), {})
        words.append(names.get(language, word))
    return " ".join(words)


def filters_of(clause: Clause) -> dict[str, Any]:
    filters: dict[str, Any] = {}
    if clause.min_price is not None:
        filters["min_price"] = clause.min_price
    if clause.max_price is not None:
        filters["max_price"] = clause.max_price
    if clause.means("stock"):
        filters["in_stock"] = True
    if clause.means("cheapest") or (clause.means("cheap", "cheaper") and not clause.priced):
        filters["sort"] = "price"
    elif clause.means("priciest"):
        filters["sort"] = "-price"
    elif clause.means("sorting"):
        filters["sort"] = "price"
    elif clause.means("newest"):
        filters["sort"] = "newest"
    return filters


def _combined_query(turn: Turn, clause: Clause, before: str) -> str:
    """The old words without what is denied or replaced (a new colour replaces the old one), then the new words."""
    replaced: set[str] = set(clause.dropped)
    if any(meaning.startswith("colour:") for meaning in clause.meanings):
        replaced |= {form for key, forms in turn.lexicon.forms.items() if key.startswith("colour:") for form in forms}
    if any(token.role == "measure" for token in clause.tokens):
        return clause.phrase if clause.kinds else _without_measure(before) + f" {clause.phrase}"
    kept = [word for word in before.split() if word not in replaced]
    added = [word for word in query_of(turn, clause).split() if word not in kept]
    return " ".join([*added, *kept])


def _without_measure(query: str) -> str:
    return " ".join(word for word in query.split() if not word[:1].isdigit() and word not in ("inch", "寸", "英寸"))


def _search_and_tell(turn: Turn, clause: Clause, arguments: dict[str, Any], page: int = PAGE) -> Steps:
    seen_before = turn.scene.items
    arguments["limit"] = page * (SPARE if arguments.get("sort") in BY_PRICE else 1)
    result = yield from turn.use("catalogue.search", **arguments)
    if not result.get("items"):
        return (yield from _nothing_found(turn, clause, arguments, result, bool(seen_before)))
    items = turn.scene.items
    trimmed = len(items) < min(page, len(result["items"]))
    total = len(items) if trimmed else max(int(result.get("total") or 0), len(items))
    key = "found_one" if total == 1 else "found_some" if total > len(items) else "found_all"
    lines = item_lines(turn, items)
    if strange := turn.fitting.missing_kinds(str(arguments.get("query") or ""), items):
        return turn.say("only_related", what=", ".join(strange), lines=lines)
    text = turn.say(key, count=total, shown=len(items), lines=lines, what=str(arguments.get("query") or ""))
    question = "\n" + turn.say("ask_add_this") if total == 1 else ""
    notes = _colour_note(turn, arguments, items) + _currency_note(turn, clause, items)
    return _closest_note(turn, arguments, items) + text + notes + question


def _closest_note(turn: Turn, arguments: dict[str, Any], items: list[dict[str, Any]]) -> str:
    """Says so when a name that was asked for is in none of the titles."""
    missing = turn.fitting.missing(str(arguments.get("query") or ""), items)
    return turn.say("closest", what=", ".join(missing)) + "\n" if missing else ""


def _colour_note(turn: Turn, arguments: dict[str, Any], items: list[dict[str, Any]]) -> str:
    """Colours are versions of a product, which a search result does not list."""
    colour = turn.fitting.missing_colour(str(arguments.get("query") or ""), items)
    return "\n" + turn.say("colour_in_versions", colour=colour) if colour else ""


def _nothing_found(
    turn: Turn, clause: Clause, arguments: dict[str, Any], result: dict[str, Any], listed: bool
) -> Steps:
    """Says so, and looks once more without the price limit or in the other language before giving up."""
    what = str(arguments.get("query") or "")
    limited = {key for key in ("min_price", "max_price", "in_stock") if key in arguments}
    if clause.means("cheaper", "pricier") and listed and not clause.priced:
        key, best = ("nothing_cheaper", min) if clause.means("cheaper") else ("nothing_pricier", max)
        item = best(turn.scene.items, key=price_of)
        return turn.say(key, title=item.get("title", ""), price=turn.wording.money(turn.language, item.get("price")))
    other = in_language(turn, clause, "en" if has_cjk(what) else "zh")
    if limited:
        arguments["limit"] = PAGE * SPARE
        arguments = {key: value for key, value in arguments.items() if key not in limited} | {"sort": "price"}
    elif other != what and has_cjk(what):
        arguments = arguments | {"query": other}
    else:
        meant = result.get("did_you_mean")
        return (
            turn.say("nothing_found_meant", what=what, meant=meant) if meant else turn.say("nothing_found", what=what)
        )
    again = yield from turn.use("catalogue.search", **arguments)
    if not again.get("items"):
        return turn.say("nothing_found", what=what)
    items = turn.scene.items
    return turn.say(
        "nothing_within" if limited else "closest_instead", what=what, lines=item_lines(turn, items), count=len(items)
    )


def _currency_note(turn: Turn, clause: Clause, items: list[dict[str, Any]]) -> str:
    """Says so when the person named another currency than the prices are in."""
    ours = (items[0].get("price") or {}).get("currency", "")
    if not clause.currency or not ours or clause.currency == ours:
        return ""
    return "\n" + turn.say("other_currency", ours=ours)
