"""Short texts the shopper sees around an answer: labels, summaries, titles, errors; data in res/texts."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from common.languages import LANGUAGES

LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Texts:
    agents: dict[str, dict[str, str]]
    tools: dict[str, dict[str, str]]
    errors: dict[str, str]
    phrases: dict[str, str]
    suggestions: dict[str, list[str]]

    def label(self, tool: str) -> str:
        """What the assistant is doing while the tool runs."""
        return self.tools.get(tool, {}).get("label", tool)

    def doing(self, tool: str, arguments: dict[str, Any]) -> str:
        """What this very call does, as far as its arguments say; else the label."""
        sentence = self.tools.get(tool, {}).get("doing")
        if sentence is None:
            return self.label(tool)
        values = {name: str(value)[:LONGEST_SHOWN] for name, value in arguments.items() if value}
        values["count"] = str(len(arguments.get("product_ids") or ()))
        try:
            return sentence.format_map(values)
        except KeyError:
            return self.label(tool)

    def title(self, tool: str) -> str:
        """What the shopper is asked to confirm."""
        return self.tools.get(tool, {}).get("title", self.label(tool))

    def summary(self, tool: str, data: dict[str, Any]) -> str:
        """One line about a result; `count` is the number of its items."""
        error = data.get("error")
        if error:
            return str(error.get("detail") or error.get("code"))
        if data.get("status") == "confirmation_required":
            return self.title(tool)
        values = defaultdict(str, data) | {"count": len(data.get("items") or ())}
        return self.tools.get(tool, {}).get("summary", "").format_map(values)

    def error(self, code: str) -> str:
        return self.errors.get(code) or self.errors["internal_error"]


@dataclass(frozen=True, slots=True)
class TextBook:
    languages: dict[str, Texts]

    def of(self, language: str) -> Texts:
        return self.languages.get(language) or self.languages[LANGUAGES[0]]


def read_texts(folder: Path) -> TextBook:
    return TextBook(
        {language: Texts(**orjson.loads((folder / f"{language}.json").read_bytes())) for language in LANGUAGES}
    )
