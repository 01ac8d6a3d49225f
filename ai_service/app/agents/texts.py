"""Short texts the shopper sees around an answer: labels, summaries, titles, errors; data in res/texts."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from common.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Texts:
    agents: dict[str, dict[str, str]]
    tools: dict[str, dict[str, str]]
    errors: dict[str, str]
    reasons: dict[str, str]

    def label(self, tool: str) -> str:
        """What the assistant is doing while the tool runs."""
        return self.tools.get(tool, {}).get("label", tool)

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
