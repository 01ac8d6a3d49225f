"""Keeps what merely shares a word with the search ("monitor light" for a monitor) out of the lists that are shown."""

import itertools
from dataclasses import dataclass, field
from typing import Any

from ai_service.app.house_model.amounts import read_measures
from ai_service.app.house_model.choosing import contains
from ai_service.app.house_model.lexicon import Lexicon
from ai_service.app.house_model.normalise import normalise
from ai_service.app.house_model.tokens import Token, tokenise

Thing = dict[str, Any]
# Sorted by price a list begins with whatever is cheap, so twice as many are asked for as are shown.
BY_PRICE = ("price", "-price")
SPARE = 2


@dataclass(slots=True)
class Fitting:
    """A pure function of a search's arguments and items, so that a later turn sees the list as it was shown."""

    lexicon: Lexicon
    _queries: dict[str, list[Token]] = field(default_factory=dict)

    def shown(self, arguments: dict[str, Any], items: list[Thing]) -> list[Thing]:
        """What of a search result is shown: by relevance the fitting head, by price all that fits; else everything."""
        sorted_by_price = arguments.get("sort") in BY_PRICE
        page = int(arguments.get("limit") or 5) // (SPARE if sorted_by_price else 1)
        tokens = self._tokens(str(arguments.get("query") or ""))
        fitting = [item for item in items if self._fits(tokens, item, items)]
        head = next((i for i, item in enumerate(items) if item not in fitting), len(items))
        if head and not sorted_by_price:
            return items[:head][:page]
        if sorted_by_price:
            fitting = [item for item in fitting if self._describes(tokens, item, fitting)]
        return (fitting or items)[:page]

    def missing(self, query: str, items: list[Thing]) -> list[str]:
        """Names and sizes of the query that none of the items has."""
        tokens = [token for token in self._tokens(query) if not token.role]
        told = [t for t in tokens if t.means("brand") or not t.meanings]
        missing = [t.text for t in told if not any(self._has(t.text, item) for item in items)]
        return missing + self.missing_kinds(query, items)

    def missing_kinds(self, query: str, items: list[Thing]) -> list[str]:
        """The kinds of things of the query that none of the items is."""
        tokens = [token for token in self._tokens(query) if not token.role]
        kinds = [(t.text, m) for t in tokens for m in t.meanings if m.startswith("kind:")]
        absent = [text for text, kind in kinds if not any(self._is(kind, item, items) for item in items)]
        return list(dict.fromkeys(absent))

    def missing_colour(self, query: str, items: list[Thing]) -> str:
        """A colour of the query that no title names: it may still be one of the versions."""
        for token in self._tokens(query):
            colours = [m for m in token.meanings if m.startswith("colour:")]
            forms = [form for colour in colours for form in self.lexicon.forms[colour]]
            if forms and not any(self._has(form, item) for form in forms for item in items):
                return token.text
        return ""

    def _tokens(self, query: str) -> list[Token]:
        if query not in self._queries:
            if len(self._queries) > 512:
                self._queries.clear()
            tokens = tokenise(normalise(query), self.lexicon)
            read_measures(tokens)
            self._queries[query] = tokens
        return self._queries[query]

    def _fits(self, tokens: list[Token], item: Thing, items: list[Thing]) -> bool:
        pairs = itertools.pairwise(tokens)
        measured = [number.text for number, unit in pairs if number.kind == "number" and unit.means("unit:inch")]
        kinds = [m for t in tokens for m in t.meanings if m.startswith("kind:")]
        return all(self._has(number, item) for number in measured) and all(self._is(k, item, items) for k in kinds)

    def _describes(self, tokens: list[Token], item: Thing, items: list[Thing]) -> bool:
        """The attributes asked for, as far as titles of this list name them at all."""
        for token in tokens:
            forms = [f for m in token.meanings if m.startswith("attr:") for f in self.lexicon.forms[m]]
            named = forms and any(self._has(form, other) for form in forms for other in items)
            if named and not any(self._has(form, item) for form in forms):
                return False
        return True

    def _is(self, kind: str, item: Thing, items: list[Thing]) -> bool:
        """By its category where the shop has one for that kind, else by its title."""
        forms = [form for form in self.lexicon.forms.get(kind, ()) if len(form) > 1]
        if any(_category_says(forms, other) for other in items):
            return _category_says(forms, item)
        return any(self._has(form, item) for form in forms)

    def _has(self, form: str, item: Thing) -> bool:
        return contains(normalise(f"{item.get('title', '')} {item.get('vendor', '')}"), form)


def _category_says(forms: list[str], item: Thing) -> bool:
    category = normalise(str(item.get("category") or ""))
    return any(contains(category, form) for form in forms)
