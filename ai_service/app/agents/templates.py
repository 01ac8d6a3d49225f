"""Instructions with variables: `{{shop_name}}`. Values are put in once, as one line of plain text each."""

import re
from collections.abc import Collection, Iterator, Mapping

BUILT_IN = ("shop_name", "today", "language", "customer_name")
NAME = r"[a-z][a-z0-9_]{0,39}"
LONGEST_VALUE = 2_000
_VARIABLE = re.compile(r"\{\{[ \t]*(" + NAME + r")[ \t]*\}\}")
_OPENING = re.compile(r"\{\{")
_SPACES = re.compile(r"\s+")


def variables_of(template: str) -> set[str]:
    """The names that stand in it."""
    return {found[1] for found in _VARIABLE.finditer(template)}


def mistakes(template: str, known: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """(line, column, what stands there) of every `{{` that begins no known variable; both count from 1."""
    for opening in _OPENING.finditer(template):
        found = _VARIABLE.match(template, opening.start())
        if found is not None and found[1] in known:
            continue
        line_start = template.rfind("\n", 0, opening.start()) + 1
        shown = found[0] if found is not None else template[opening.start() :].split("\n", 1)[0][:40]
        yield template.count("\n", 0, opening.start()) + 1, opening.start() - line_start + 1, shown


def filled(template: str, values: Mapping[str, str]) -> str:
    """What a value holds is never looked at again: it can name no variable, begin no line and close no section."""
    return _VARIABLE.sub(lambda found: _plain(values[found[1]]) if found[1] in values else found[0], template)


def _plain(value: str) -> str:
    return _SPACES.sub(" ", value).strip()[:LONGEST_VALUE]
