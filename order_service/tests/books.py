"""A shop with its invoices at hand: they are written when a test says so."""

from typing import Any

from sqlalchemy import update

from common.clock import utc_now
from common.database import system_scope, use_tenant
from common.events import Event
from common.events.consumer import Consumer
from order_service.app.invoices.issuing import NAME
from order_service.tests.shop import Json, Shop

CURSORS = "event_cursors"


class Books:
    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.consumer = self.another_process()

    def another_process(self) -> Consumer:
        """A second reader of the same news, as a second process has one."""
        return self.shop.room.issuing.follow(self.shop.runtime.events)

    async def write(self) -> None:
        """Read what happened, and write down what follows."""
        await self.shop.runtime.events._relay.relay()
        await self.consumer.catch_up()

    async def forget_what_was_read(self) -> None:
        """All news come again."""
        cursors = self.shop.room.database.metadata.tables[CURSORS]
        with system_scope():
            async with self.shop.room.database.unit_of_work() as session:
                await session.execute(update(cursors).where(cursors.c.consumer == NAME).values(seq=0))
        self.consumer = self.another_process()

    async def of(self, order_id: str) -> list[Json]:
        """An order's documents as the staff sees them, once all news are read."""
        await self.write()
        answer = await self.shop.client.get(f"/api/v1/orders/{order_id}/invoices", headers=self.shop.staff)
        assert answer.status_code == 200, answer.text
        found: list[Json] = answer.json()["items"]
        return found

    async def contents(self) -> list[Json]:
        """What the rows of all documents hold, the first one first."""
        rows = await self.shop.rows("invoices")
        return [row["contents"] for row in sorted(rows, key=lambda row: (row["issued_at"], row["id"]))]

    async def settings(self, **invoices: Any) -> None:
        """The shop's settings were told."""
        shop = self.shop.room.shop
        data = {"version": 1, "settings": {"invoices": invoices}}
        with use_tenant("default"):
            async with self.shop.room.database.unit_of_work() as session:
                await shop.learn(session, Event("settings.changed", "default", data, "evt_1", "default", utc_now(), 1))


def adds_up(contents: Json) -> bool:
    """Whether what is written below one another comes to the total, and the taxes by rate do too."""
    goods = sum(line["amount"] + line["discount"] for line in contents["lines"])
    off = sum(one["amount"] for one in contents["discounts"])
    tax = 0 if contents["tax_included"] else contents["tax"]
    by_rate = contents["tax_lines"]
    return (
        goods == contents["subtotal"]
        and goods - off + contents["shipping"]["amount"] + tax == contents["total"]
        and sum(one["amount"] for one in by_rate) == contents["tax"]
        and (not by_rate or sum(one["base"] + one["amount"] for one in by_rate) == contents["total"])
    )
