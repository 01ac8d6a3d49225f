"""Running an operation once per key: duplicates wait for the first and get its reply."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any

import orjson

from common.clock import Clock
from common.database import Database, current_tenant, leases
from common.errors import ShopError, error_from_problem, problem
from common.idempotency.errors import KeyReused
from common.idempotency.receipts import Receipt
from common.idempotency.records import KeyRecords, KeyScope
from common.observability.context import trace_id
from common.observability.logs import get_logger
from common.security.caller import Caller

log = get_logger(__name__)

Reply = tuple[int, Any]
Operation = Callable[[], Awaitable[Reply]]
_POLL_SECONDS, _SLOWEST_POLL = 0.03, 0.5
_NOT_FINAL = frozenset({401, 403, 429})  # who may, and how often, can change: the same request may succeed later


class Idempotency:
    """One per service. The operations must bear being run again after a crash: a claim only orders the living."""

    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock or Clock()
        self._running: dict[KeyScope, tuple[str, asyncio.Task[tuple[int, Any, bool]]]] = {}

    async def run(
        self,
        database: Database,
        caller: Caller,
        operation: str,
        key: str,
        body: bytes | dict[str, Any],
        work: Operation,
        receipt: Receipt | None = None,
    ) -> tuple[int, Any, bool]:
        """(status, reply, replayed) of `work`, which is run unless this key has a reply already.

        KeyReused when the key came with another body. A ShopError below 500 is a reply too, and raised again for
        duplicates; anything above is not remembered, so the next request tries anew. The work goes on when its
        caller is cancelled. With a `receipt` the work may write its reply into its own transaction.
        """
        scope = KeyScope(current_tenant(), caller.subject_id, operation, key)
        fingerprint = _fingerprint(body)
        running = self._running.get(scope)
        if running is not None:
            return await self._follow(running, fingerprint)
        task = asyncio.create_task(self._settle(KeyRecords(database), scope, fingerprint, work, receipt or Receipt()))
        self._running[scope] = fingerprint, task
        task.add_done_callback(lambda done: self._ended(scope, done))
        return await asyncio.shield(task)

    async def forget_old(self, database: Database) -> int:
        """For a loop, every hour or so."""
        return await KeyRecords(database).forget_old(self._clock.now())

    async def _follow(
        self, running: tuple[str, asyncio.Task[tuple[int, Any, bool]]], fingerprint: str
    ) -> tuple[int, Any, bool]:
        if running[0] != fingerprint:
            raise KeyReused
        status, reply, _ = await asyncio.shield(running[1])
        return status, reply, True

    def _ended(self, scope: KeyScope, task: asyncio.Task[tuple[int, Any, bool]]) -> None:
        self._running.pop(scope, None)
        if not task.cancelled() and (error := task.exception()) is not None and not isinstance(error, ShopError):
            log.error("keyed operation failed", operation=scope.operation, error=repr(error))

    async def _settle(
        self, records: KeyRecords, scope: KeyScope, fingerprint: str, work: Operation, receipt: Receipt
    ) -> tuple[int, Any, bool]:
        holder = secrets.token_hex(12)
        known = await self._claim(records, scope, fingerprint, holder)
        if known is not None:
            return *known, True
        receipt.prepare(
            lambda session, status, reply: records.add(
                session, scope, fingerprint, holder, status, reply, self._clock.now()
            )
        )
        remembered = False
        try:
            status, reply = await work()
            if status < 500 and not receipt.written:
                await records.record(scope, fingerprint, holder, status, reply, self._clock.now())
                remembered = True
            return status, reply, False
        except ShopError as error:
            if error.status < 500 and error.status not in _NOT_FINAL and not receipt.written:
                document = problem(error, trace_id())
                await records.record(scope, fingerprint, holder, error.status, document, self._clock.now())
                remembered = True
            raise
        finally:
            if not (remembered or receipt.written):
                await records.give_back(scope, holder)

    async def _claim(self, records: KeyRecords, scope: KeyScope, fingerprint: str, holder: str) -> Reply | None:
        """The reply there is, or None once the key is ours to work on."""
        pause = _POLL_SECONDS
        while True:
            row = await records.find(scope)
            if row is None:
                if not records.claims or await records.claim(scope, fingerprint, holder, self._clock.now()):
                    return None
                continue
            if row.fingerprint != fingerprint:
                raise KeyReused
            if row.status is not None:
                return _replay(row.status, orjson.loads(row.reply))
            now = self._clock.now()
            held = leases.held(row.leased_until, now)
            if not held and await records.take_over(scope, row.holder, holder, now):
                return None
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, _SLOWEST_POLL)


def _replay(status: int, reply: Any) -> Reply:
    if status < 400:
        return status, reply
    error = error_from_problem(status, reply)
    vars(error)["title"] = reply["title"]  # the class behind it is not known here, but its words are
    raise error


def _fingerprint(body: bytes | dict[str, Any]) -> str:
    data = body if isinstance(body, bytes) else orjson.dumps(body, option=orjson.OPT_SORT_KEYS, default=str)
    return sha256(data).hexdigest()
