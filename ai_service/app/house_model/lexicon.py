"""The vocabulary of all languages at once: which surface forms carry which meanings."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ai_service.app.house_model.normalise import has_cjk, normalise
from ai_service.app.house_model.spelling import Spelling

PIECES = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<id>\b(?:ord|prd|var)_[0-9a-z]+\b)"
    r"|(?P<code>#[a-z]{0,4}-?\d+|(?<![a-z\d])[a-z]{1,4}-?\d{4,}(?![a-z\d])|(?<![a-z\d])[a-z]{1,4}(?:-\d+)+(?![a-z\d]))"
    r"|(?P<ordinal>(?<![a-z\d])\d{1,2}(?:st|nd|rd|th)(?![a-z\d]))"
    r"|(?P<format>(?<![a-z\d.,])\d{1,4}[kp](?![a-z\d]))"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<cjk>[\u3400-\u9fff〇]+)"
    r"|(?P<word>[^\W\d_\u3400-\u9fff](?:[^\W\u3400-\u9fff]|[&+]|['.-](?=[^\W\u3400-\u9fff]))*)"
    r"|(?P<symbol>[€$£¥<>≤≥=~\"#&–—-]|'')"
    r"|(?P<break>[.,;:!?。,;!?、…\n()]+)"
)

SHORT_WORD = 4
SHORTEST_STEM = 3


@dataclass(slots=True)
class Lexicon:
    """Meanings by surface form. English phrases are tuples of pieces, Chinese words plain strings."""

    phrases: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    longest_phrase: dict[str, int] = field(default_factory=dict)
    cjk: dict[str, tuple[str, ...]] = field(default_factory=dict)
    longest_cjk: int = 1
    numbers: dict[str, int] = field(default_factory=dict)
    scales: dict[str, int] = field(default_factory=dict)
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stop: set[str] = field(default_factory=set)
    spelling: Spelling = field(default_factory=Spelling)

    @classmethod
    def load(cls, directory: Path) -> "Lexicon":
        lexicon = cls()
        for folder in sorted(path for path in directory.iterdir() if path.is_dir()):
            lexicon._take(folder)
        lexicon.spelling.plain = {w for w in lexicon.stop if lexicon.phrases.get((w,)) == ("stop",)}
        # Short words that only occur inside phrases ("cons") are right as they are, but nothing is mended into them.
        words = [(word, len(phrase)) for phrase in lexicon.phrases for word in phrase]
        lexicon.spelling.learn(word for word, length in words if length == 1 or len(word) > SHORT_WORD)
        lexicon.spelling.protect(word for word, _ in words)
        return lexicon

    def is_everyday(self, word: str) -> bool:
        """A common word in any of its forms: it names nothing that is for sale."""
        return word in self.spelling.protected or any(stem in self.spelling.protected for stem in _stems(word))

    def _take(self, folder: Path) -> None:
        words = tomllib.loads((folder / "words.toml").read_text("utf-8"))
        self._add("stop", words.pop("stop")["words"])
        for meaning, forms in (words.pop("grammar") | words).items():
            self._add(meaning, forms)
        products = tomllib.loads((folder / "products.toml").read_text("utf-8"))
        self._take_products(products, folder.name)
        for aspect, told in tomllib.loads((folder / "aspects.toml").read_text("utf-8")).items():
            self._add(f"aspect:{aspect}", told["asks"])
            names = tuple(normalise(name) for name in told["names"])
            self.forms[f"aspect:{aspect}"] = (*self.forms.get(f"aspect:{aspect}", ()), *names)
        numbers = tomllib.loads((folder / "numbers.toml").read_text("utf-8"))
        self.numbers |= numbers["values"]
        self.scales |= numbers["scales"]
        for form, value in numbers["ordinals"].items():
            self._add(f"ordinal:{value}", [form])
        common = folder / "common.txt"
        if common.exists():
            self.spelling.protect(common.read_text("utf-8").split())
        self.spelling.protect(list(numbers["values"]) + list(numbers["scales"]))

    def _take_products(self, products: dict[str, Any], language: str) -> None:
        for group, prefix in (("kinds", "kind"), ("attributes", "attr"), ("colours", "colour"), ("measures", "unit")):
            for key, forms in products[group].items():
                self._add(f"{prefix}:{key}", forms)
                meaning = f"{prefix}:{key}"
                self.names.setdefault(meaning, {})[language] = forms[0]
                self.forms[meaning] = (*self.forms.get(meaning, ()), *(normalise(form) for form in forms))
        self._add("brand", products["brands"]["names"])

    def _add(self, meaning: str, forms: list[str]) -> None:
        if meaning == "stop":
            self.stop.update(normalise(form) for form in forms)
        for form in forms:
            text = normalise(form)
            pieces = tuple(match.group() for match in PIECES.finditer(text))
            if len(pieces) == 1 and has_cjk(text):
                self.cjk[text] = _with(self.cjk.get(text, ()), meaning)
                self.longest_cjk = max(self.longest_cjk, len(text))
            elif pieces:
                self.phrases[pieces] = _with(self.phrases.get(pieces, ()), meaning)
                self.longest_phrase[pieces[0]] = max(self.longest_phrase.get(pieces[0], 1), len(pieces))


def _with(meanings: tuple[str, ...], meaning: str) -> tuple[str, ...]:
    return meanings if meaning in meanings else (*meanings, meaning)


def _stems(word: str) -> Iterator[str]:
    """thinking → think, liked → like, stopped → stop: what is left when an ending goes."""
    for ending in ("ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            stem = word.removesuffix(ending)
            yield stem
            if ending in ("ing", "ed"):
                yield f"{stem}e"
                if stem[-1] == stem[-2]:
                    yield stem[:-1]
