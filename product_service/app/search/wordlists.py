"""The shop's own vocabulary (`res/words`): Chinese with its English, synonyms, accessory nouns, stop words."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from product_service.app.search.tokens import fold

FOLDER = Path(__file__).resolve().parents[2] / "res" / "words"


@dataclass(frozen=True)
class WordLists:
    """All lists, folded as the index folds."""

    english_of: dict[str, tuple[str, ...]]
    synonyms: dict[str, tuple[str, ...]]
    accessories: frozenset[str]
    stop_words: frozenset[str]

    @cached_property
    def longest_chinese(self) -> int:
        return max(map(len, self.english_of), default=0)

    def is_accessory(self, word: str) -> bool:
        return word in self.accessories or (word.endswith("s") and word[:-1] in self.accessories)

    def segments(self, run: str) -> list[str]:
        """A run of Chinese cut into known words, longest first from the left; what is unknown stays in one piece.

        >>> lists.segments("无线鼠标")
        ['无线鼠标'] or ['无线', '鼠标'], by what the list holds
        """
        pieces: list[str] = []
        unknown = ""
        at = 0
        while at < len(run):
            size = next(
                (n for n in range(min(self.longest_chinese, len(run) - at), 0, -1) if run[at : at + n] in self._known),
                0,
            )
            if not size:
                unknown += run[at]
                at += 1
                continue
            if unknown:
                pieces.append(unknown)
                unknown = ""
            pieces.append(run[at : at + size])
            at += size
        return [*pieces, unknown] if unknown else pieces

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.english_of) | self.stop_words


@lru_cache(maxsize=1)
def load_word_lists(folder: Path = FOLDER) -> WordLists:
    """The lists as they stand in the folder; read once."""
    synonyms: dict[str, tuple[str, ...]] = {}
    for line in _lines(folder / "synonyms.txt"):
        group = [fold(word.strip()) for word in line.split(",")]
        for word in group:
            synonyms[word] = tuple(
                dict.fromkeys([*synonyms.get(word, ()), *(other for other in group if other != word)])
            )
    english = {}
    for line in _lines(folder / "zh_en.txt"):
        chinese, _, words = line.partition(":")
        english[fold(chinese.strip())] = tuple(fold(word.strip()) for word in words.split(",") if word.strip())
    accessories = frozenset(fold(word) for line in _lines(folder / "accessories.txt") for word in line.split())
    stops = frozenset(fold(word) for line in _lines(folder / "stop_words.txt") for word in line.split())
    return WordLists(english, synonyms, accessories, stops)


def _lines(path: Path) -> list[str]:
    """The lines that are not empty and not comments."""
    text = path.read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
