"""Comparing: which is cheaper, what differs, which of them has something."""

from ai_service.app.house_model.choosing import choose_items, contains, extreme_of, price_of
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.coordination import compared_names
from ai_service.app.house_model.lexicon import Lexicon
from ai_service.app.house_model.normalise import normalise
from ai_service.app.house_model.scene import Thing
from ai_service.app.house_model.skills.find import query_of
from ai_service.app.house_model.skills.listing import availability, number_of
from ai_service.app.house_model.tokens import Token
from ai_service.app.house_model.turn import Steps, Turn, Work
from ai_service.app.house_model.understanding import clause_of

MOST_COMPARED = 6
MOST_ATTRIBUTES = 8


def compare(turn: Turn, clause: Clause) -> Steps:
    if clause.means("which") and clause.phrase and not clause.kinds and len(turn.scene.items) > 1:
        return (yield from _which_has(turn, clause))
    chosen = (yield from _by_name(turn, clause)) or _compared(turn, clause)
    counted = clause.pointing.count or clause.quantity or 0
    if len(chosen) < 2 and clause.phrase and (clause.kinds or not clause.pointing):
        found = yield from turn.use("catalogue.search", query=query_of(turn, clause), limit=5)
        chosen = turn.scene.items if found.get("items") else []
    if 2 <= counted <= MOST_COMPARED and not clause.pointing.ordinals:
        chosen = chosen[:counted]
    if len(chosen) == 1 and not clause.phrase:
        return turn.say("only_one", **_named(turn, chosen[0]))
    if len(chosen) < 2:
        return turn.say("ask_compare") if turn.scene.items else turn.say("ask_what")
    ids = [item["product_id"] for item in chosen]
    result = yield from turn.use("catalogue.compare", product_ids=ids)
    items = result.get("items") or []
    if rows := _aspect_rows(turn, clause, items):
        return rows
    if clause.means("pricier", "priciest") and items:
        return turn.say("priciest_is", **_named(turn, extreme_of("priciest", items)))
    differences = "" if clause.means("cheaper", "cheapest") else _differences(turn, items)
    return _price_verdict(turn, items) + differences


def _aspect_rows(turn: Turn, clause: Clause, items: list[Thing]) -> str:
    """ "Which has the longest battery life?": what each one's data says about it, to be judged by the reader."""
    aspects = [meaning for meaning in clause.meanings if meaning.startswith("aspect:")]
    names = [form for aspect in aspects for form in turn.lexicon.forms[aspect]]
    rows = []
    for item in items:
        told = [f"{k} {v}" for k, v in (item.get("attributes") or {}).items() if any(n in normalise(k) for n in names)]
        rows.append(f"- {number_of(turn, item)}{item.get('title', '')}: {'; '.join(told) or '–'}")
    return "\n".join(rows) if aspects else ""


def _which_has(turn: Turn, clause: Clause) -> Steps:
    """ "Which of these has USB-C?": those whose title or attributes say so."""
    ids = [item["product_id"] for item in turn.scene.items[:MOST_COMPARED]]
    result = yield from turn.use("catalogue.compare", product_ids=ids)
    tokens = [token for token in clause.tokens if token.text in clause.words]
    having = [item for item in result.get("items") or [] if all(_mentions(item, t, turn.lexicon) for t in tokens)]
    if not having:
        return turn.say("none_has", what=clause.phrase)
    rows = "\n".join(turn.say("compared_line", **_named(turn, i), availability=availability(turn, i)) for i in having)
    return turn.say("these_have", what=clause.phrase, lines=rows)


def _mentions(item: Thing, token: Token, lexicon: Lexicon) -> bool:
    text = normalise(" ".join([str(item.get("title")), *map(str, (item.get("attributes") or {}).values())]))
    forms = {token.text, *(form for meaning in token.meanings for form in lexicon.forms.get(meaning, ()))}
    return any(contains(text, form) for form in forms)


def _by_name(turn: Turn, clause: Clause) -> Work[list[Thing]]:
    """ "The nimbus keyboard with the falcon one": each side among what was shown, else looked up."""
    sides = compared_names(clause)
    chosen: list[Thing] = []
    for tokens in sides:
        side = clause_of(tokens, turn.lexicon)
        found = choose_items(side, turn.scene, turn.lexicon)
        if not found and side.phrase:
            kind = "" if side.kinds else next((t.text for t in clause.tokens if t.means(*clause.kinds)), "")
            query = f"{query_of(turn, side)} {kind}".strip()
            result = yield from turn.use("catalogue.search", query=query, limit=3)
            found = result.get("items") or []
        chosen += found[:1]
    distinct = {str(item.get("product_id")): item for item in chosen}
    return list(distinct.values()) if len(distinct) == len(sides) > 1 else []


def _compared(turn: Turn, clause: Clause) -> list[Thing]:
    """What is to be compared: those named; two of them for "them" after a pair; else everything shown."""
    pointing = clause.pointing
    extreme, pointing.extreme = pointing.extreme, ""
    chosen = choose_items(clause, turn.scene, turn.lexicon)
    pointing.extreme = extreme
    focus = turn.scene.focus
    if len(chosen) == 1 and focus is not None and (pointing.pronoun or pointing.ordinals):
        others = [item for item in (focus, *turn.scene.group) if item.get("product_id") != chosen[0].get("product_id")]
        chosen = chosen + others[:1]
    pair_meant = turn.scene.group and not pointing.ordinals and not pointing.leading and not pointing.trailing
    if len(chosen) < 2 and not clause.phrase:
        chosen = turn.scene.group if pair_meant else turn.scene.items
    return chosen[:MOST_COMPARED]


def _named(turn: Turn, item: Thing) -> dict[str, str]:
    return {
        "number": number_of(turn, item),
        "title": str(item.get("title", "")),
        "price": turn.wording.money(turn.language, item.get("price")),
    }


def _price_verdict(turn: Turn, items: list[Thing]) -> str:
    ranked = sorted(items, key=price_of)
    rows = "\n".join(
        turn.say("compared_line", **_named(turn, item), availability=availability(turn, item)) for item in items
    )
    if price_of(ranked[0]) == price_of(ranked[-1]):
        return turn.say("same_price", lines=rows)
    key = "cheaper_is" if len(items) == 2 else "cheapest_is"
    return turn.say(key, **_named(turn, ranked[0]), lines=rows)


def _differences(turn: Turn, items: list[Thing]) -> str:
    names = list(dict.fromkeys(name for item in items for name in (item.get("attributes") or {})))
    rows: list[str] = []
    for name in names:
        values = [str((item.get("attributes") or {}).get(name, "–")) for item in items]
        if len(set(values)) > 1 and len(rows) < MOST_ATTRIBUTES:
            rows.append(f"- {name}: {' / '.join(values)}")
    return "\n" + turn.say("differences", lines="\n".join(rows)) if rows else ""
