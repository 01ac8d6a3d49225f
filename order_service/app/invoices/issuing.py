"""Issuing documents: the service follows its own log, and what an order lacks is written down as its news are read.

A document has its number and its contents in one row, written in the transaction that moves the cursor of the log. So
whatever dies, there is no number without a document, and news that come twice find it there. A purchase does not wait
for any of it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import current_tenant, use_tenant
from common.events import Consumer, Event, EventLog
from common.ids import new_id
from common.shop_settings import KnownSettings
from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.states import EXCHANGE, ITEMS, MADE
from order_service.app.invoices import causes, repository
from order_service.app.invoices.contents import difference, sums_of
from order_service.app.invoices.credits import credited
from order_service.app.invoices.kinds import CREDIT_NOTE, INVOICE
from order_service.app.invoices.parties import address_lines, seller
from order_service.app.orders import progress
from order_service.app.orders import service as orders
from order_service.app.payments import service as payments

NAME = "invoices"
_PLACED, _CHANGED = "order.placed", ("order.items_changed", "order.exchange_completed", "payment.refunded")
_SLACK = timedelta(hours=1)
Json = dict[str, Any]


class Issuing:
    """`shop_name` counts for shops whose own settings are not known, `zone` says which year it is."""

    def __init__(self, shop: KnownSettings, clock: Clock, shop_name: str, zone: str) -> None:
        self._shop = shop
        self._clock = clock
        self._shop_name = shop_name
        self._zone = ZoneInfo(zone)

    def consume(self, events: EventLog, every: float) -> Consumer:
        """Nobody waits for a document by the second: many orders are documented together."""
        return events.consume(
            events.service, self._handlers, name=NAME, rebuild=self.catch_up, every=every, wakes=False
        )

    def follow(self, events: EventLog) -> Consumer:
        """The same, told when to read."""
        return events.follow(events.service, self._handlers, name=NAME, rebuild=self.catch_up)

    @property
    def _handlers(self) -> Any:
        return {_PLACED: self._placed, **dict.fromkeys(_CHANGED, self._changed)}

    async def _placed(self, session: AsyncSession, event: Event) -> None:
        await self._bring_up(session, event.subject_id, begins=True)

    async def _changed(self, session: AsyncSession, event: Event) -> None:
        await self._bring_up(session, event.data["order_id"], begins=False)

    async def catch_up(self, session: AsyncSession) -> None:
        """News were forgotten unread: look at every order that was touched since the latest document of its shop."""
        for tenant_id, issued_at in await repository.latest(session):
            with use_tenant(tenant_id):
                for order in await orders.touched_since(session, issued_at - _SLACK):
                    fresh = order["placed_at"] is not None and order["placed_at"] >= issued_at - _SLACK
                    await self._bring_up(session, order["id"], begins=fresh and order["cart_id"] is not None)

    async def _bring_up(self, session: AsyncSession, order_id: str, *, begins: bool) -> None:
        """Issue what the order lacks; one without an invoice gets none of the rest, unless it `begins` here."""
        known = await repository.of_order(session, order_id)
        if not known and not begins:
            return
        order = await progress.locked(session, order_id)  # or its lines could be those of a moment later
        lines = await orders.lines_of(session, order_id)
        sums = sums_of(order, lines, order["language"])
        if not known:
            known = [await self._invoice(session, order, sums)]
            if not causes.anything_after(order):
                return
        known += await self._of_changes(session, order, sums, known)
        for back in causes.given_back(order, await payments.refunds_of(session, order_id)):
            if back.cause not in {each["cause"] for each in known}:
                known.append(await self._credit_note(session, order, lines, known, sums, back))

    async def _invoice(self, session: AsyncSession, order: Json, sums: Json) -> Json:
        ledger = (await payments.ledgers_of(session, [order["id"]]))[order["id"]]
        refunds = await payments.refunds_of(session, order["id"]) if len(ledger) > 1 else []
        paid = [_paid(entry) for entry in causes.standing_payments(ledger, refunds)]
        return await self._issue(session, INVOICE, order, order["id"], sums, paid, {"what": "order"})

    async def _of_changes(self, session: AsyncSession, order: Json, sums: Json, known: Sequence[Json]) -> list[Json]:
        """The document about goods that became others, at most one: where several were read late, about all of them."""
        before = next(each["contents"] for each in reversed(known) if causes.is_about_goods(each))
        sign, grown = difference(before.get("state", before), sums)
        if not sign:
            return []
        rows = (await after_sales.changes.of_orders(session, [order["id"]]))[order["id"]]
        told = {each["cause"] for each in known}
        made = [row for row in rows if row["kind"] in (ITEMS, EXCHANGE) and row["state"] == MADE]
        change = next((row for row in reversed(made) if row["id"] not in told), None)
        if change is None:
            return []
        kind = INVOICE if sign > 0 else CREDIT_NOTE
        paid = [{"method": change["method"], "amount": grown["total"], "at": None}]
        reason = {"what": change["kind"], "text": ""}
        return [await self._issue(session, kind, order, change["id"], grown, paid, reason, known)]

    async def _credit_note(
        self,
        session: AsyncSession,
        order: Json,
        lines: Sequence[Json],
        known: Sequence[Json],
        sums: Json,
        back: causes.GivenBack,
    ) -> Json:
        contents = credited(order, lines, known, sums["lines"], back.amount, back.everything)
        means = {each["id"]: each for each in await payments.payments_of(session, order["id"])}
        paid = [
            {"method": means.get(refund["payment_id"], refund)["method"], "amount": refund["amount"], "at": None}
            for refund in back.refunds
        ]
        reason = {"what": back.what, "text": back.reason}
        return await self._issue(session, CREDIT_NOTE, order, back.cause, contents, paid, reason, known)

    async def _issue(
        self,
        session: AsyncSession,
        kind: str,
        order: Json,
        cause: str,
        sums: Json,
        paid: Sequence[Json],
        reason: Json,
        known: Sequence[Json] = (),
    ) -> Json:
        """Written down under the next number. Nobody else does this while we hold the cursor's row."""
        shop, now = await self._shop.now(), self._after(known)
        says, language, address = shop.invoices, order["language"], order["address"]
        series = now.astimezone(self._zone).year if says.numbered_by_year else 0
        position = await repository.last_position(session, kind, series) + 1
        prefix = says.invoice_prefix if kind == INVOICE else says.credit_note_prefix
        buyer = address_lines(address)
        contents = {
            **sums,
            "seller": seller(shop, language, self._shop_name),
            "buyer": {"lines": buyer, "email": order["email"]},
            "order": {"number": order["number"], "placed_at": _text(order["placed_at"])},
            "reason": reason,
            "corrects": next((each["number"] for each in known if each["cause"] == order["id"]), None),
            "payments": list(paid),
            "zone": self._zone.key,
        }
        row = {
            "tenant_id": current_tenant(),
            "id": new_id("inv"),
            "kind": kind,
            "series": series,
            "position": position,
            "number": numbered(prefix, series, position),
            "order_id": order["id"],
            "order_number": order["number"],
            "cause": cause,
            "issued_at": now,
            "language": language,
            "buyer": (buyer[0] if buyer else "")[:255],
            "currency": order["currency"],
            "total": sums["total"],
            "tax": sums["tax"],
            "contents": contents,
        }
        await repository.add(session, row)
        return row

    def _after(self, known: Sequence[Json]) -> datetime:
        """Now, but later than an order's last document: a clock that was put back must not change their order."""
        now = self._clock.now()
        return max(now, known[-1]["issued_at"] + timedelta(microseconds=1)) if known else now


def numbered(prefix: str, series: int, position: int) -> str:
    """`INV-00042`, or `INV-2026-00042` in the series of a year."""
    return f"{prefix}{series}-{position:05d}" if series else f"{prefix}{position:05d}"


def _paid(entry: Mapping[str, Any]) -> Json:
    return {"method": entry["method"], "amount": entry["amount"], "at": _text(entry["created_at"])}


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None
