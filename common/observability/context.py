"""The request in hand: its id and its place in the trace (W3C Trace Context)."""

import re
import secrets
from contextvars import ContextVar
from dataclasses import dataclass

from common.ids import uuid7_hex

_TRACEPARENT = re.compile(r"^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$")
_REQUEST_ID = re.compile(r"^[\w.:-]{1,128}$", re.ASCII)


@dataclass(frozen=True, slots=True)
class RequestContext:
    request_id: str
    trace_id: str

    def traceparent(self) -> str:
        """The header for a call we make on behalf of this request."""
        return f"00-{self.trace_id}-{secrets.token_hex(8)}-01"


_context: ContextVar[RequestContext | None] = ContextVar("request", default=None)


def current_request() -> RequestContext | None:
    return _context.get()


def set_request(context: RequestContext) -> None:
    _context.set(context)


def new_request(request_id: bytes | None, traceparent: bytes | None) -> RequestContext:
    """A context from the headers a request came with, ignoring what is malformed."""
    trace = _TRACEPARENT.match(traceparent.decode("latin-1")) if traceparent else None
    given = request_id.decode("latin-1") if request_id else ""
    own = uuid7_hex()
    return RequestContext(
        request_id=given if given and _REQUEST_ID.match(given) else own, trace_id=trace[1] if trace else own
    )


def trace_id() -> str:
    """The trace id of the request in hand, or a fresh one outside of any."""
    context = _context.get()
    return context.trace_id if context else uuid7_hex()
