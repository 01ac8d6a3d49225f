"""The response of a streamed turn: bytes as they come, and nothing around them."""

from collections.abc import AsyncIterator
from typing import Any

from fastapi import Response

EVENT_STREAM = "text/event-stream"
STREAM_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class TurnResponse(Response):
    """A turn ends by itself soon, so nobody has to watch for the client's leaving; Starlette's StreamingResponse
    does, with two tasks per answer. What is sent to a client that has left goes nowhere."""

    def __init__(self, events: AsyncIterator[bytes], headers: dict[str, str]) -> None:
        super().__init__(headers=STREAM_HEADERS | headers, media_type=EVENT_STREAM)
        del self.headers["content-length"]
        self._events = events

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        async for piece in self._events:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
