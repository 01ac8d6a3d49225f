"""A chat model behind any OpenAI-compatible server."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from email.utils import parsedate_to_datetime
from time import time
from typing import TypeVar

import httpx

from common.api_clients.llm.deadlines import DEADLINES, Deadlines
from common.api_clients.llm.openai_wire import ChunkReader, chat_body
from common.api_clients.llm.sse import EventReader
from common.api_clients.llm.types import (
    BadModelAnswer,
    BrokenStream,
    ChatRequest,
    Chunk,
    ModelError,
    ModelMisconfigured,
    ModelRefused,
    ModelTimeout,
    ModelUnavailable,
    TextDelta,
    ToolCallDelta,
)
from common.egress import AddressNotAllowed
from common.observability.context import current_request

# After the finish reason only a usage chunk and [DONE] may follow; a server that forgets them is not waited for.
AFTER_FINISH = 2.0
T = TypeVar("T")
MISCONFIGURED = frozenset({301, 302, 307, 308, 401, 402, 403, 404, 405})
OVERLOADED = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})


class OpenAICompatibleModel:
    """`provider` says to people who is behind it."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        base_url: str,
        model: str,
        api_key: str | None = None,
        deadlines: Deadlines = DEADLINES,
        provider: str = "openai_compatible",
    ) -> None:
        self.name = model
        self.provider = provider
        self._http = http
        self._url = base_url.rstrip("/") + "/chat/completions"
        self._headers = provider_headers(api_key) | {"accept": "text/event-stream"}
        self._hide = hiding(api_key)
        self._deadlines = deadlines

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Chunk, None]:
        """Chunks of one answer, `Finished` last; raises a ModelError. Closing the iterator closes the connection,
        which is how a provider learns that nobody waits any more."""
        body = chat_body(request, self.name)
        ends = asyncio.get_running_loop().time() + self._deadlines.total
        begun = False
        try:
            # Closed by hand: a generator that is only dropped would leave the connection to the collector.
            async with aclosing(self._answer(body, ends)) as chunks:
                async for chunk in chunks:
                    begun = True
                    yield chunk
        except ModelUnavailable as error:
            if begun:
                raise BrokenStream(str(error)) from error
            raise

    async def _answer(self, body: bytes, ends: float) -> AsyncGenerator[Chunk, None]:
        clock = asyncio.get_running_loop().time
        first_token = min(ends, clock() + self._deadlines.first_token)
        response = await self._open(body, first_token)
        reader = ChunkReader()
        try:
            await _check(response, first_token, self._hide)
            limit, answering = first_token, False
            async with aclosing(_events(response, lambda: limit, reader)) as events:
                async for data in events:
                    for chunk in reader.read(self._hide(data)):
                        answering = answering or isinstance(chunk, (TextDelta, ToolCallDelta))
                        yield chunk
                    if reader.finish_reason is not None:
                        limit = min(ends, clock() + AFTER_FINISH)
                    elif answering:
                        limit = min(ends, clock() + self._deadlines.between_tokens)
            yield reader.finished()
        finally:
            await response.aclose()

    async def _open(self, body: bytes, limit: float) -> httpx.Response:
        timeout = httpx.Timeout(None, connect=self._deadlines.connect)
        headers = self._headers | traced()
        request = self._http.build_request("POST", self._url, content=body, headers=headers, timeout=timeout)
        try:
            return await _within(limit, self._http.send(request, stream=True))
        except AddressNotAllowed as error:
            raise ModelMisconfigured("requests to the provider's address are not made") from error
        except httpx.TimeoutException as error:
            raise ModelUnavailable("the provider did not accept the connection in time") from error
        except httpx.TransportError as error:
            raise ModelUnavailable(f"the provider cannot be reached: {error}") from error
        except TimeoutError as error:
            raise ModelTimeout("waited too long for the provider's answer to begin") from error


def provider_headers(api_key: str | None) -> dict[str, str]:
    headers = {"content-type": "application/json"}
    if api_key:
        headers["authorization"] = f"Bearer {api_key}"
    return headers


def hiding(api_key: str | None) -> Callable[[bytes], bytes]:
    """Takes the key out of what the provider says: some repeat it in their errors, and those are shown and logged."""
    key = (api_key or "").encode()
    return (lambda text: text.replace(key, b"[key]")) if key else (lambda text: text)


def traced() -> dict[str, str]:
    """Our place in the trace, for providers that keep it (W3C Trace Context)."""
    context = current_request()
    return {"traceparent": context.traceparent()} if context else {}


async def _events(
    response: httpx.Response, limit: Callable[[], float], reader: ChunkReader
) -> AsyncGenerator[bytes, None]:
    """The data of each event until [DONE] or the end; silence after the finish reason is an end as well."""
    pieces, events = response.aiter_bytes(), EventReader()
    while (piece := await _next(pieces, limit(), reader)) is not None:
        for data in events.feed(piece):
            if data == b"[DONE]":
                return
            yield data
    rest = events.end()
    if rest is not None and rest != b"[DONE]":
        yield rest


async def _next(pieces: AsyncIterator[bytes], limit: float, reader: ChunkReader) -> bytes | None:
    try:
        return await _within(limit, anext(pieces))
    except StopAsyncIteration:
        return None
    except TimeoutError as error:
        if reader.finish_reason is not None:
            return None
        raise ModelTimeout("waited too long for the next token") from error
    except httpx.TransportError as error:
        raise ModelUnavailable(f"the connection broke: {error}") from error


async def _within(limit: float, answer: Awaitable[T]) -> T:
    async with asyncio.timeout_at(limit):
        return await answer


async def _check(response: httpx.Response, limit: float, hide: Callable[[bytes], bytes]) -> None:
    if response.status_code == 200:
        kind = response.headers.get("content-type", "")
        if not kind.startswith("text/event-stream"):
            raise BadModelAnswer(f"expected an event stream, got {kind[:100] or 'no content type'}")
        return
    raise await refusal(response, limit, hide)


async def refusal(response: httpx.Response, limit: float, hide: Callable[[bytes], bytes]) -> ModelError:
    """The error an answer other than 200 stands for."""
    try:
        text = hide(await _within(limit, response.aread()))[:300].decode(errors="replace")
    except (TimeoutError, httpx.TransportError):
        text = ""
    detail = f"the provider answered {response.status_code}: {text}"
    if response.status_code in OVERLOADED:
        return ModelUnavailable(detail, retry_after=_retry_after(response))
    return ModelMisconfigured(detail) if response.status_code in MISCONFIGURED else ModelRefused(detail)


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds, or a date (RFC 9110, 10.2.3)."""
    value = response.headers.get("retry-after", "")
    if value.replace(".", "", 1).isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time())
    except (TypeError, ValueError):
        return None
