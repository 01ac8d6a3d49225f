"""A kept answer: ready to send, with its ETag and its 304."""

import re
from collections.abc import Iterable
from hashlib import blake2b
from http import HTTPStatus
from typing import Any

Headers = list[tuple[bytes, bytes]]
_OVERHEAD = 4000  # bytes of an entry besides its body: headers, keys, aliases

_BREAK = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")

# of one request only, or written anew for every answer
_NOT_KEPT = frozenset({b"x-request-id", b"date", b"server", b"traceparent", b"content-length"})
_IN_304 = frozenset({b"etag", b"cache-control", b"vary", b"content-location", b"expires", b"last-modified"})


class Generation:
    """Counts the commits that put a tenant's answers of one tag out of date."""

    __slots__ = ("number",)

    def __init__(self) -> None:
        self.number = 0


_NO_GENERATION = Generation()


class Entry:
    """`status`, `headers`, `body` as they are sent; `head` spells the first two. `not_modified` is the 304 for who has
    this `etag` already."""

    __slots__ = (
        "aliases", "body", "etag", "generation", "head", "headers", "key", "made_at", "not_modified", "number", "route",
        "size", "status",
    )  # fmt: skip

    def __init__(self, status: int, headers: Headers, body: bytes, etag: bytes, route: str) -> None:
        self.status = status
        self.headers = headers
        self.head = b"HTTP/1.1 %d %s\r\n" % (status, HTTPStatus(status).phrase.encode()) + spelled(headers)
        self.body = body
        self.etag = etag
        self.size = len(body) + _OVERHEAD
        self.not_modified: Entry | None = None
        self.key: Any = None
        self.aliases: list[Any] = []
        self.generation = _NO_GENERATION
        self.number = 0
        self.made_at = 0.0
        self.route = route  # the path template, for logs and metrics

    def for_reader(self, if_none_match: bytes | None) -> "Entry":
        """This answer, or its 304 when the reader has it (RFC 9110 §13.1.2: compared weakly)."""
        if if_none_match is None or self.not_modified is None:
            return self
        if if_none_match == self.etag or _names(if_none_match, self.etag):
            return self.not_modified
        return self


def _names(if_none_match: bytes, etag: bytes) -> bool:
    wanted = etag.removeprefix(b"W/")
    tags = [tag.strip() for tag in if_none_match.split(b",")]
    return b"*" in tags or any(tag.removeprefix(b"W/") == wanted for tag in tags)


def spelled(headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Header lines as they go over the wire."""
    return b"".join([b"%s: %s\r\n" % line for line in headers])


def make_entry(status: int, headers: Headers, body: bytes, route: str) -> Entry | None:
    """An entry of a route's answer; None for what is not for everybody or not a plain success."""
    given = dict(headers)
    control = given.get(b"cache-control", b"")
    if any(_BREAK.search(text) for line in headers for text in line):
        return None  # the server refuses it, at every reader's
    if status != 200 or b"set-cookie" in given or b"no-store" in control or b"private" in control:
        return None
    etag = given.get(b"etag") or b'"' + blake2b(body, digest_size=12).hexdigest().encode() + b'"'
    kept = [(name, value) for name, value in headers if name not in _NOT_KEPT]
    for name, value in ((b"etag", etag), (b"cache-control", b"no-cache")):
        if name not in given:
            kept.append((name, value))
    kept.append((b"vary", b"Accept-Language, Authorization"))  # beside what the route and CORS say
    entry = Entry(status, [*kept, (b"content-length", str(len(body)).encode())], body, etag, route)
    entry.not_modified = Entry(304, [(name, value) for name, value in kept if name in _IN_304], b"", etag, route)
    return entry
