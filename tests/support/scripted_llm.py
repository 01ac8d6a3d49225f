"""A scripted OpenAI-compatible server over real HTTP: it says what a test told it to, faults included."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import orjson


class Hang:
    """The server keeps the connection open and says nothing more."""


class Cut:
    """The connection is aborted without an end."""


@dataclass
class Pause:
    seconds: float


@dataclass
class Until:
    """The server says nothing more before this has happened."""

    event: asyncio.Event


@dataclass
class Reply:
    parts: Sequence[Any] = ()
    status: int = 200
    content_type: str = "text/event-stream; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


def event(data: Any) -> bytes:
    return b"data: " + (data if isinstance(data, bytes) else orjson.dumps(data)) + b"\n\n"


def delta(finish_reason: str | None = None, **fields: Any) -> bytes:
    choice = {"index": 0, "delta": fields, "finish_reason": finish_reason}
    return event({"id": "c1", "object": "chat.completion.chunk", "model": "scripted", "choices": [choice]})


def usage(input_tokens: int = 11, output_tokens: int = 7, **details: Any) -> bytes:
    counted = {"prompt_tokens": input_tokens, "completion_tokens": output_tokens, **details}
    return event({"id": "c1", "object": "chat.completion.chunk", "choices": [], "usage": counted})


DONE = event(b"[DONE]")


def say(text: str, *, pieces: int = 2, finish: str | None = "stop") -> Reply:
    size = max(1, -(-len(text) // pieces))
    deltas = [delta(content=text[start : start + size]) for start in range(0, len(text), size)]
    return Reply([delta(role="assistant", content=""), *deltas, *_end(finish)])


def call(*calls: tuple[str, dict[str, Any] | str], fragments: int = 3, text: str = "") -> Reply:
    """Parallel tool calls, their arguments in fragments that are interleaved as some providers do."""
    parts = [delta(content=text)] if text else []
    texts = [raw if isinstance(raw, str) else orjson.dumps(raw).decode() for _, raw in calls]
    for index, (name, _) in enumerate(calls):
        head = {"index": index, "id": f"call_{next(_ids)}", "type": "function"}
        parts.append(delta(tool_calls=[head | {"function": {"name": name, "arguments": ""}}]))
    for fragment in range(fragments):
        for index, whole in enumerate(texts):
            size = -(-len(whole) // fragments)
            piece = whole[fragment * size : (fragment + 1) * size]
            parts.append(delta(tool_calls=[{"index": index, "function": {"arguments": piece}}]))
    return Reply([*parts, *_end("tool_calls")])


_ids = count(1)


def _end(finish: str | None) -> list[bytes]:
    return [delta(finish), usage(), DONE] if finish else []


def refuse(status: int, retry_after: str | None = None) -> Reply:
    body = orjson.dumps({"error": {"message": f"scripted {status}", "type": "scripted"}})
    headers = {"Retry-After": retry_after} if retry_after else {}
    return Reply([body], status, "application/json", headers)


Script = Reply | Callable[[dict[str, Any]], Reply]


class ScriptedLLM:
    """`async with ScriptedLLM(say("Hello")) as llm:` plays one reply per request; `requests` keeps what was asked."""

    def __init__(self, *script: Script, port: int = 0) -> None:
        self.script: deque[Script] = deque(script)
        self._port = port
        self.otherwise: Script = refuse(500)
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.hung_up = asyncio.Event()
        self.models = ["scripted-1"]
        self.looked_at = 0
        self._asked = asyncio.Condition()
        self._tasks: set[asyncio.Task[Any]] = set()

    async def __aenter__(self) -> "ScriptedLLM":
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self._port)
        port = self._server.sockets[0].getsockname()[1]
        self.base_url = f"http://127.0.0.1:{port}/v1"
        return self

    async def __aexit__(self, *error: object) -> None:
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def add(self, *script: Script) -> None:
        self.script.extend(script)

    async def asked(self, times: int = 1) -> None:
        """Returns when that many requests have come in all."""
        async with self._asked, asyncio.timeout(60):
            await self._asked.wait_for(lambda: len(self.requests) >= times)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            while await self._answer(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            self.hung_up.set()
        except asyncio.CancelledError:
            pass  # the test is over
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        if head[0].startswith("GET "):
            return await self._list_models(writer)
        self.headers.append(headers)
        self.requests.append(orjson.loads(body))
        async with self._asked:
            self._asked.notify_all()
        script = self.script.popleft() if self.script else self.otherwise
        reply = script if isinstance(script, Reply) else script(self.requests[-1])
        extra = "".join(f"{name}: {value}\r\n" for name, value in reply.headers.items())
        writer.write(
            f"HTTP/1.1 {reply.status} Scripted\r\nContent-Type: {reply.content_type}\r\n{extra}"
            "Transfer-Encoding: chunked\r\n\r\n".encode()
        )
        for part in reply.parts:
            if not await self._part(part, reader, writer):
                return False
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        return True

    async def _list_models(self, writer: asyncio.StreamWriter) -> bool:
        """Asked for from the side, in the middle of any script: no part of it."""
        self.looked_at += 1
        content = orjson.dumps({"object": "list", "data": [{"id": name} for name in self.models]})
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        writer.write(head.encode() + content)
        await writer.drain()
        return True

    async def _part(self, part: Any, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        await writer.drain()
        if isinstance(part, Cut):
            writer.transport.abort()
            return False
        if isinstance(part, Hang):
            await reader.read(1)  # returns when the client has hung up
            self.hung_up.set()
            return False
        if isinstance(part, Pause):
            await asyncio.sleep(part.seconds)
            return True
        if isinstance(part, Until):
            await part.event.wait()
            return True
        writer.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
        return True
