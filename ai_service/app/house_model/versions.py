"""The versions of a product and which of them a person means: by what its own variants say, not by a list."""

from typing import Any

from ai_service.app.house_model.choosing import contains
from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.normalise import normalise
from ai_service.app.house_model.scene import Thing
from ai_service.app.house_model.tokens import Token
from ai_service.app.house_model.turn import Turn
from ai_service.app.house_model.understanding import understand

# The first wishes are the query and the words of the search; later ones were answered.
SEARCHED_FOR = 2


def wanted_variants(turn: Turn, clause: Clause, variants: list[Thing], title: str = "") -> list[Thing] | None:
    """The variants that are as the clause says; all when it says nothing of them, None when none is so."""
    return _as_said(turn, _options(turn, clause, variants, title), variants)


def wished_variants(turn: Turn, variants: list[Thing], title: str) -> list[Thing] | None:
    """The variants that are as was said while the product was looked for; all when nothing was.

    None when none is, and the person has not heard so: what was asked about a product that was shown was answered.
    """
    for position, said in reversed(list(enumerate(turn.scene.wishes))):
        for clause in understand(said, turn.lexicon):
            options = _options(turn, clause, variants, title)
            if options:
                answered = position >= SEARCHED_FOR
                return _as_said(turn, options, variants) or (variants if answered else None)
    return variants


def versions_instead(turn: Turn, clause: Clause, variants: list[Thing], own: Thing, title: str) -> list[Thing] | None:
    """The variants to have instead of `own`: as the clause says, and what is true of `own` names the old one.

    None when the clause says nothing of them; empty when none is as it says.
    """
    new = [token for token in _options(turn, clause, variants, title) if not _says(turn, token, own)]
    others = [variant for variant in variants if variant.get("variant_id") != own.get("variant_id")]
    return (_as_said(turn, new, others) or []) if new else None


def speaks_of_versions(clause: Clause, item: Thing) -> bool:
    """Whether the clause has a colour, or a word that is not in the thing's own title."""
    title = normalise(f"{item.get('title', '')} {item.get('vendor', '')}")
    other = [token for token in clause.tokens if _may_tell(token, clause) and not contains(title, token.text)]
    return any(_is_colour(token) or not any(m.startswith("kind:") for m in token.meanings) for token in other)


def _options(turn: Turn, clause: Clause, variants: list[Thing], title: str) -> list[Token]:
    """The words that choose among the variants; what the title says is true of all of them."""
    own = normalise(title)
    telling = [t for t in clause.tokens if _may_tell(t, clause) and t.role != "denied" and not contains(own, t.text)]
    return [token for token in telling if _is_colour(token) or _tells_apart(turn, token, variants)]


def _may_tell(token: Token, clause: Clause) -> bool:
    return token.role == "measure" or (not token.role and (_is_colour(token) or token.text in clause.words))


def _is_colour(token: Token) -> bool:
    return any(meaning.startswith("colour:") for meaning in token.meanings)


def _tells_apart(turn: Turn, token: Token, variants: list[Thing]) -> bool:
    saying = [variant for variant in variants if _says(turn, token, variant)]
    return 0 < len(saying) < len(variants)


def _as_said(turn: Turn, options: list[Token], variants: list[Thing]) -> list[Thing] | None:
    fitting = variants
    for token in options:
        fitting = [variant for variant in fitting if _says(turn, token, variant)]
    return fitting or None


def _says(turn: Turn, token: Token, variant: Thing) -> bool:
    forms = {token.text, *(form for meaning in token.meanings for form in turn.lexicon.forms.get(meaning, ()))}
    return any(contains(_text(variant), form) for form in forms)


def _text(variant: Thing) -> str:
    options: dict[str, Any] = variant.get("options") or {}
    return normalise(" ".join([str(variant.get("title", "")), *map(str, options.values())]))


def titles_of(variants: list[Thing]) -> str:
    return ", ".join(map(title_of, variants))


def title_of(variant: Thing) -> str:
    """What tells a variant from its product's others: its title, else its options."""
    return str(variant.get("title") or ", ".join(map(str, (variant.get("options") or {}).values())))
