"""Changing what is in the basket for something else: another version of it, or only a part of the lot."""

from ai_service.app.house_model.choosing import choose_items, match_words, price_of
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.scene import Thing
from ai_service.app.house_model.skills import basket, find, sending_back
from ai_service.app.house_model.skills.listing import cart_text, line_title
from ai_service.app.house_model.turn import Steps, Turn
from ai_service.app.house_model.versions import titles_of, wanted_variants


def swap(turn: Turn, clause: Clause) -> Steps:
    """ "Make it grey instead": the same thing in another version, which is looked at before the old one goes."""
    cart = yield from turn.use("cart.view")
    line = _line_to_swap(turn, clause, cart.get("items") or [])
    if line is None and (clause.means("exchange") or not cart.get("items")) and turn.can("order.exchange"):
        return (yield from sending_back.swap(turn, clause))
    if line is None:
        return turn.say("ask_swap", cart=cart_text(turn, cart)) if cart.get("items") else turn.say("cart_is_empty")
    product = yield from turn.use("catalogue.product", product_id=line["product_id"])
    variants = product.get("variants") or []
    title = str(product.get("title", ""))
    wanted = wanted_variants(turn, clause, variants, title)
    if wanted is None:
        return turn.say("no_such_version", title=title, versions=titles_of(variants))
    new = next((v for v in wanted if v.get("availability") != "out_of_stock"), None)
    if new is None:
        return turn.say(
            "stock_is", title=f"{title} {titles_of(wanted)}", availability=turn.say("availability_out_of_stock")
        )
    if new.get("variant_id") == line.get("variant_id"):
        return turn.say("cart_has", cart=cart_text(turn, cart))
    yield from turn.use("cart.remove", line_id=line["line_id"])
    after = yield from turn.use("cart.add", variant_id=new["variant_id"], quantity=int(line["quantity"]))
    return turn.say("cart_changed", cart=cart_text(turn, after))


def _line_to_swap(turn: Turn, clause: Clause, lines: list[Thing]) -> Thing | None:
    colours = [token for token in clause.tokens if any(m.startswith("colour:") for m in token.meanings)]
    for token in colours[:-1]:
        # "The black one for a white one": the last is the new one.
        token.role = "old"
    named = [token for token in clause.tokens if any(m.startswith("kind:") for m in token.meanings)]
    if named:
        clause.words = [token.text for token in named]
        lines = match_words(clause, lines, turn.lexicon)
    recent = [line for line in lines if line.get("variant_id") == turn.scene.added]
    return recent[0] if recent else lines[0] if len(lines) == 1 else None


def keep(turn: Turn, clause: Clause) -> Steps:
    """ "Everything but the keyboard goes": takes the others out; a search when nothing such is in the basket."""
    cart = yield from turn.use("cart.view")
    lines = cart.get("items") or []
    kept = _lines_named(turn, clause, lines)
    if not kept:
        known = clause.means("keep", "except") or not clause.phrase
        return turn.say("ask_remove", cart=cart_text(turn, cart)) if known else (yield from find.find(turn, clause))
    out = [line for line in lines if line not in kept]
    after: Thing = cart
    for line in out:
        after = yield from turn.use("cart.remove", line_id=line["line_id"])
    if not out:
        return turn.say("cart_has", cart=cart_text(turn, cart))
    return turn.say("removed", titles=", ".join(map(line_title, out)), cart=cart_text(turn, after))


def _lines_named(turn: Turn, clause: Clause, lines: list[Thing]) -> list[Thing]:
    """By the words that name a line, also where "except" or "without" stands before them."""
    clause.words = clause.words + clause.dropped
    if clause.words:
        return match_words(clause, lines, turn.lexicon)
    return basket.lines_meant(turn, clause, lines) if clause.pointing else []


def estimate(turn: Turn, clause: Clause) -> Steps:
    """ "What would three of them be?", "how much without the lamp?": sums, and nothing is changed."""
    chosen = choose_items(clause, turn.scene, turn.lexicon)
    if clause.quantity and len(chosen) == 1 and price_of(chosen[0]):
        return _times(turn, clause.quantity, chosen[0])
    cart = yield from turn.use("cart.view")
    lines = cart.get("items") or []
    named = _lines_named(turn, clause, lines)
    if clause.quantity and len(named or lines) == 1:
        return _times(turn, clause.quantity, (named or lines)[0])
    if not named:
        return turn.say("cart_has", cart=cart_text(turn, cart)) if lines else turn.say("cart_is_empty")
    rest = sum(_amount(line) for line in lines if line not in named)
    titles = ", ".join(map(line_title, named))
    return turn.say("without_it", titles=titles, total=_money(turn, rest, named[0]))


def _times(turn: Turn, quantity: int, thing: Thing) -> str:
    total = _money(turn, quantity * price_of(thing), thing)
    return turn.say("that_many", quantity=quantity, title=line_title(thing), total=total)


def _amount(line: Thing) -> int:
    return int((line.get("total") or {}).get("amount") or 0)


def _money(turn: Turn, amount: int, like: Thing) -> str:
    """An amount in the currency of a thing's price."""
    currency = (like.get("price") or like.get("unit_price") or {}).get("currency", "EUR")
    return turn.wording.money(turn.language, {"amount": amount, "currency": currency})
