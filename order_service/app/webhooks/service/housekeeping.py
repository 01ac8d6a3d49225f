"""What time does to deliveries: the old are forgotten, and what waits for a disabled endpoint is given up."""

from datetime import timedelta

from common.clock import Clock
from common.database import Database, retrying, system_scope
from order_service.app.webhooks.repository import deliveries


class WebhookHousekeeping:
    def __init__(self, database: Database, clock: Clock, kept_days: int) -> None:
        self._database = database
        self._clock = clock
        self._kept = timedelta(days=kept_days)

    async def tidy(self) -> int:
        """How many deliveries were forgotten, in all shops."""
        forgotten = 0
        with system_scope():
            await self._give_up()
            while some := await self._forget_some():
                forgotten += some
        return forgotten

    @retrying
    async def _give_up(self) -> None:
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            await deliveries.give_up(session, now, now)

    @retrying
    async def _forget_some(self) -> int:
        async with self._database.unit_of_work() as session:
            old = await deliveries.some_old(session, self._clock.now() - self._kept)
            if old:
                await deliveries.forget(session, old)
        return len(old)
