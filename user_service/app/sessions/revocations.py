"""The revocation list in Valkey: `revoked:<session>` while a token of it may live, `revocations:ready` while complete.

Without the ready mark the other services ask us instead, so a lost or emptied Valkey never lets a dead session write.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from common.cache.valkey import Valkey, ValkeyAway
from common.clock import Clock
from common.database import Database, system_scope
from common.observability.logs import get_logger
from common.security.sessions import READY_SECONDS, REVOCATIONS_READY, revoked_key
from user_service.app.sessions import repository
from user_service.app.settings import UserSettings

log = get_logger(__name__)
REFRESH_EVERY = 3.0
FORGET_AFTER = timedelta(days=1)
_MARGIN = 60


@dataclass(frozen=True)
class RevocationList:
    database: Database
    valkey: Valkey
    settings: UserSettings
    clock: Clock
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    _pending: set[str] = field(default_factory=set)

    @property
    def _life(self) -> int:
        return self.settings.access_token_seconds + _MARGIN

    def announce(self, session_ids: list[str]) -> None:
        """Have these written to the list now; called once their revocation is committed."""
        self._pending.update(session_ids)
        self.wake.set()

    async def flush(self) -> None:
        """Write what was announced, so that a sign-out is known everywhere before it is answered."""
        revoked = list(self._pending)
        if revoked and await self._write(revoked, complete=False):
            self._pending.difference_update(revoked)

    async def publish(self) -> None:
        """Write down every revoked session whose access tokens may still live, then say that the list is complete."""
        with system_scope():
            async with self.database.reading() as session:
                revoked = await repository.revoked_since(session, self.clock.now() - timedelta(seconds=self._life))
        if await self._write(revoked, complete=True):
            self._pending.difference_update(revoked)

    async def _write(self, revoked: Sequence[str], *, complete: bool) -> bool:
        try:
            async with self.valkey.client.pipeline(transaction=True) as pipeline:
                for session_id in revoked:
                    pipeline.set(revoked_key(session_id), "1", ex=self._life)
                if complete:
                    pipeline.set(REVOCATIONS_READY, "1", ex=READY_SECONDS)
                await pipeline.execute()
        except ValkeyAway:
            log.debug("revocations not written: Valkey is away")
            return False
        return True

    async def forget_old(self) -> None:
        with system_scope():
            async with self.database.unit_of_work() as session:
                await repository.forget_before(session, self.clock.now() - FORGET_AFTER)
