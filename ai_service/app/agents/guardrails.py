"""What an agent does not talk about, and what is not kept of what was said."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson

from ai_service.app.agents.content import Guardrails, Masked
from common.api_clients.llm.types import Message, ToolCall
from common.languages import localized

_SPACES = re.compile(r"\s+")
_CARD = re.compile(r"(?<![\w.-])[2-6]\d(?:[ -]?\d){12,17}(?![\w-])")
_PATTERNS: dict[Masked, re.Pattern[str]] = {
    "email": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "phone": re.compile(
        r"(?<![\w.-])(?:\+\d[\d ()./-]{6,18}\d|1[3-9]\d{9}|\(?0\d[\d ()/-]{6,14}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})"
        r"(?![\w-])"
    ),
}


@dataclass(frozen=True, slots=True)
class Guard:
    """An agent's guardrails, ready for use. `rules`: what is looked for, and what is said instead of an answer."""

    rules: tuple[tuple[re.Pattern[str], dict[str, str]], ...]
    masks: tuple[Masked, ...]
    longest_input: int | None

    @classmethod
    def of(cls, guardrails: Guardrails) -> "Guard":
        rules = tuple((_looked_for(rule.phrases), rule.answer) for rule in guardrails.blocked)
        return cls(rules, tuple(guardrails.mask), guardrails.longest_input)

    def answer_to(self, message: str, language: str) -> str | None:
        """What is said to a message about something that is blocked; None when it goes to the model."""
        if not self.rules:
            return None
        text = _folded(message)
        return next((localized(answer, language) for pattern, answer in self.rules if pattern.search(text)), None)

    def masked(self, text: str) -> str:
        """The text as it is kept."""
        if "card" in self.masks:
            text = _CARD.sub(_masked_card, text)
        for kind in self.masks:
            if kind in _PATTERNS:
                text = _PATTERNS[kind].sub(f"[{kind}]", text)
        return text

    def masked_json(self, text: str) -> str:
        """The same for the strings inside a JSON document, whose numbers stay what they are."""
        if not self.masks:
            return text
        try:
            value = orjson.loads(text)
        except orjson.JSONDecodeError:
            return self.masked(text)
        return orjson.dumps(_each_string(value, self.masked)).decode()

    def masked_messages(self, messages: Sequence[Message]) -> Sequence[Message]:
        """What a turn added to a conversation, as it is kept."""
        return [self._masked_message(message) for message in messages] if self.masks else messages

    def _masked_message(self, message: Message) -> Message:
        mask = self.masked_json if message.role == "tool" else self.masked
        calls = [ToolCall(call.id, call.name, self.masked_json(call.arguments)) for call in message.tool_calls]
        return replace(message, content=mask(message.content), tool_calls=calls)


def _looked_for(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(_whole(_folded(phrase)) for phrase in phrases))


def _whole(phrase: str) -> str:
    """Latin words are found as whole words only; Chinese is written without spaces and found anywhere."""
    start = r"(?<!\w)" if phrase[0].isascii() and phrase[0].isalnum() else ""
    end = r"(?!\w)" if phrase[-1].isascii() and phrase[-1].isalnum() else ""
    return start + re.escape(phrase) + end


def _folded(text: str) -> str:
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def _masked_card(found: re.Match[str]) -> str:
    return "[card]" if _adds_up([int(digit) for digit in found[0] if digit.isdigit()]) else found[0]


def _adds_up(digits: Sequence[int]) -> bool:
    """The check digit of ISO/IEC 7812."""
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _each_string(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_each_string(item, change) for item in value]
    if isinstance(value, dict):
        return {name: _each_string(item, change) for name, item in value.items()}
    return value
