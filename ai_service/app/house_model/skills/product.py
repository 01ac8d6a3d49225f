"""Describing a product, checking its stock, recommending what goes with it."""

from typing import Any

from ai_service.app.house_model.choosing import choose_items, contains, price_of
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.normalise import normalise
from ai_service.app.house_model.scene import Thing
from ai_service.app.house_model.skills.find import query_of
from ai_service.app.house_model.skills.listing import availability, item_lines
from ai_service.app.house_model.turn import Steps, Turn, Work
from ai_service.app.house_model.versions import titles_of, wanted_variants

MOST_COMPARED = 6
MOST_ATTRIBUTES = 8


def locate(turn: Turn, clause: Clause, limit: int = 3) -> Work[Thing]:
    """The product meant: pointed at, or searched for by its name. Empty when there is none or it is unclear."""
    chosen = choose_items(clause, turn.scene, turn.lexicon)
    if chosen:
        return chosen[0]
    if not clause.phrase:
        return {}
    found = yield from turn.use("catalogue.search", query=query_of(turn, clause), limit=limit)
    items = turn.scene.items if found.get("items") else []
    return items[0] if items else {}


def details(turn: Turn, clause: Clause) -> Steps:
    item = yield from locate(turn, clause)
    if not item:
        return _not_located(turn, clause)
    product = yield from turn.use("catalogue.product", product_id=item["product_id"])
    price = turn.wording.money(turn.language, item.get("price") or _lowest(product))
    if clause.means("price"):
        return turn.say("price_is", title=product.get("title", ""), price=price)
    if clause.means("colouring") and (versions := _versions(product)):
        return turn.say("comes_in", title=product.get("title", ""), versions=versions)
    if answer := _attribute_answer(turn, clause, product):
        return answer
    attributes = [f"- {a.get('name')}: {a.get('value')}" for a in (product.get("attributes") or [])[:MOST_ATTRIBUTES]]
    versions = _versions(product)
    text = turn.say(
        "details", title=product.get("title", ""), price=price, description=product.get("description") or ""
    )
    rows = [text.strip(), *attributes]
    if versions:
        rows.append(turn.say("versions", versions=versions))
    return "\n".join([*rows, turn.say("ask_add_this")])


def _lowest(product: Thing) -> dict[str, Any] | None:
    variants = product.get("variants") or []
    return min(variants, key=price_of).get("price") if variants else None


def _versions(product: Thing) -> str:
    variants = product.get("variants") or []
    return ", ".join(str(v.get("title")) for v in variants if v.get("title")) if len(variants) > 1 else ""


def _attribute_answer(turn: Turn, clause: Clause, product: Thing) -> str:
    """What was asked about, when the product's data has it, and plainly when it has not."""
    aspects = [meaning for meaning in clause.meanings if meaning.startswith("aspect:")]
    names = [form for aspect in aspects for form in turn.lexicon.forms[aspect]]
    asked = normalise(clause.text)
    title = product.get("title", "")
    found = []
    for attribute in product.get("attributes") or []:
        name = normalise(str(attribute.get("name", "")))
        if name and (any(form in name for form in names) or contains(asked, name)):
            found.append(turn.say("attribute_is", title=title, name=attribute["name"], value=attribute["value"]))
    return "\n".join(found) or (turn.say("attribute_unknown", title=title) if aspects else "")


def _not_located(turn: Turn, clause: Clause) -> str:
    if clause.phrase:
        return turn.say("nothing_found", what=clause.phrase)
    if clause.pointing.ordinals and turn.scene.items:
        return turn.say("no_such_number", count=len(turn.scene.items))
    return turn.say("ask_which_product")


def stock(turn: Turn, clause: Clause) -> Steps:
    item = yield from locate(turn, clause)
    if not item:
        return _not_located(turn, clause)
    result = yield from turn.use("stock.check", product_id=item["product_id"])
    variants = result.get("variants") or []
    title = str(result.get("title") or item.get("title", ""))
    wanted = wanted_variants(turn, clause, variants, title)
    if wanted is None:
        return turn.say("no_such_version", title=title, versions=titles_of(variants))
    if not wanted or len(variants) < 2:
        return turn.say("stock_is", title=title, availability=availability(turn, result))
    rows = [turn.say("stock_line", title=v.get("title", ""), availability=availability(turn, v)) for v in wanted]
    return turn.say("stock_versions", title=title, lines="\n".join(rows))


def recommend(turn: Turn, clause: Clause) -> Steps:
    base: Thing = {}
    if clause.pointing or clause.phrase:
        base = yield from locate(turn, clause)
    elif turn.scene.focus is not None and not clause.means("popular"):
        base = turn.scene.focus
    result = yield from turn.use("catalogue.recommend", product_id=base.get("product_id"), limit=3)
    items = result.get("items") or []
    if not items:
        return turn.say("nothing_to_recommend")
    lines = item_lines(turn, items)
    if base:
        return turn.say("recommended_with", title=base.get("title", ""), lines=lines)
    return turn.say("recommended", lines=lines)
