"""Finds the things a clause points at among those that were shown."""

import re
from functools import lru_cache

from ai_service.app.house_model.clause import Clause, Pointing
from ai_service.app.house_model.lexicon import Lexicon
from ai_service.app.house_model.normalise import has_cjk, normalise
from ai_service.app.house_model.scene import Scene, Thing
from ai_service.app.house_model.tokens import Token

ENOUGH_WORDS = 2


def price_of(item: Thing) -> int:
    price = item.get("price") or item.get("unit_price") or {}
    return int(price.get("amount") or 0)


def pick_ordinals(pointing: Pointing, things: list[Thing]) -> list[Thing]:
    """The things at the places named; places that do not exist are left out."""
    if pointing.leading:
        return things[: pointing.leading]
    if pointing.trailing:
        return things[-pointing.trailing :]
    places = [len(things) // 2 if n == 0 else n - 1 if n > 0 else len(things) + n for n in pointing.ordinals]
    return [things[place] for place in places if 0 <= place < len(things)]


def choose_items(clause: Clause, scene: Scene, lexicon: Lexicon) -> list[Thing]:
    """The products meant, in the order named; empty when nothing shown fits."""
    pointing, things = clause.pointing, scene.items
    if pointing.ordinals or pointing.leading or pointing.trailing:
        chosen = pick_ordinals(pointing, things)
        if pointing.extreme and len(chosen) > 1:
            return [extreme_of(pointing.extreme, chosen)]
        return chosen
    named = (match_words(clause, things, lexicon) or nearest_title(clause, things, lexicon)) if clause.phrase else []
    if pointing.extreme:
        among = named or ([] if clause.kinds else scene.group or things)
        return [extreme_of(pointing.extreme, among)] if among else []
    if named and len(named) < max(len(things), 2):
        return named
    if clause.kinds and not named and not pointing.ordinals and (pointing.count or pointing.plural):
        return []
    if clause.means("earlier") and scene.previous is not None:
        return [scene.previous]
    if pointing.count or pointing.plural:
        among = scene.group or things
        return among[: pointing.count] if pointing.count else among
    if clause.kinds and len(clause.words) >= ENOUGH_WORDS and not named and (scene.focus or {}).get("title"):
        # "The wired headset, is it comfortable?" names another thing than the one spoken of.
        return []
    if scene.focus is not None and (pointing.pronoun or not clause.phrase or only_options(clause)):
        return [scene.focus]
    return things if len(things) == 1 and not clause.phrase else []


def only_options(clause: Clause) -> bool:
    """Whether the words only say in which colour: "a grey one" is the thing spoken of, in grey."""
    named = [token for token in clause.tokens if token.text in clause.words]
    return bool(named) and all(_colour(token) for token in named)


def extreme_of(extreme: str, things: list[Thing]) -> Thing:
    return (min if extreme == "cheapest" else max)(things, key=price_of)


def match_words(clause: Clause, things: list[Thing], lexicon: Lexicon) -> list[Thing]:
    """Those whose title says everything the clause's words say, in either language; colours may be versions."""
    tokens = [token for token in clause.tokens if token.text in clause.words and token.role != "measure"]
    tokens = [t for t in tokens if not _colour(t) or any(_says(_title(thing), t, lexicon) for thing in things)]
    return [thing for thing in things if tokens and all(_says(_title(thing), t, lexicon) for t in tokens)]


def match_kinds(clause: Clause, things: list[Thing], lexicon: Lexicon) -> list[Thing]:
    """Those that are of any kind the clause names: "the mouse and the keyboard"."""
    said = [token for token in clause.tokens if token.role != "denied" or token.text in clause.words]
    kinds = [token for token in said if any(meaning.startswith("kind:") for meaning in token.meanings)]
    return [thing for thing in things if any(_says(_title(thing), token, lexicon) for token in kinds)]


def nearest_title(clause: Clause, things: list[Thing], lexicon: Lexicon) -> list[Thing]:
    """The one whose title says most of the words, and at least two: "does the Vista 4K have HDMI?"."""
    tokens = [token for token in clause.tokens if token.text in clause.words]
    said = [sum(_says(_title(thing), token, lexicon) for token in tokens) for thing in things]
    best = max(said, default=0)
    return [things[said.index(best)]] if best >= ENOUGH_WORDS and said.count(best) == 1 else []


def _colour(token: Token) -> bool:
    return any(meaning.startswith("colour:") for meaning in token.meanings)


def _title(thing: Thing) -> str:
    return normalise(f"{thing.get('title', '')} {thing.get('variant_title', '')} {thing.get('vendor', '')}")


def _says(title: str, token: Token, lexicon: Lexicon) -> bool:
    forms = {token.text}
    if not token.meanings and token.text.endswith("s"):
        # "The two Lumens": a maker's name said of several.
        forms.add(token.text.removesuffix("s"))
    for meaning in token.meanings:
        # 线 alone is in 无线: a single character stands for a thing only when it was said.
        forms.update(form for form in lexicon.forms.get(meaning, ()) if len(form) > 1)
    return any(contains(title, form) for form in forms)


@lru_cache(maxsize=16_384)
def contains(text: str, form: str) -> bool:
    """Whole words in Latin scripts, any place in Chinese."""
    if has_cjk(form):
        return form in text
    return re.search(rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])", text) is not None
