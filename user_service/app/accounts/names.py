"""A person's name, whole and in parts."""

from typing import NamedTuple

from user_service.app.shapes import folded


class PersonName(NamedTuple):
    name: str
    first_name: str
    last_name: str

    @property
    def columns(self) -> dict[str, str]:
        """What is stored: the parts as written, and as they are compared."""
        keys = {"first_name_key": folded(self.first_name)[:100], "last_name_key": folded(self.last_name)[:100]}
        return {**self._asdict(), **keys}


def person_name(name: str | None = None, first: str | None = None, last: str | None = None) -> PersonName:
    """Fill in what was left out: `Mei Lin` has two parts, in `王小芳` the family name comes first."""
    if first is None and last is None:
        first, last = _parts(name or "")
    first, last = first or "", last or ""
    return PersonName(name or _joined(first, last), first[:100], last[:100])


def _parts(name: str) -> tuple[str, str]:
    words = name.split()
    if len(words) > 1:
        return " ".join(words[:-1]), words[-1]
    if 2 <= len(name) <= 4 and all("\u4e00" <= character <= "\u9fff" for character in name):
        return name[1:], name[0]
    return name, ""


def _joined(first: str, last: str) -> str:
    if first and last and all("\u4e00" <= character <= "\u9fff" for character in first + last):
        return last + first
    return f"{first} {last}".strip()
