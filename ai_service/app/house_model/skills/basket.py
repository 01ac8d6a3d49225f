"""The basket: putting things in, changing how many, taking them out, looking at it."""

from ai_service.app.house_model.choosing import choose_items, extreme_of, match_words, pick_ordinals
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.scene import Thing
from ai_service.app.house_model.skills.find import filters_of, find, query_of
from ai_service.app.house_model.skills.listing import cart_text, item_lines, line_title
from ai_service.app.house_model.turn import CannotDo, Steps, ToolFailed, Turn, Work
from ai_service.app.house_model.understanding import clause_of, understand
from ai_service.app.house_model.versions import speaks_of_versions, titles_of, wanted_variants, wished_variants

MOST_AT_ONCE = 99
TIMES = {"doubling": 2, "tripling": 3, "halving": 0.5}


def view(turn: Turn, clause: Clause) -> Steps:
    cart = yield from turn.use("cart.view")
    if not cart.get("items"):
        return turn.say("cart_is_empty")
    return turn.say("cart_has", cart=cart_text(turn, cart)) + "\n" + turn.say("ask_checkout")


def add(turn: Turn, clause: Clause) -> Steps:
    """Adds what is pointed at or named; asks when it could be several things."""
    yield from put_in(turn, clause)
    return turn.say("added", cart=cart_text(turn, turn.scene.cart or {})) + "\n" + turn.say("ask_checkout")


def put_in(turn: Turn, clause: Clause) -> Work[None]:
    """Puts the things meant into the cart."""
    if clause.quantity is not None and not 1 <= clause.quantity <= MOST_AT_ONCE:
        raise CannotDo("ask_quantity", most=MOST_AT_ONCE)
    chosen = yield from _things_to_add(turn, clause)
    if clause.pointing.excluded or (clause.means("instead", "corrected") and clause.pointing.ordinals):
        yield from _take_back(turn, clause)
    counts = dict(clause.quantities)
    for position, item in enumerate(chosen):
        ordinal = clause.pointing.ordinals[position] if position < len(clause.pointing.ordinals) else 0
        quantity = counts.get(ordinal) or clause.quantity or _quantity_before(turn) or 1
        variant_id = yield from _variant(turn, clause, item)
        try:
            yield from turn.use("cart.add", variant_id=variant_id, quantity=quantity)
        except ToolFailed as failure:
            why = failure.detail or failure.code
            raise CannotDo("could_not_add", title=item.get("title", ""), why=why) from failure


def _quantity_before(turn: Turn) -> int | None:
    """The quantity said in the message before, when we only had to ask which one."""
    if turn.scene.asked == "add_this":
        return next((said.quantity for said in turn.earlier if said.quantity and said.means("need", "buy")), None)
    if turn.scene.asked != "add":
        return None
    return next((said.quantity for said in turn.earlier if said.quantity), None)


def _things_to_add(turn: Turn, clause: Clause) -> Work[list[Thing]]:
    if clause.means("plus") and turn.scene.added and not clause.pointing and not clause.phrase:
        return [{"variant_id": turn.scene.added}]
    if clause.means("restore") and turn.scene.removed:
        return [turn.scene.removed]
    chosen = choose_items(clause, turn.scene, turn.lexicon)
    unclear = len(chosen) > 1 and not clause.pointing.several and clause.phrase
    if chosen and not unclear:
        return chosen
    if clause.pointing.ordinals and turn.scene.items:
        raise CannotDo("no_such_number", count=len(turn.scene.items))
    if unclear or (turn.scene.items and not clause.phrase):
        raise CannotDo("ask_add", lines=item_lines(turn, turn.scene.items))
    if not clause.phrase:
        return (yield from _only_line(turn))
    return (yield from _search_to_add(turn, clause))


def _only_line(turn: Turn) -> Work[list[Thing]]:
    """ "Two more of the same", when nothing else was spoken of: what is alone in the basket."""
    cart = yield from turn.use("cart.view")
    lines = cart.get("items") or []
    if len(lines) != 1:
        raise CannotDo("ask_what")
    return [{**lines[0], "variants_count": 1}]


def _search_to_add(turn: Turn, clause: Clause) -> Work[list[Thing]]:
    """What is named but was not shown: taken when the search leaves no doubt, else asked about."""
    found = yield from turn.use("catalogue.search", query=query_of(turn, clause), **filters_of(clause), limit=10)
    items = turn.scene.items[:5] if found.get("items") else []
    if not items:
        raise CannotDo("nothing_found", what=clause.phrase)
    if clause.pointing.extreme:
        return [extreme_of(clause.pointing.extreme, items)]
    exact = match_words(clause, items, turn.lexicon)
    if len(items) == 1 or (len(exact) == 1 and len(clause.words) > 1):
        return (exact or items)[:1]
    raise CannotDo("ask_add", lines=item_lines(turn, items))


def _variant(turn: Turn, clause: Clause, item: Thing) -> Work[str]:
    """The variant to add: the one named now or while it was looked for, else the one whose price was shown."""
    single = item.get("variant_id") and int(item.get("variants_count") or 1) == 1
    if single or (item.get("variant_id") and not speaks_of_versions(clause, item) and not turn.scene.wishes):
        return str(item["variant_id"])
    product = yield from turn.use("catalogue.product", product_id=item["product_id"])
    variants = product.get("variants") or []
    title = str(product.get("title") or item.get("title", ""))
    wanted = wanted_variants(turn, clause, variants, title)
    if wanted is not None and len(wanted) == len(variants):
        wanted = wished_variants(turn, variants, title)
    if wanted is None:
        raise CannotDo("no_such_version", title=title, versions=titles_of(variants))
    shown = next((each for each in wanted if each["variant_id"] == item.get("variant_id")), None)
    if len(wanted) > 1 and not item.get("variant_id"):
        raise CannotDo("ask_version", title=title, versions=titles_of(wanted))
    return str((shown or wanted[0])["variant_id"]) if wanted else str(item.get("variant_id", ""))


def _take_back(turn: Turn, clause: Clause) -> Work[None]:
    """Removes what was added by mistake, when the person says "not that one, the other"."""
    wrong = [
        turn.scene.items[n - 1].get("variant_id") for n in clause.pointing.excluded if 0 < n <= len(turn.scene.items)
    ]
    wrong = wrong or ([turn.scene.added] if turn.scene.added and not clause.pointing.excluded else [])
    if not wrong or turn.scene.cart is None:
        return
    cart = yield from turn.use("cart.view")
    for line in cart.get("items") or []:
        if line.get("variant_id") in wrong:
            yield from turn.use("cart.remove", line_id=line["line_id"])


def update(turn: Turn, clause: Clause) -> Steps:
    cart = yield from turn.use("cart.view")
    lines = cart.get("items") or []
    if not lines:
        return turn.say("cart_is_empty")
    chosen = lines_meant(turn, clause, lines)
    if len(chosen) != 1:
        return turn.say("ask_update", cart=cart_text(turn, cart))
    line = chosen[0]
    quantity = _new_quantity(clause, int(line["quantity"]))
    if quantity is None:
        return turn.say("ask_how_many", title=line_title(line))
    if quantity > MOST_AT_ONCE:
        return turn.say("ask_quantity", most=MOST_AT_ONCE)
    if quantity <= 0:
        after = yield from turn.use("cart.remove", line_id=line["line_id"])
    else:
        after = yield from turn.use("cart.update", line_id=line["line_id"], quantity=quantity)
    return turn.say("cart_changed", cart=cart_text(turn, after))


def _new_quantity(clause: Clause, now: int) -> int | None:
    """ "Two fewer", "double it", "make it four"."""
    if clause.means("fewer", "less"):
        return now - (clause.quantity or 1)
    for meaning, factor in TIMES.items():
        if clause.means(meaning):
            return int(now * factor)
    return clause.quantity


def remove(turn: Turn, clause: Clause) -> Steps:
    cart = yield from turn.use("cart.view")
    lines = cart.get("items") or []
    if not lines:
        return (yield from _unwanted(turn, clause)) or turn.say("cart_is_empty")
    chosen = lines_meant(turn, clause, lines)
    if not chosen:
        return (yield from _unwanted(turn, clause)) or turn.say("ask_remove", cart=cart_text(turn, cart))
    after: Thing = cart
    for line in chosen:
        kept = int(line["quantity"]) - (clause.quantity or int(line["quantity"]))
        if kept > 0:
            after = yield from turn.use("cart.update", line_id=line["line_id"], quantity=kept)
        else:
            after = yield from turn.use("cart.remove", line_id=line["line_id"])
    titles = ", ".join(line_title(line) for line in chosen)
    return turn.say("removed", titles=titles, cart=cart_text(turn, after))


def _unwanted(turn: Turn, clause: Clause) -> Steps:
    """ "I don't want a wired mouse" of somebody who has none: a mouse is looked for."""
    kinds = [token for token in clause.tokens if any(m.startswith("kind:") for m in token.meanings)]
    if not kinds or not clause.means("unneeded", "negate", "no"):
        return ""
    return (yield from find(turn, clause_of(kinds, turn.lexicon)))


def empty(turn: Turn, clause: Clause) -> Steps:
    cart = yield from turn.use("cart.view")
    for line in cart.get("items") or []:
        yield from turn.use("cart.remove", line_id=line["line_id"])
    return turn.say("cart_emptied") if cart.get("items") else turn.say("cart_is_empty")


def lines_meant(turn: Turn, clause: Clause, lines: list[Thing]) -> list[Thing]:
    """Lines by place or name; after a product list its numbers count, otherwise the basket's own."""
    pointing = clause.pointing
    places = pointing.ordinals or pointing.leading or pointing.trailing
    if places:
        listed = pick_ordinals(pointing, turn.scene.items) if not clause.means("cart") else []
        wanted = {item.get("variant_id") for item in listed}
        same = [line for line in lines if line.get("variant_id") in wanted]
        shown_list = turn.scene.shown in ("list", "comparison")
        return same if same and shown_list else pick_ordinals(pointing, lines) or same
    if clause.phrase:
        return match_words(clause, lines, turn.lexicon)
    if pointing.extreme:
        return [extreme_of(pointing.extreme, lines)]
    if pointing.plural or clause.means("everything"):
        return lines
    if len(lines) == 1:
        return lines
    for said in understand(turn.scene.previous_text, turn.lexicon) if pointing.pronoun else ():
        said.words = said.words + said.dropped
        if named := match_words(said, lines, turn.lexicon):
            return named
    recent = turn.scene.added or (turn.scene.focus or {}).get("variant_id")
    return [line for line in lines if line.get("variant_id") == recent]


def already_in(turn: Turn, items: list[Thing]) -> bool:
    inside = {line.get("variant_id") for line in (turn.scene.cart or {}).get("items") or []}
    return bool(items) and all(item.get("variant_id") in inside for item in items)
