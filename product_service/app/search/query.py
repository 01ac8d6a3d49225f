"""What a shopper typed, as terms that all engines can look for.

A query is hostile input: nothing of it reaches an engine but tokens of letters and digits made by `tokens.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from product_service.app.search.tokens import is_cjk, pairs, tokens_of, words
from product_service.app.search.wordlists import WordLists

MAX_TERMS, MAX_QUERY = 12, 400
NAME_AND_NUMBER = re.compile(r"([a-z]{1,5})(\d+[a-z]?)|(\d+)([a-z]{1,3})")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that stand next to each other; `prefix` when the last one may go on."""

    tokens: tuple[str, ...]
    prefix: bool = False


@dataclass(slots=True)
class Term:
    """One thing to look for: any of `exact`; `wide` adds words of the same meaning. `word` is None for Chinese."""

    text: str
    exact: list[Phrase]
    wide: list[Phrase] = field(default_factory=list)
    word: str | None = None

    def phrases(self, *, widened: bool) -> list[Phrase]:
        return list(dict.fromkeys([*self.exact, *self.wide] if widened else self.exact))


@dataclass(slots=True)
class Query:
    """The terms in the order they were typed. `wants_accessory` when one of them names an accessory itself."""

    text: str
    terms: list[Term]
    wants_accessory: bool

    @property
    def can_widen(self) -> bool:
        return any(term.wide for term in self.terms)


def parse(text: str, lists: WordLists) -> Query:
    """The terms of a query, at most twelve; stop words are dropped unless there is nothing else.

    >>> [term.text for term in parse('a 24" monitor', lists).terms]
    ['24inch', 'monitor']
    """
    pieces = _pieces(text[:MAX_QUERY], lists)
    spoken = [piece for piece in pieces if piece not in lists.stop_words] or pieces
    terms = [_term(piece, lists) for piece in spoken[:MAX_TERMS]]
    _join_neighbours(terms, lists)
    wants = any(lists.is_accessory(token) for term in terms for phrase in term.exact for token in phrase.tokens)
    return Query(text, terms, wants)


def _pieces(text: str, lists: WordLists) -> list[str]:
    pieces: list[str] = []
    for word in words(text):
        pieces += lists.segments(word) if is_cjk(word) else [word]
    return list(dict.fromkeys(pieces))


def _term(piece: str, lists: WordLists) -> Term:
    if is_cjk(piece):
        chinese = Phrase(tuple(pairs(piece)), prefix=len(piece) == 1)
        return Term(piece, [chinese, *(_phrase(english) for english in lists.english_of.get(piece, ()))])
    tokens = tokens_of(piece)
    wide = [_phrase(synonym) for synonym in lists.synonyms.get(piece, ())]
    if len(tokens) == 1:
        return Term(piece, [Phrase((piece,)), *_split_model(piece)], wide, piece)
    joined = tokens[-1]
    if piece.endswith("inch"):
        return Term(piece, [Phrase((joined,))])
    if joined == "".join(tokens[:-1]):
        return Term(piece, [Phrase(tuple(tokens[:-1])), Phrase((joined,))], wide)
    return Term(piece, [Phrase(tuple(tokens))], wide)


def _phrase(text: str) -> Phrase:
    return Phrase(tuple(token for word in words(text) for token in tokens_of(word)))


def _split_model(word: str) -> list[Phrase]:
    """`wd40` is also written WD 40, `2tb` also 2 TB."""
    match = NAME_AND_NUMBER.fullmatch(word)
    return [Phrase(tuple(part for part in match.groups() if part))] if match else []


def _join_neighbours(terms: Sequence[Term], lists: WordLists) -> None:
    """`wd 40` is also written WD40, and two words may have a synonym together (`memory stick`)."""
    for left, right in pairwise(terms):
        if left.word is None or right.word is None:
            continue
        joined = left.word + right.word
        if NAME_AND_NUMBER.fullmatch(joined) or (left.word.isalpha() and right.word.isalpha()):
            target = "exact" if NAME_AND_NUMBER.fullmatch(joined) else "wide"
            for term in (left, right):
                getattr(term, target).append(Phrase((joined,)))
        for synonym in lists.synonyms.get(f"{left.word} {right.word}", ()):
            left.wide.append(_phrase(synonym))
            right.wide.append(_phrase(synonym))
