"""Sending a pending order somewhere else: as often as somebody likes, in one transaction each."""

from typing import Any

from common.clock import Clock
from common.database import Database, retrying
from common.events import publish
from common.ids import new_id
from common.security.caller import Caller
from order_service.app.addresses.schemas import OrderAddress
from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.states import ADDRESS, MADE
from order_service.app.audit import service as audit
from order_service.app.mails import service as mails
from order_service.app.order_changes.service.changing import Drawn
from order_service.app.order_changes.service.drawing import change_row
from order_service.app.orders import actions, changing, progress
from order_service.app.orders import service as orders

Json = dict[str, Any]


class AddressService:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def replace(self, caller: Caller, order_id: str, wanted: OrderAddress) -> Json:
        """The order with this address. The same address again changes nothing and tells nobody."""
        await self._replace(caller, order_id, wanted.model_dump(exclude_none=True))
        async with self._database.reading() as session:
            return await orders.rendered(session, caller, await orders.visible(session, caller, order_id))

    @retrying
    async def _replace(self, caller: Caller, order_id: str, wanted: Json) -> None:
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            await orders.visible(session, caller, order_id)
            order = await progress.locked(session, order_id)
            actions.ADDRESS.require(caller, order, await orders.facts_of(session, order_id))
            name = order["address"].get("name")
            address = ({"name": name} if name else {}) | wanted
            if address == order["address"]:
                return
            text = orders.search_text(address.get("name"), order["email"])
            await changing.set_address(session, order_id, address, text, now)
            change = change_row(order, caller, new_id("key"), Drawn(ADDRESS), now) | {"state": MADE, "made_at": now}
            await after_sales.changes.add(session, change)
            named = {"order_id": order_id, "change_id": change["id"], "customer_id": order["customer_id"]}
            await publish(session, "order.address_changed", order_id, named | {"number": order["number"]})
            actor_id = caller.subject_id
            await audit.record(session, "order.address_changed", actor_id=actor_id, subject_id=order_id)
            await mails.queue(session, order_id, mails.ADDRESS_CHANGED, about=change["id"])
