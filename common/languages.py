"""Languages: texts are stored as {"en": …, "zh": …}; the reader's language is known for the whole request."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

LANGUAGES = ("en", "zh")
_language: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])

Texts = dict[str, str]


def current_language() -> str:
    """The language of the reader of the answer that is being made."""
    return _language.get()


def set_language(language: str) -> None:
    """For the middleware: from here on this request is answered in this language."""
    _language.set(language)


@contextmanager
def use_language(language: str) -> Iterator[None]:
    token = _language.set(language if language in LANGUAGES else LANGUAGES[0])
    try:
        yield
    finally:
        _language.reset(token)


@lru_cache(maxsize=1024)
def accepted_language(header: str, default: str) -> str:
    """The best known language of an Accept-Language header (RFC 9110 §12.5.4)."""
    best, best_quality = default, 0.0
    for part in header.split(",")[:20]:
        tag, _, parameters = part.strip().partition(";")
        language = tag.strip().lower().split("-")[0]
        try:
            quality = float(parameters.strip().removeprefix("q=")) if parameters else 1.0
        except ValueError:
            continue
        if language in LANGUAGES and quality > best_quality:
            best, best_quality = language, quality
    return best


def localized(texts: Mapping[str, str] | None, language: str | None = None) -> str:
    """The text in the reader's language, else in the first language that has one, else empty."""
    if not texts:
        return ""
    wanted = texts.get(language or _language.get())
    if wanted:
        return wanted
    return next((texts[known] for known in LANGUAGES if texts.get(known)), next(iter(texts.values()), ""))
