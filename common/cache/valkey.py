"""The Valkey (or Redis) client: quick to fail, quick to recover, and never needed for a fact to survive."""

import math
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.client import Pipeline, PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import OutOfMemoryError, ReadOnlyError, RedisError, ResponseError
from redis.exceptions import TimeoutError as RedisTimeoutError

from common.cache.line import Command, Line
from common.errors import Unavailable

CONNECT_SECONDS, ANSWER_SECONDS, REST_SECONDS = 0.05, 0.5, 1.0
_LOST = (RedisConnectionError, RedisTimeoutError, OSError)
_REFUSALS = (  # its disk is full, it shuts us out, ...
    *("MISCONF", "DENIED", "NOREPLICAS", "MASTERDOWN", "CLUSTERDOWN"),
    *("OOM", "READONLY", "LOADING", "NOAUTH"),  # which redis-py has classes for, and a Line has not
)
_UNLOCK = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"


class ValkeyAway(Unavailable):
    """Valkey cannot be reached; callers go another way or refuse."""

    code = "valkey_away"
    title = "The shared cache is away"


class Circuit:
    """After a failure nobody tries for a moment; then one caller does, and its luck decides for all."""

    def __init__(self, rest: float, away_for_ever: bool = False) -> None:
        self._rest = rest
        self._rests_until = math.inf if away_for_ever else 0.0
        self.back_since = 0.0  # monotonic; 0 while it never failed

    @property
    def available(self) -> bool:
        return self._rests_until == 0.0

    @asynccontextmanager
    async def guard(self) -> AsyncIterator[None]:
        """Around one exchange: ValkeyAway while resting, or when the exchange fails on the way."""
        self.admit()
        try:
            yield
        except (RedisError, OSError) as error:
            self.refuse(error)
            raise
        self.served()

    def admit(self) -> None:
        """ValkeyAway while resting."""
        if self._rests_until:
            self._admit_one()

    def refuse(self, error: RedisError | OSError) -> None:
        """ValkeyAway if it is the server that failed, and nothing where the command was wrong."""
        if isinstance(error, OSError) or _cannot_serve(error):
            self._rests_until = time.monotonic() + self._rest
            raise ValkeyAway from error

    def served(self) -> None:
        if self._rests_until:
            self._rests_until, self.back_since = 0.0, time.monotonic()

    def _admit_one(self) -> None:
        now = time.monotonic()
        if now < self._rests_until:
            raise ValkeyAway
        self._rests_until = now + self._rest  # this caller tries, the others keep away


def _cannot_serve(error: RedisError) -> bool:
    """Whether it is the server that fails, and not the command that is wrong."""
    if isinstance(error, (RedisConnectionError, RedisTimeoutError, OutOfMemoryError, ReadOnlyError)):
        return True
    return isinstance(error, ResponseError) and str(error).startswith(_REFUSALS)


class GuardedPipeline(Pipeline):
    """A pipeline behind the same circuit."""

    circuit: Circuit

    async def execute(self, raise_on_error: bool = True) -> list[Any]:
        async with self.circuit.guard():
            return await super().execute(raise_on_error)


class GuardedRedis(Redis):
    """redis-py with all its commands; a failing server is ValkeyAway. Answers are bytes."""

    circuit: Circuit

    async def execute_command(self, *args: Any, **options: Any) -> Any:
        async with self.circuit.guard():
            return await super().execute_command(*args, **options)  # type: ignore[no-untyped-call]

    def pipeline(self, transaction: bool = True, shard_hint: str | None = None) -> GuardedPipeline:
        pipeline = GuardedPipeline(self.connection_pool, self.response_callbacks, transaction, shard_hint)
        pipeline.circuit = self.circuit
        return pipeline


class Subscription:
    """One listening connection."""

    def __init__(self, pubsub: PubSub) -> None:
        self._pubsub = pubsub
        self.channels: frozenset[str] = frozenset()

    async def add(self, *channels: str) -> None:
        try:
            await self._pubsub.subscribe(*channels)
        except (*_LOST, ResponseError) as error:
            raise ValkeyAway from error
        self.channels |= frozenset(channels)

    async def next(self, within: float) -> tuple[str, str] | None:
        """The next (channel, text), or None when nothing came in that many seconds."""
        try:
            message = await self._pubsub.get_message(ignore_subscribe_messages=True, timeout=within)
        except _LOST as error:
            raise ValkeyAway from error
        return None if message is None else (message["channel"].decode(), message["data"].decode())


class Valkey:
    """One per service. With no URL it is always away, and everything runs on without it."""

    def __init__(
        self,
        url: str | None,
        *,
        connections: int = 64,
        answer_within: float = ANSWER_SECONDS,
        rest: float = REST_SECONDS,
    ) -> None:
        self.url = url
        self._circuit = Circuit(rest, away_for_ever=url is None)
        self.client = self._connect(connections, answer_within)
        self._line = Line(self.client.connection_pool, answer_within)
        self._listening = self._connect(4, answer_within, health_check_interval=10)

    def _connect(self, connections: int, answer_within: float, **options: Any) -> GuardedRedis:
        pool = BlockingConnectionPool.from_url(
            _redis_url(self.url),
            max_connections=connections,
            timeout=answer_within,
            socket_connect_timeout=CONNECT_SECONDS,
            socket_timeout=answer_within,
            retry=Retry(NoBackoff(), 1, supported_errors=(RedisConnectionError,)),  # a pooled connection may be stale
            **options,
        )
        client = GuardedRedis(connection_pool=pool)
        client.circuit = self._circuit
        return client

    async def ask(self, *commands: Command) -> list[Any]:
        """What hot paths ask: one answer each, by the connection that all share. ValkeyAway as with `client`."""
        self._circuit.admit()
        try:
            answers = await self._line.ask(*commands)
            for answer in answers:
                if isinstance(answer, RedisError):
                    raise answer
        except (RedisError, OSError) as error:
            self._circuit.refuse(error)
            raise
        self._circuit.served()
        return answers

    @property
    def available(self) -> bool:
        """Whether the last command found it; a hint, since it may go at any moment."""
        return self._circuit.available

    def steady_for(self, seconds: float) -> bool:
        """Whether this process has not been cut off from it within that time."""
        return self.available and time.monotonic() - self._circuit.back_since >= seconds

    async def ping(self) -> bool:
        try:
            await self.client.ping()
        except ValkeyAway:
            return False
        return True

    @asynccontextmanager
    async def lock(self, name: str, ttl: float) -> AsyncIterator[bool]:
        """Whether we got the lock; it is given back at the end, or after `ttl` seconds. ValkeyAway when it is away."""
        token = secrets.token_bytes(12)
        held = bool(await self.client.set(f"lock:{name}", token, nx=True, px=int(ttl * 1000)))
        try:
            yield held
        finally:
            if held:
                await self._unlock(name, token)

    async def _unlock(self, name: str, token: bytes) -> None:
        try:
            await self.client.eval(_UNLOCK, 1, f"lock:{name}", token)
        except ValkeyAway:
            return  # it runs out by itself

    @asynccontextmanager
    async def subscription(self) -> AsyncIterator[Subscription]:
        """A connection to listen on; ValkeyAway when it is away or goes."""
        if self.url is None:
            raise ValkeyAway
        async with self._listening.pubsub() as pubsub:
            yield Subscription(pubsub)

    async def close(self) -> None:
        await self._line.close()
        await self.client.aclose()
        await self._listening.aclose()
        await self.client.connection_pool.disconnect()
        await self._listening.connection_pool.disconnect()


def _redis_url(url: str | None) -> str:
    """The URL in redis-py's spelling; without one, any address, since its circuit never lets anybody through."""
    if url is None:
        return "redis://127.0.0.1:1"
    return url.replace("valkey+unix://", "unix://", 1).replace("valkey://", "redis://", 1)
