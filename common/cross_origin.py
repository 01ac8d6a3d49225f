"""Which pages may read answers from the browser: what is said to them (Fetch standard, §3.2.3)."""

from collections.abc import Mapping, Sequence

Lines = tuple[tuple[bytes, bytes], ...]
EXPOSED = ("ETag", "Retry-After", "X-Request-Id", "X-Conversation-Id", "Location", "Content-Disposition")
_VARY = (b"vary", b"Origin")


class CrossOrigin:
    """The header lines by origin, made once: for every answer they are only looked up."""

    def __init__(self, origins: Sequence[str]) -> None:
        exposed = ", ".join(EXPOSED).encode()
        shared = ((b"access-control-allow-credentials", b"true"), (b"access-control-expose-headers", exposed))
        self._lines: Mapping[bytes | None, Lines] = {
            origin.encode(): ((b"access-control-allow-origin", origin.encode()), *shared, _VARY) for origin in origins
        }
        self._others: Lines = (_VARY,) if origins else ()

    def lines(self, origin: bytes | None) -> Lines:
        """For an answer to a page of this origin, or to nobody's page."""
        return self._lines.get(origin, self._others)
