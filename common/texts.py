"""Texts as they come in: one language or several, never blank where one is needed."""

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from common.languages import LANGUAGES


def _texts(value: Any) -> Any:
    return {LANGUAGES[0]: value} if isinstance(value, str) else value


def _known(texts: dict[str, str]) -> dict[str, str]:
    if unknown := sorted(set(texts) - set(LANGUAGES)):
        raise ValueError(f"{unknown[0][:20]} is not one of the shop's languages: {', '.join(LANGUAGES)}")
    return texts


def _stripped(texts: dict[str, str]) -> dict[str, str]:
    return {language: text.strip() for language, text in texts.items() if text.strip()}


def _some(texts: dict[str, str]) -> dict[str, str]:
    if not texts:
        raise ValueError("a text in at least one language is needed")
    return texts


def _no_nul(text: str) -> str:
    if "\0" in text:
        raise ValueError("a NUL character is no text")
    return text


Text = Annotated[str, AfterValidator(_no_nul)]
ShortTexts = Annotated[
    dict[str, Annotated[Text, Field(max_length=500)]],
    BeforeValidator(_texts),
    AfterValidator(_known),
    AfterValidator(_stripped),
]
LongTexts = Annotated[
    dict[str, Annotated[Text, Field(max_length=50_000)]],
    BeforeValidator(_texts),
    AfterValidator(_known),
    AfterValidator(_stripped),
]
Title = Annotated[ShortTexts, AfterValidator(_some)]
