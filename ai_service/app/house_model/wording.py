"""The sentences the house model says, and how values look in them."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

QUESTION = "ask_"
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "CNY": "¥"}


@dataclass(slots=True)
class Wording:
    sentences: dict[str, dict[str, str]] = field(default_factory=dict)
    questions: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def load(cls, directory: Path) -> "Wording":
        wording = cls()
        for path in sorted(directory.glob("*/answers.toml")):
            sentences = tomllib.loads(path.read_text("utf-8"))
            wording.sentences[path.parent.name] = sentences
            for key, sentence in sentences.items():
                if key.startswith(QUESTION):
                    wording.questions.append((key.removeprefix(QUESTION), _telling_part(sentence)))
        return wording

    def say(self, language: str, key: str, **values: object) -> str:
        return self.sentences[language][key].format(**values)

    def asked(self, reply: str) -> str:
        """Which of our questions ended the last reply; the wire carries nothing but its text."""
        found = [(reply.rfind(part) + len(part), len(part), key) for key, part in self.questions if part in reply]
        return max(found)[2] if found else ""

    def money(self, language: str, money: dict[str, Any] | None) -> str:
        if not money:
            return self.say(language, "price_unknown")
        return str(
            money.get("text") or f"{SYMBOLS.get(money['currency'], money['currency'])}{money['amount'] / 100:.2f}"
        )


def _telling_part(sentence: str) -> str:
    """The longest piece of the question without values in it."""
    return max(re.split(r"\{\w+\}", sentence), key=len)
