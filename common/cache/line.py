"""One connection to Valkey that all requests of a process share: questions go out as they come, answers come back in
that order. redis-py makes two hundred calls for a question on a connection of its own; this makes a dozen.
"""

import asyncio
from collections import deque
from typing import Any

import hiredis
from redis.asyncio import ConnectionPool
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import ResponseError
from redis.exceptions import TimeoutError as RedisTimeoutError

Command = tuple[str | bytes | int, ...]
_NOT_ALL_THERE = object()


class Line:
    """Connects when first asked and again after a loss. `pool` says where to and how; none of its own are used."""

    def __init__(self, pool: ConnectionPool, answer_within: float) -> None:
        self._pool = pool
        self._answer_within = answer_within
        self._wire: _Wire | None = None
        self._connecting = asyncio.Lock()

    async def ask(self, *commands: Command) -> list[Any]:
        """One answer each, errors among them; what is lost on the way is asked once more."""
        text = b"".join([hiredis.pack_command(command) for command in commands])  # type: ignore[arg-type]
        try:
            return await (self._wire or await self._connected()).ask(text, len(commands))
        except RedisConnectionError:  # it may have been gone before we asked
            return await (await self._connected()).ask(text, len(commands))

    async def close(self) -> None:
        wire, self._wire = self._wire, None
        if wire is not None:
            await wire.close()

    async def _connected(self) -> "_Wire":
        async with self._connecting:
            if self._wire is None or self._wire.lost:
                await self.close()
                connection: Any = self._pool.make_connection()  # type: ignore[no-untyped-call]
                await connection.connect()  # with all that its URL asks for: TLS, a password, a database
                self._wire = _Wire(connection, self._answer_within)
            return self._wire


class _Wire(asyncio.Protocol):
    """Takes redis-py's place on a connection that it has opened."""

    def __init__(self, connection: Any, answer_within: float) -> None:
        self.lost = False
        self._connection = connection
        self._transport: Any = connection._writer.transport
        self._reader: Any = hiredis.Reader(replyError=ResponseError, notEnoughData=_NOT_ALL_THERE)
        self._waiting: deque[_Question] = deque()
        self._answer_within = answer_within
        self._loop = asyncio.get_running_loop()
        self._watch: asyncio.TimerHandle | None = None
        self._transport.set_protocol(self)

    async def ask(self, text: bytes, wanted: int) -> list[Any]:
        if self.lost:
            raise RedisConnectionError("the connection was lost")
        question = _Question(self._loop, wanted)
        self._waiting.append(question)
        self._transport.write(text)
        if self._watch is None:
            self._watch = self._loop.call_at(question.asked_at + self._answer_within, self._look)
        return await question.answered

    def data_received(self, data: bytes) -> None:
        self._reader.feed(data)
        try:
            while (answer := self._reader.gets()) is not _NOT_ALL_THERE:
                if not isinstance(answer, hiredis.PushNotification):  # nobody asked for it
                    self._take(answer)
        except (hiredis.ProtocolError, IndexError) as error:
            self._give_up(RedisConnectionError(f"not an answer: {error}"))

    def connection_lost(self, exc: Exception | None) -> None:
        self._give_up(RedisConnectionError("the connection was lost"))

    async def close(self) -> None:
        self._give_up(RedisConnectionError("closed"))
        await self._connection.disconnect(nowait=True)

    def _take(self, answer: Any) -> None:
        question = self._waiting[0]
        question.answers.append(answer)
        if len(question.answers) == question.wanted:
            self._waiting.popleft()
            if not question.answered.done():  # whoever asked may have left
                question.answered.set_result(question.answers)

    def _look(self) -> None:
        """One timer for all: the oldest question is the first to wait too long."""
        self._watch = None
        if not self._waiting:
            return
        ends = self._waiting[0].asked_at + self._answer_within
        if ends <= self._loop.time():
            self._give_up(RedisTimeoutError("no answer"))
        else:
            self._watch = self._loop.call_at(ends, self._look)

    def _give_up(self, error: Exception) -> None:
        self.lost = True
        self._transport.abort()
        if self._watch is not None:
            self._watch.cancel()
        while self._waiting:
            question = self._waiting.popleft()
            if not question.answered.done():
                question.answered.set_exception(error)


class _Question:
    """So many answers are wanted, together."""

    __slots__ = ("answered", "answers", "asked_at", "wanted")

    def __init__(self, loop: asyncio.AbstractEventLoop, wanted: int) -> None:
        self.answered: asyncio.Future[list[Any]] = loop.create_future()
        self.answers: list[Any] = []
        self.asked_at = loop.time()
        self.wanted = wanted
