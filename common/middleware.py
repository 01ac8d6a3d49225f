"""The one ASGI layer around every service: context, limits, caller, response cache, errors, log line, metrics.

It is one class and not six because each layer costs an await and a closure per request; what belongs together for a
reader is in a method of its own.
"""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy.exc import OperationalError

from common.admission import Admission, BodyOutside, TurnedAway
from common.cache.entries import Entry, spelled
from common.cache.responses import Fill
from common.cache.rules import path_pattern
from common.cache.valkey import ValkeyAway
from common.cross_origin import CrossOrigin, Lines
from common.database.tenancy import DEFAULT_TENANT, set_tenant
from common.errors import BadRequest, PayloadTooLarge, ShopError, TooManyRequests, Unauthorized, Unavailable, problem
from common.languages import LANGUAGES, accepted_language, set_language
from common.observability.context import RequestContext, new_request, set_request
from common.observability.logs import BufferedLines, get_logger
from common.security.caller import Caller
from common.security.limits import ALLOWED, Rule, Verdict, limit_rule

if TYPE_CHECKING:
    from common.runtime import Runtime

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Headers = dict[bytes, bytes]
ErrorShapes = Mapping[str, Callable[[Scope, Send], Send]]

log = get_logger(__name__)
_HITS_AT_ONCE = 1000
_REFUSED = b"HTTP/1.1 503 Service Unavailable\r\n"
_REQUEST_ID = re.compile(rb"[\w.:-]{1,128}")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_QUIET = frozenset({"/livez", "/readyz", "/health", "/metrics", "/internal/v1/events"})
_INTERNAL = "/internal/"
_NO_PLACE = _QUIET | {"/.well-known/jwks.json"}  # siblings live on it


class DatabaseUnavailable(Unavailable):
    code = "database_unavailable"

    def __init__(self) -> None:
        super().__init__("The database did not answer.", headers={"Retry-After": "2"})


class LimitExceeded(TooManyRequests):
    code = "rate_limited"

    def __init__(self, retry_after: float) -> None:
        super().__init__("Slow down, please.", headers={"Retry-After": str(max(1, round(retry_after)))})


def _needs_a_place(scope: Scope) -> bool:
    """Whether it waits for a place among those that are worked on. What a sibling asks is part of what has one.

    What a browser asks beforehand (OPTIONS) does not either: were it refused, the page could not read for how long.
    """
    path: str = scope["path"]
    return not path.startswith(_INTERNAL) and path not in _NO_PLACE and scope["method"] != "OPTIONS"


def shown_for(error: Exception) -> ShopError:
    """What a caller is told of an error that nobody raised on purpose: nothing of its text."""
    return DatabaseUnavailable() if isinstance(error, OperationalError) else ShopError()


class Edge:
    """Wraps the FastAPI app; `runtime` is filled in by the lifespan before the first request.

    `uploads`: routes that take files, and how many bytes a body may have there. `begun`: how paths start that go on
    with something, and come first when there is more to do than can be done. `error_shapes`: how paths start under
    which errors look otherwise, and what gives problem documents that look on their way out.
    """

    def __init__(
        self,
        app: Any,
        runtime: "Runtime",
        lines: BufferedLines | None,
        uploads: Mapping[str, int] | None = None,
        begun: Sequence[str] = (),
        error_shapes: ErrorShapes | None = None,
    ) -> None:
        self.app = app
        self.runtime = runtime
        self._lines = lines
        self._default_headers: Sequence[tuple[bytes, bytes]] = ()
        self._default_text = b""
        self._hits: list[tuple[float, float, str, int, str, bytes]] = []
        self._settings = runtime.settings
        self._max_body = runtime.settings.max_body_bytes
        self._uploads = [(path_pattern(path), most) for path, most in (uploads or {}).items()]
        self._proxies = frozenset(runtime.settings.trusted_proxies)
        self._cross_origin = CrossOrigin(runtime.settings.web_origins)
        self._read_rule = limit_rule("reads", runtime.settings.rate_public_reads)
        self._write_rule = limit_rule("writes", runtime.settings.rate_writes)
        self._admission = Admission(runtime.settings.requests_at_once)
        self._turned_away = TurnedAway()
        self._refused = 0  # since the last line about it
        self._begun = tuple(begun)
        self._error_shapes = tuple((error_shapes or {}).items())
        self._shaped = tuple(error_shapes or ())
        self._alone = runtime.settings.database_url is None  # one process owns a SQLite file: its count is the count

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await self._identify(scope, dict(scope["headers"]))
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()
        headers: Headers = dict(scope["headers"])
        method: str = scope["method"]
        if method == "GET":
            entry = self.runtime.response_cache.lookup(scope, headers)
            if entry is not None:  # not limited: refusing would cost as much
                request_id = _id_of(headers)
                lines = [*entry.headers, (b"x-request-id", request_id)]
                await send({"type": "http.response.start", "status": entry.status, "headers": lines})
                await send({"type": "http.response.body", "body": entry.body})
                self._count(entry, scope, started, request_id)
                return
        elif method == "HEAD":
            await self._answer_head(scope, receive, send)
            return
        await self._answer(scope, headers, receive, self._in_shape(scope, send), started)

    def _in_shape(self, scope: Scope, send: Send) -> Send:
        for start, shaped in self._error_shapes:
            if scope["path"].startswith(start):
                return shaped(scope, send)
        return send

    def ready(self, scope: Scope, default_headers: Sequence[tuple[bytes, bytes]]) -> bytes | None:
        """The whole answer as it goes over the wire: a kept one to a GET, or a refusal on arrival.

        None where somebody has to make it, or where it takes more than to write it.
        """
        started = time.perf_counter()
        method: str = scope["method"]
        if method == "GET":
            headers: Headers = dict(scope["headers"])
            entry = self.runtime.response_cache.lookup(scope, headers)
            if entry is not None:
                request_id = _id_of(headers)
                self._count(entry, scope, started, request_id)
                default = self._spelled_once(default_headers)
                return b"".join((entry.head, default, b"x-request-id: ", request_id, b"\r\n\r\n", entry.body))
        if method == "HEAD" or not self._waits_in_vain(scope) or scope["path"].startswith(self._shaped):
            return None
        headers = dict(scope["headers"])
        if b"expect" in headers:  # the connection ends with this answer
            return None
        body, lines = self._refusal(scope, headers, started)
        return b"".join((_REFUSED, self._spelled_once(default_headers), spelled(lines), b"\r\n", body))

    def _spelled_once(self, default_headers: Sequence[tuple[bytes, bytes]]) -> bytes:
        if default_headers is not self._default_headers:  # every second, since the date is among them
            self._default_headers, self._default_text = default_headers, spelled(default_headers)
        return self._default_text

    def _count(self, entry: Entry, scope: Scope, started: float, request_id: bytes) -> None:
        seconds = time.perf_counter() - started
        self._hits.append((time.time(), seconds, entry.route, entry.status, scope["path"], request_id))
        if len(self._hits) >= _HITS_AT_ONCE:
            self.settle()

    async def _answer_head(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As GET, without the body (RFC 9110 §9.3.2). A stream is told that its reader has left."""
        head = _HeadersOnly(send)
        asked = False

        async def once() -> dict[str, Any]:
            nonlocal asked
            if asked:
                return {"type": "http.disconnect"}
            asked = True
            return await receive()

        await self({**scope, "method": "GET"}, once, head)
        await head.end()

    async def _answer(self, scope: Scope, headers: Headers, receive: Receive, send: Send, started: float) -> None:
        if self._waits_in_vain(scope):
            body, lines = self._refusal(scope, headers, started)
            await send({"type": "http.response.start", "status": 503, "headers": lines})
            await send({"type": "http.response.body", "body": body})
            return
        context = new_request(headers.get(b"x-request-id"), headers.get(b"traceparent"))
        set_request(context)
        set_language(self._language(scope, headers))
        if self._proxies:
            self._believe_the_proxy(scope, headers)
        answer = _Answer(send, context.request_id.encode())
        if scope["method"] != "OPTIONS":  # a preflight is answered as a whole further in
            answer.cross_origin = self._cross_origin.lines(headers.get(b"origin"))
        refusal: ShopError | None = None
        try:
            receive = self._bounded(scope, headers, receive)
            if _needs_a_place(scope):
                receive = await self._place(headers, receive, answer, begun=scope["path"].startswith(self._begun))
            await self._identify(scope, headers)
            await self._limit(scope, headers)
            if scope["method"] == "GET":
                answer.fill = self.runtime.response_cache.begin(scope, headers)
            await self.app(scope, receive, answer)
        except ShopError as error:
            refusal = error
        except asyncio.CancelledError:
            raise
        except Exception as error:  # whatever went wrong, the caller gets a problem document and we the traceback
            log.exception("request failed", path=scope["path"])
            refusal = shown_for(error)
        finally:
            answer.leave()
        if refusal is not None and not answer.started:
            await self._send_problem(answer, refusal, context)
        route = getattr(scope.get("route"), "path", "unmatched")
        self._record(scope, route, answer.status, started, context)

    async def _place(self, headers: Headers, receive: Receive, answer: "_Answer", *, begun: bool) -> Receive:
        """Wait for one among those that are worked on, and before that for what the request says."""
        if b"content-length" in headers or b"transfer-encoding" in headers:
            receive = body = BodyOutside(receive, answer, self._admission)
            await body.begin()
        await self._admission.enter(begun=begun)
        answer.place = self._admission
        return receive

    def _waits_in_vain(self, scope: Scope) -> bool:
        return self._admission.is_full(begun=scope["path"].startswith(self._begun)) and _needs_a_place(scope)

    def _refusal(self, scope: Scope, headers: Headers, started: float) -> tuple[bytes, list[tuple[bytes, bytes]]]:
        """(body, header lines) for who would wait in vain; counted, and not written down one by one."""
        request_id = _id_of(headers)
        given = headers.get(b"traceparent")
        trace_id = new_request(request_id, given).trace_id.encode() if given is not None else request_id
        body, lines = self._turned_away.answer(self._language(scope, headers), request_id, trace_id)
        lines += self._cross_origin.lines(headers.get(b"origin"))
        if b"expect" in headers:  # whether the body follows, or the next request, is not to be known (RFC 9110 §10.1.1)
            lines.append((b"connection", b"close"))
        self._refused += 1
        self.runtime.metrics.observe(scope["method"], "turned away", 503, time.perf_counter() - started)
        return body, lines

    def _believe_the_proxy(self, scope: Scope, headers: Headers) -> None:
        """Behind a trusted proxy that ends TLS the request came over https: cookies and links must say so."""
        client = scope.get("client")
        scheme = headers.get(b"x-forwarded-proto")
        if scheme in (b"http", b"https") and client is not None and client[0] in self._proxies:
            scope["scheme"] = scheme.decode()

    def _language(self, scope: Scope, headers: Headers) -> str:
        query: bytes = scope["query_string"]
        if b"lang=" in query:
            for part in query.split(b"&"):
                if part.startswith(b"lang=") and (chosen := part[5:].decode("latin-1")) in LANGUAGES:
                    return chosen
        header = headers.get(b"accept-language")
        default = self._settings.default_language
        return accepted_language(header.decode("latin-1"), default) if header else default

    async def _identify(self, scope: Scope, headers: Headers) -> None:
        """Who calls, and for which tenant. A bad token is refused only where a route asks for a caller."""
        caller = None
        header = headers.get(b"authorization")
        if header is not None:
            scheme, _, token = header.decode("latin-1").partition(" ")
            if scheme.lower() == "bearer":
                try:
                    caller = await self.runtime.tokens.verify(token.strip())
                except (Unauthorized, Unavailable) as error:
                    scope["caller_refused"] = error
        scope["caller"] = caller
        if caller is not None:
            named = headers.get(b"x-tenant") if caller.is_service else None
            set_tenant(named.decode("latin-1") if named else caller.tenant_id)
        else:
            host = headers.get(b"host", b"").decode("latin-1").partition(":")[0]
            set_tenant(self._settings.tenant_hosts.get(host, DEFAULT_TENANT))

    async def _limit(self, scope: Scope, headers: Headers) -> None:
        caller = scope["caller"]
        if (caller is not None and caller.is_service) or scope["path"] in _QUIET:
            return
        if scope["method"] in _SAFE:
            allowed, wait = self._public_read(scope, headers)
        elif self._write_rule is None:
            return
        elif self._alone:
            who = caller.subject_id if caller is not None else self._client(scope, headers)
            allowed, wait = self.runtime.limiter.check(self._write_rule, who)
        elif caller is None:
            allowed, wait = await self.runtime.limiter.check_shared(self._write_rule, self._client(scope, headers))
        else:
            allowed, wait = await self._admit(scope, caller, self._write_rule)
        if not allowed:
            raise LimitExceeded(wait)

    async def _admit(self, scope: Scope, caller: Caller, rule: Rule) -> Verdict:
        """Count the write and ask whether its session was ended, in one journey to Valkey."""
        runtime = self.runtime
        questions = runtime.limiter.question(rule, caller.subject_id), runtime.sessions.question(caller.session_id)
        try:
            counted, session = await runtime.valkey.ask(*questions)
        except ValkeyAway:
            return runtime.limiter.check(rule, caller.subject_id)
        scope["session_ended"] = runtime.sessions.heard(session)
        return runtime.limiter.verdict(rule, counted)

    def _public_read(self, scope: Scope, headers: Headers) -> Verdict:
        if self._read_rule is None:
            return ALLOWED
        return self.runtime.limiter.check(self._read_rule, self._client(scope, headers))

    def _client(self, scope: Scope, headers: Headers) -> str:
        client = scope.get("client")
        address: str = client[0] if client else ""
        if address in self._proxies and (forwarded := headers.get(b"x-forwarded-for")):
            return forwarded.decode("latin-1").rpartition(",")[2].strip()
        return address

    def _bounded(self, scope: Scope, headers: Headers, receive: Receive) -> Receive:
        """Refuse a body that says, or turns out, to be too large. What it says to be makes no difference."""
        length = headers.get(b"content-length")
        if length is None and b"transfer-encoding" not in headers:
            return receive
        path: str = scope["path"]
        most = next((most for pattern, most in self._uploads if pattern.fullmatch(path)), self._max_body)
        if length is not None:
            if not length.isdigit():
                raise BadRequest("Content-Length is not a number.")
            if int(length) > most:
                raise PayloadTooLarge(f"At most {most} bytes are taken here.", limit=most)
            return receive
        seen = 0

        async def counted() -> dict[str, Any]:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                raise PayloadTooLarge(f"At most {most} bytes are taken here.", limit=most)
            return message

        return counted

    async def _send_problem(self, answer: "_Answer", error: ShopError, context: RequestContext) -> None:
        body = orjson.dumps(problem(error, context.trace_id), default=str)
        lines = [
            (b"content-type", b"application/problem+json"),
            (b"content-length", str(len(body)).encode()),
            *((name.lower().encode(), value.encode("latin-1")) for name, value in error.headers.items()),
        ]
        await answer({"type": "http.response.start", "status": error.status, "headers": lines})
        await answer({"type": "http.response.body", "body": body})

    def settle(self) -> None:
        """Count and log the answers given from the cache since the last time: one by one they would cost more."""
        if self._refused:
            log.warning("overloaded", refused=self._refused)
            self._refused = 0
        hits, self._hits = self._hits, []
        for moment, seconds, route, status, path, request_id in hits:
            self.runtime.metrics.observe("GET", route, status, seconds)
            if self._lines is not None:
                line = _line(moment, self.runtime.metrics.service, request_id.decode("latin-1"), "GET", path)
                self._lines.add(orjson.dumps(line | {"status": status, "ms": round(seconds * 1000, 3), "cached": True}))

    def _record(self, scope: Scope, route: str, status: int, started: float, context: RequestContext) -> None:
        seconds = time.perf_counter() - started
        self.runtime.metrics.observe(scope["method"], route, status, seconds)
        if self._lines is not None and scope["path"] not in _QUIET:
            caller = scope.get("caller")
            line = _line(time.time(), self.runtime.metrics.service, context.request_id, scope["method"], scope["path"])
            line |= {"status": status, "ms": round(seconds * 1000, 3)}
            if context.trace_id != context.request_id:
                line["trace_id"] = context.trace_id
            if status >= 500:
                line["level"] = "error"
            if caller is not None:
                line["subject"] = caller.subject_id
            self._lines.add(orjson.dumps(line))


def _id_of(headers: Headers) -> bytes:
    """The request's own id, or a small one: nothing that is ready leads to other services."""
    given = headers.get(b"x-request-id")
    return given if given is not None and _REQUEST_ID.fullmatch(given) else b"%016x" % time.time_ns()


def _line(moment: float, service: str, request_id: str, method: str, path: str) -> dict[str, Any]:
    return {
        "timestamp": datetime.fromtimestamp(moment, UTC),
        "level": "info",
        "service": service,
        "event": "request",
        "request_id": request_id,
        "method": method,
        "path": path,
    }


class _HeadersOnly:
    """Lets the headers through and ends there."""

    __slots__ = ("_send", "_started")

    def __init__(self, send: Send) -> None:
        self._send = send
        self._started = False

    async def __call__(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self._started = True
            await self._send(message)

    async def end(self) -> None:
        if self._started:
            await self._send({"type": "http.response.body", "body": b""})


class _Answer:
    """Passes the answer on with the request id; an answer worth caching is collected and sent as the cache made it.

    With its first byte it gives up its place among those that are worked on: a stream may go on for minutes.
    """

    __slots__ = ("_body", "_request_id", "_send", "_start", "cross_origin", "fill", "place", "started", "status")

    def __init__(self, send: Send, request_id: bytes) -> None:
        self._send = send
        self._request_id = request_id
        self._start: dict[str, Any] = {}
        self._body: list[bytes] = []
        self.cross_origin: Lines = ()
        self.fill: Fill | None = None
        self.place: Admission | None = None
        self.started = False
        self.status = 500

    async def __call__(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = [*message["headers"], *self.cross_origin]
            if self.fill is not None and self.status == 200:
                self._start = message
                return
            self.fill = None
            await self._begin(message)
        elif self.fill is None:
            await self._send(message)
        else:
            self._body.append(message.get("body", b""))
            if not message.get("more_body"):
                await self._send_kept(self.fill, b"".join(self._body))

    def leave(self) -> None:
        if self.place is not None:
            self.place.leave()
            self.place = None

    async def _begin(self, start: dict[str, Any]) -> None:
        self.started = True
        self.leave()
        start["headers"] = [*start["headers"], (b"x-request-id", self._request_id)]
        await self._send(start)

    async def _send_kept(self, fill: Fill, body: bytes) -> None:
        entry = fill.store(self.status, self._start["headers"], body)
        if entry is not None:
            self.status, body = entry.status, entry.body
            self._start = {**self._start, "status": entry.status, "headers": entry.headers}
        await self._begin(self._start)
        await self._send({"type": "http.response.body", "body": body})
