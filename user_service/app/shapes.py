"""The kinds of text people hand in, and the strict body they come in."""

import unicodedata
from typing import Annotated

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints


class Body(BaseModel):
    """A request body: unknown fields are refused, so that a misspelled one is never silently lost."""

    model_config = ConfigDict(extra="forbid")


def without_control_characters(text: str) -> str:
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in text):
        raise ValueError("control characters are not allowed")
    return unicodedata.normalize("NFC", text)


def _email(text: str) -> str:
    try:
        return validate_email(text, check_deliverability=False, test_environment=True).normalized.lower()
    except EmailNotValidError as error:
        raise ValueError(f"this is not an email address: {error}") from error


def _line(most: int, least: int = 1) -> object:
    return StringConstraints(strip_whitespace=True, min_length=least, max_length=most)


Email = Annotated[str, StringConstraints(strip_whitespace=True, max_length=254), AfterValidator(_email)]
ShortLine = Annotated[str, _line(100), AfterValidator(without_control_characters)]
Line = Annotated[str, _line(200), AfterValidator(without_control_characters)]
MaybeEmptyLine = Annotated[str, _line(200, 0), AfterValidator(without_control_characters)]
Key = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]  # an id from outside
Word = Annotated[str, StringConstraints(min_length=1, max_length=254, pattern=r"^[^\x00]+$")]  # something to look up
Password = Annotated[str, StringConstraints(min_length=8, max_length=200)]


def folded(text: str) -> str:
    """How names are compared: whatever their case and spacing."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def folded_zip(text: str) -> str:
    """How postal codes are compared: `sw1a 1aa` is `SW1A1AA`."""
    return "".join(character for character in folded(text).upper() if character.isalnum())
