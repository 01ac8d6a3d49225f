"""Mends typing errors in Latin words against the words the rules know."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

SHORTEST_MENDED = 3
SHORT_NAME = 5
TWO_ERRORS_FROM = 7


@dataclass(slots=True)
class Spelling:
    """Known words indexed by what is left when one or two letters are dropped (symmetric delete).

    `plain` words carry no meaning of their own: of two equally near words the other one is taken, or the one that
    is in more of the phrases we know.
    """

    known: set[str] = field(default_factory=set)
    protected: set[str] = field(default_factory=set)
    plain: set[str] = field(default_factory=set)
    uses: dict[str, int] = field(default_factory=dict)
    _by_rest: dict[str, list[str]] = field(default_factory=dict)

    def protect(self, words: Iterable[str]) -> None:
        """Words that are right as they are, though no rule reads them."""
        self.protected.update(words)

    def learn(self, words: Iterable[str]) -> None:
        for word in words:
            self.uses[word] = self.uses.get(word, 0) + 1
            if len(word) < SHORTEST_MENDED or not word.isascii() or not word.isalpha() or word in self.known:
                continue
            self.known.add(word)
            for rest in rests(word):
                self._by_rest.setdefault(rest, []).append(word)

    def mend(self, word: str) -> str:
        """The known word this one was meant to be, or the word itself."""
        if word in self.known or word in self.protected or len(word) < SHORTEST_MENDED or not word.isalpha():
            return word
        allowed = 2 if len(word) >= TWO_ERRORS_FROM else 1
        found = {candidate for rest in rests(word) for candidate in self._by_rest.get(rest, ())}
        ranked = sorted(
            (distance(word, candidate), candidate in self.plain, -self.uses[candidate], candidate)
            for candidate in found
            if _plausible(word, candidate)
        )
        return ranked[0][-1] if ranked and ranked[0][0] <= allowed else word


def _plausible(word: str, candidate: str) -> bool:
    """Short words must keep their first letter; three letters may only have lost one."""
    if len(word) == SHORTEST_MENDED:
        return len(candidate) == len(word) + 1 and candidate[0] == word[0] and candidate[-1] == word[-1]
    if len(candidate) < len(word) <= SHORT_NAME and not _stutters(word):
        return False
    if len(candidate) == SHORTEST_MENDED:
        return candidate[0] == word[0] and len(word) == SHORTEST_MENDED + 1 and candidate[-1] == word[-1]
    return candidate[0] == word[0] or {*word[:2]} == {*candidate[:2]} or (word[1:3] == candidate[1:3] and len(word) > 4)


def _stutters(word: str) -> bool:
    """A letter typed twice: what is too long without one may be a name ("vista" is no "visa")."""
    return any(a == b for a, b in itertools.pairwise(word))


def rests(word: str) -> Iterator[str]:
    """The word itself and what is left after dropping one letter, or two from a long one."""
    yield word
    singles = {word[:i] + word[i + 1 :] for i in range(len(word))}
    yield from singles
    if len(word) >= TWO_ERRORS_FROM:
        yield from {rest[:i] + rest[i + 1 :] for rest in singles for i in range(len(rest))}


def distance(left: str, right: str) -> int:
    """Edits between two words, a swap of neighbours counting as one (optimal string alignment)."""
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]
