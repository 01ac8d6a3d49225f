"""Changing only what one has seen: `If-Match` with the version that was read."""

from typing import Annotated

from fastapi import Header

from common.errors import InvalidInput

Versioned = Annotated[
    str | None,
    Header(alias="If-Match", max_length=64, description='The `version` that was read, as `"3"`; 412 when it moved on.'),
]


class InvalidVersion(InvalidInput):
    code = "invalid_version"
    title = "If-Match takes the version that was read"


def version_in(if_match: str | None) -> int | None:
    """`"3"` or `W/"3"` as a number; `*` asks for nothing in particular (RFC 9110 §13.1.1)."""
    if if_match is None or if_match.strip() == "*":
        return None
    text = if_match.strip().removeprefix("W/").strip('"')
    if not text.isascii() or not text.isdigit():
        raise InvalidVersion
    return int(text)
