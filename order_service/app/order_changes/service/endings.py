"""The transactions that begin, turn and end a change; each is all there is to that step."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, retrying
from common.events import publish
from common.money import money
from order_service.app.after_sales import service as after_sales
from order_service.app.after_sales.states import MADE, PAYMENT_REVIEW, REFUSED, RUNNING, UNFINISHED
from order_service.app.audit import service as audit
from order_service.app.checkout.service.endings import EndedByRival
from order_service.app.checkout.service.paying import paid_by
from order_service.app.order_changes.service import effects
from order_service.app.order_changes.service.changing import Changing, Draw, Plan
from order_service.app.order_changes.service.drawing import change_row, payment_row
from order_service.app.orders import changing as orders_changing
from order_service.app.orders import progress
from order_service.app.orders import service as orders
from order_service.app.payments import service as payments
from order_service.app.payments.states import CAPTURED
from order_service.app.refunds.errors import RefundExceedsPayment

Json = dict[str, Any]


class ChangeEndings:
    """`lease` is for how many seconds a silent change is left to whoever works on it."""

    def __init__(self, database: Database, clock: Clock, *, lease: float) -> None:
        self._database = database
        self._clock = clock
        self._lease = timedelta(seconds=lease)

    async def begin(self, changing: Changing) -> None:
        """The change, with all ids that anybody will be called with; or what was begun under its key before."""
        if changing.plan is None or changing.draw is None:
            raise ValueError("only what was planned can begin")
        known, changing.change, changing.payment = await self._begun(changing.plan, changing.draw)
        changing.begun_before = known

    @retrying
    async def _begun(self, plan: Plan, draw: Draw) -> tuple[bool, Json, Json | None]:
        """(whether it was there already, the change, its payment)"""
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            order = await progress.locked(session, plan.order_id)
            known = await after_sales.changes.by_key(session, plan.order_id, plan.request_key)
            if known is not None:
                return True, known, None
            facts = await orders.facts_of(session, plan.order_id)
            plan.action.require(plan.caller, order, facts)
            lines = await orders.lines_of(session, plan.order_id)
            paid = await payments.payments_of(session, plan.order_id)
            drawn = draw(order, lines, [payment for payment in paid if payment["status"] == CAPTURED])
            if -drawn.difference > facts.refundable:
                raise RefundExceedsPayment(left=money(facts.refundable, order["currency"]))
            payment = payment_row(order, drawn, len(paid), now)
            change = change_row(order, plan.caller, plan.request_key, drawn, now)
            change |= {"lease_until": now + self._lease, "payment_id": payment["id"] if payment is not None else None}
            await after_sales.changes.add(session, change)
            if payment is not None:
                await payments.attempt(session, payment)
            await orders_changing.begin(session, plan.order_id, change["id"], now)
            return False, change, payment

    @retrying
    async def place(self, changing: Changing) -> None:
        """Paid, and the stock is ours: the order becomes what was asked for, and what the shop owes is written down."""
        change, now = changing.change, self._clock.now()
        made = {"state": MADE, "made_at": now, "updated_at": now, "lease_until": now + self._lease}
        async with self._database.unit_of_work() as session:
            order = await progress.locked(session, change["order_id"])
            if not await after_sales.changes.decide(session, changing.id, UNFINISHED, **made):
                raise EndedByRival(changing.id)
            await orders_changing.end(session, order["id"], changing.id, now)
            if changing.payment is not None:
                await payments.book_payment(session, changing.payment)
                await publish(session, "payment.captured", changing.payment["id"], _paid(changing))
            await effects.of(session, order, change, changing.payment, now)
        change.update(made)

    @retrying
    async def decide_refusal(self, changing: Changing, refusal: Json) -> None:
        """From here on everything is undone, whoever goes on with it."""
        async with self._database.unit_of_work() as session:
            if not await after_sales.changes.decide(session, changing.id, UNFINISHED, refusal=refusal):
                raise EndedByRival(changing.id)
        changing.change["refusal"] = refusal

    @retrying
    async def refuse(self, changing: Changing, refusal: Json, payment_status: str | None) -> None:
        """The end without a change: the order is as it was."""
        change, now = changing.change, self._clock.now()
        refused = {"state": REFUSED, "refusal": refusal, "updated_at": now, "lease_until": None}
        async with self._database.unit_of_work() as session:
            await progress.locked(session, change["order_id"])
            if not await after_sales.changes.move(session, changing.id, UNFINISHED, **refused):
                raise EndedByRival(changing.id)
            await orders_changing.end(session, change["order_id"], changing.id, now)
            if changing.payment is not None and payment_status is not None:
                await payments.note_status(session, changing.payment["id"], payment_status)
            detail = {"change": changing.id, "kind": change["kind"], "code": refusal["code"]}
            await self._audit(session, change, "order.change_refused", **detail)
        change.update(refused)

    @retrying
    async def book_unwanted(self, changing: Changing) -> Json:
        """Money was taken though nothing is changed: write it down, and the refund that is to follow."""
        payment, order_id = paid_by(changing), changing.reference
        async with self._database.unit_of_work() as session:
            await progress.locked(session, order_id)
            known = await payments.refunds_of(session, order_id)
            for refund in known:
                if refund["payment_id"] == payment["id"]:
                    return refund
            await payments.book_payment(session, payment)
            left, reason = [(payment, payment["amount"])], "the change was undone"
            [refund] = await payments.split_refund(session, left, payment["amount"], reason, changing.id)
            return refund

    @retrying
    async def book_refund(self, changing: Changing, refund: Json) -> None:
        payment = paid_by(changing)
        async with self._database.unit_of_work() as session:
            if await payments.book_refund(session, refund, payment):
                news = {**_paid(changing), "refund_id": refund["id"]}
                await publish(session, "payment.refunded", payment["id"], news)
                detail = {"refund": refund["id"], "amount": refund["amount"]}
                await self._audit(session, changing.change, "payment.refunded", **detail)

    @retrying
    async def look_again(self, changing: Changing, seconds: float) -> None:
        """Give the lease up, so that the recovery loop goes on from here."""
        until = self._clock.now() + timedelta(seconds=seconds)
        async with self._database.unit_of_work() as session:
            if await after_sales.changes.take_over(session, changing.id, changing.change["lease_until"], until):
                changing.change["lease_until"] = until

    @retrying
    async def review(self, changing: Changing, seconds: float) -> None:
        """Nobody can say what became of the payment: staff see it, the question is asked again."""
        later = {"state": PAYMENT_REVIEW, "lease_until": self._clock.now() + timedelta(seconds=seconds)}
        async with self._database.unit_of_work() as session:
            await after_sales.changes.move(session, changing.id, (RUNNING, PAYMENT_REVIEW), **later)

    async def _audit(self, session: AsyncSession, row: Json, action: str, **detail: Any) -> None:
        await audit.record(session, action, actor_id=row["actor_id"], subject_id=row["order_id"], **detail)


def _paid(changing: Changing) -> Json:
    payment = paid_by(changing)
    amount = money(payment["amount"], payment["currency"])
    named = {"order_id": changing.reference, "change_id": changing.id, "payment_id": payment["id"]}
    return named | {"amount": amount, "method": payment["method"]}
