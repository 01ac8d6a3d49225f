"""The catalogue's own words: which are known, what a misspelt one was meant to be, how a begun one goes on."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest
from math import log10

MIN_LENGTH, MAX_LENGTH = 4, 24
RARE, FAR_COMMONER = 3, 30  # products with a word that may be a slip of the catalogue's; how many times more mean it
LETTERS = {letter: 1 << at for at, letter in enumerate("abcdefghijklmnopqrstuvwxyz0123456789")}


class Vocabulary:
    """Words with the number of documents' mentions. 30,000 words take 8 MB; one correction takes about a millisecond.

    Candidates are sifted by a bit set of their letters: one edit changes at most two of its bits, so an integer
    comparison spares nearly all of the edit distances. A table of deletions (SymSpell) corrects as well and answers
    faster, but takes ten times the memory and a second to build.
    """

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        counts: Counter[str] = Counter()
        for row in texts:
            counts.update({word for text in row for word in text.split()})
        self.counts = {word: count for word, count in counts.items() if len(word) <= MAX_LENGTH}
        self._ordered = sorted(word for word in self.counts if word.isalpha() and len(word) > 1)
        self._stems = {stem(word) for word in self.counts}
        self._by_length: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for word in self._ordered:
            if word.isascii() and len(word) >= MIN_LENGTH - 1:
                self._by_length[len(word)].append((word, letters(word)))

    def knows(self, word: str) -> bool:
        return word in self.counts or stem(word) in self._stems

    def correction(self, word: str) -> str | None:
        """The likeliest word within one edit, or two for long words; None where there is none."""
        if not correctable(word):
            return None
        for distance in (1, 2) if len(word) > 5 else (1,):
            found = self._within(word, distance)
            if found:
                return max(found, key=lambda candidate: self._likelihood(word, candidate))
        return None

    def commoner(self, word: str) -> str | None:
        """A word one edit away that far more products have, where hardly any has this one; None where there is none.

        Shortest words are left alone: of those nearly every one has a neighbour.
        """
        known = self.counts.get(word, 0)
        if known > RARE or len(word) == MIN_LENGTH or not correctable(word):
            return None
        enough = FAR_COMMONER * max(1, known)
        near = (one for one in self._within(word, 1) if one[0] == word[0] and stem(one) != stem(word))
        common = [one for one in near if self.counts[one] >= enough]
        return max(common, key=lambda candidate: self._likelihood(word, candidate), default=None)

    def _within(self, word: str, distance: int) -> list[str]:
        mine, bits = letters(word), 2 * distance
        return [
            candidate
            for length in range(len(word) - distance, len(word) + distance + 1)
            for candidate, theirs in self._by_length.get(length, ())
            if (mine ^ theirs).bit_count() <= bits and edits(word, candidate, distance) <= distance
        ]

    def _likelihood(self, typed: str, candidate: str) -> float:
        """Common words first; people rarely miss the first letter, and swap or drop more often than they replace."""
        score = log10(self.counts[candidate] + 1)
        if typed[0] == candidate[0]:
            score += 1.0
        if sorted(typed) == sorted(candidate):
            score += 0.7
        return score

    def completions(self, prefix: str, limit: int) -> list[str]:
        """The most frequent words that begin so; of singular and plural only the more frequent one."""
        start = bisect_left(self._ordered, prefix)
        end = bisect_left(self._ordered, prefix + "\uffff")
        best = nlargest(limit * 3, self._ordered[start:end], key=lambda word: self.counts[word])
        distinct: dict[str, str] = {}
        for word in best:
            distinct.setdefault(stem(word), word)
        return list(distinct.values())[:limit]


def correctable(word: str) -> bool:
    """Short words, numbers and other scripts have too many neighbours."""
    return MIN_LENGTH <= len(word) <= MAX_LENGTH and word.isascii() and word.isalpha()


def letters(word: str) -> int:
    """The set of a word's letters and digits as bits."""
    bits = 0
    for letter in word:
        bits |= LETTERS.get(letter, 0)
    return bits


def stem(word: str) -> str:
    """A rough stem, enough to see that `backpacks` is known where `backpack` is."""
    for ending in ("ies", "ing", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word.removesuffix("e") if len(word) > 4 else word


def edits(left: str, right: str, limit: int) -> int:
    """Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); over `limit` it stops."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        here = [row]
        for column, other in enumerate(right, 1):
            cost = min(above[column] + 1, here[column - 1] + 1, above[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        if min(here) > limit:
            return limit + 1
        before, above = above, here
    return above[-1]
