"""Going on with a text that another model began, without saying anything twice."""

SHORTEST_OVERLAP = 9  # bytes, which are three Chinese characters: what is shorter may well be meant again


class Continuation:
    """Takes the pieces of the text that goes on and gives what is new in them.

    Held back only while the text may still be a repetition: of all that was said, or of how it ended.
    """

    def __init__(self, said: str) -> None:
        self._said = said
        self._held = ""
        self._undecided = bool(said)

    def feed(self, piece: str) -> str:
        if not self._undecided:
            return piece
        self._held += piece
        if self._may_repeat(self._held):
            return ""
        return self.end()

    def end(self) -> str:
        """No more comes: what was held back, less what is repeated."""
        held, self._held, self._undecided = self._held, "", False
        new = held[self._repeated(held) :]
        if new == held and _counts(_common_beginning(held.lstrip(), self._said.lstrip())):
            return "\n\n" + held  # it begins anew in other words
        return new

    def _may_repeat(self, text: str) -> bool:
        begun = text.lstrip()
        return self._said.lstrip().startswith(begun) or text in self._said

    def _repeated(self, text: str) -> int:
        """How many of its characters were said before."""
        blank = len(text) - len(text.lstrip())
        if not text[blank:]:
            return 0
        said = self._said.lstrip()
        if said and text.startswith(said, blank):
            return blank + len(said)
        if said.rstrip() == text[blank:].rstrip():
            return len(text)
        for length in range(min(len(text), len(self._said)), 0, -1):
            if self._said.endswith(text[:length]) and _counts(text[:length]):
                return length
        return 0


def _common_beginning(one: str, other: str) -> str:
    length = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return one[:length]


def _counts(overlap: str) -> bool:
    return len(overlap.encode()) >= SHORTEST_OVERLAP
