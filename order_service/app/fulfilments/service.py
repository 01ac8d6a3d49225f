"""Sending orders: each parcel in one transaction under the order's lock, so that no piece is sent twice."""

from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, retrying
from common.errors import ShopError
from common.events import publish
from common.idempotency import Idempotency
from common.ids import new_id
from common.security.caller import Caller
from common.shop_settings import KnownSettings
from order_service.app.audit import service as audit
from order_service.app.fulfilments.errors import NoSuchFulfilment, NotSoManyLeft, UnknownLine
from order_service.app.fulfilments.schemas import FulfilmentCreate, SentLine
from order_service.app.mails import service as mails
from order_service.app.orders import actions, fulfilments, progress
from order_service.app.orders import service as orders
from order_service.app.orders.states import FULFILLED

Json = dict[str, Any]


class FulfilmentService:
    def __init__(self, database: Database, idempotency: Idempotency, clock: Clock, shop: KnownSettings) -> None:
        """`shop` says for how many days an order may be sent back."""
        self._database = database
        self._idempotency = idempotency
        self._clock = clock
        self._shop = shop

    async def send(self, caller: Caller, key: str | None, order_id: str, wanted: FulfilmentCreate) -> tuple[int, Json]:
        """(201, the order with one more parcel). Under the same key the parcel is sent once."""
        if key is None:
            return await self._send(caller, None, order_id, wanted)
        body = {"order_id": order_id, **wanted.model_dump(mode="json")}
        status, order, _ = await self._idempotency.run(
            self._database, caller, "fulfilments", key, body, lambda: self._send(caller, key, order_id, wanted)
        )
        return status, order

    async def send_all(self, caller: Caller, order_ids: Sequence[str]) -> Json:
        """All that is left of each order; one that cannot be sent holds up no other. Bears being repeated."""
        results = [await self._sent_or_refused(caller, order_id) for order_id in dict.fromkeys(order_ids)]
        sent = sum(result["result"] == "fulfilled" for result in results)
        return {"results": results, "fulfilled": sent, "refused": len(results) - sent}

    async def _sent_or_refused(self, caller: Caller, order_id: str) -> Json:
        try:
            order, parcel_id = await self._record(caller, None, order_id, FulfilmentCreate())
        except ShopError as error:
            if error.status >= 500:
                raise
            return {"order_id": order_id, "result": "refused", "code": error.code, "detail": str(error)}
        done = {"order_id": order_id, "result": "fulfilled", "number": order["number"], "status": order["status"]}
        return done | {"fulfilment_id": parcel_id}

    async def _send(self, caller: Caller, key: str | None, order_id: str, wanted: FulfilmentCreate) -> tuple[int, Json]:
        request_key = sha256(f"{caller.subject_id}\n{key}".encode()).hexdigest() if key is not None else None
        await self._record(caller, request_key, order_id, wanted)
        return 201, await self._shown(caller, order_id)

    @retrying
    async def _record(
        self, caller: Caller, request_key: str | None, order_id: str, wanted: FulfilmentCreate
    ) -> tuple[Json, str]:
        """The order as it is then, and the parcel's id."""
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            order = await progress.locked(session, order_id)
            if request_key is not None and (known := await fulfilments.by_key(session, order_id, request_key)):
                return order, known  # an earlier try under this key got so far
            actions.FULFILMENTS.require(caller, order)
            sent = _sent(await orders.lines_of(session, order_id), wanted.lines)
            parcel: Json = {"id": new_id("ful"), "order_id": order_id, "actor_id": caller.subject_id, "lines": sent}
            parcel |= {"carrier": wanted.carrier, "tracking_number": wanted.tracking_number}
            await fulfilments.add(session, parcel | {"request_key": request_key, "shipped_at": now})
            lines = await orders.lines_of(session, order_id)
            order["status"] = await progress.note_sent(session, order, lines, now)
            await mails.queue(session, order_id, mails.SHIPMENT, about=parcel["id"])
            news = {"order_id": order_id, "number": order["number"], "customer_id": order["customer_id"]}
            await publish(session, "order.shipped", order_id, {**news, "fulfilment_id": parcel["id"], "lines": sent})
            await self._audit(session, caller, "order.shipped", order_id, parcel["id"])
        return order, parcel["id"]

    @retrying
    async def note_delivered(self, caller: Caller, order_id: str, parcel_id: str) -> Json:
        """The parcel arrived; the order is delivered once all of it has. Saying so twice changes nothing."""
        now, shop = self._clock.now(), await self._shop.now()
        async with self._database.unit_of_work() as session:
            order = await progress.locked(session, order_id)
            parcels = (await fulfilments.of_orders(session, [order_id]))[order_id]
            if parcel_id not in {parcel["id"] for parcel in parcels}:
                raise NoSuchFulfilment
            if await fulfilments.deliver(session, parcel_id, now):
                await self._audit(session, caller, "order.parcel_delivered", order_id, parcel_id)
                open_parcels = [each for each in parcels if each["delivered_at"] is None and each["id"] != parcel_id]
                if order["fulfilment_status"] == FULFILLED and not open_parcels:
                    await self._deliver(session, order, timedelta(days=shop.return_window_days))
        return await self._shown(caller, order_id)

    async def _deliver(self, session: AsyncSession, order: Json, window: timedelta) -> None:
        now = self._clock.now()
        if await progress.delivered(session, order["id"], now + window, now):
            await mails.queue(session, order["id"], mails.DELIVERY)
            news = {"order_id": order["id"], "number": order["number"], "customer_id": order["customer_id"]}
            await publish(session, "order.delivered", order["id"], news)

    async def _shown(self, caller: Caller, order_id: str) -> Json:
        async with self._database.reading() as session:
            return await orders.rendered(session, caller, await orders.found(session, order_id))

    async def _audit(self, session: AsyncSession, caller: Caller, action: str, order_id: str, parcel_id: str) -> None:
        await audit.record(session, action, actor_id=caller.subject_id, subject_id=order_id, fulfilment=parcel_id)


def _sent(lines: Sequence[Json], wanted: Sequence[SentLine] | None) -> list[Json]:
    """[{line_id, quantity}] of what goes into the parcel."""
    left = {line["id"]: line["quantity"] - line["fulfilled"] - line["withdrawn"] for line in lines}
    if wanted is None:
        return [{"line_id": line_id, "quantity": quantity} for line_id, quantity in left.items() if quantity]
    for each in wanted:
        if each.line_id not in left:
            raise UnknownLine(f"{each.line_id} is no line of this order.")
        if each.quantity > left[each.line_id]:
            raise NotSoManyLeft(line_id=each.line_id, left=left[each.line_id])
    return [{"line_id": each.line_id, "quantity": each.quantity} for each in wanted]
