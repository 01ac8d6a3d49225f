"""The transactions that begin, turn and end a checkout; each is all there is to that step."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, retrying
from common.events import publish
from common.money import money
from order_service.app.audit import service as audit
from order_service.app.carts import ordering as carts
from order_service.app.checkout.errors import CartChanged
from order_service.app.checkout.service.draft import Placing
from order_service.app.mails import service as mails
from order_service.app.orders import numbers, progress
from order_service.app.orders.states import PAID, PENDING, PLACED, REFUNDED, REFUSED, UNPAID
from order_service.app.payments import service as payments
from order_service.app.payments.states import CAPTURED
from order_service.app.promotions import redeeming
from order_service.app.promotions.redeeming import Customer

Json = dict[str, Any]


class EndedByRival(Exception):
    """Somebody else ended this checkout: what they wrote is the truth."""


class Endings:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @retrying
    async def begin(self, placing: Placing) -> None:
        """Step 1: the order, `placing`, with all ids that anybody will be called with."""
        order = placing.order
        async with self._database.unit_of_work() as session:
            if not await carts.claim(session, order["cart_id"], placing.cart_version, placing.id):
                raise CartChanged("The cart changed while the order was drawn up.")
            await progress.record(session, order, placing.lines)
            await payments.attempt(session, placing.payment)
            await self._use_promotions(session, order)  # last, since all who use one wait for its row

    async def _use_promotions(self, session: AsyncSession, order: Json) -> None:
        used = [discount["promotion_id"] for discount in order["discounts"]]
        customer = Customer(order["customer_id"], email=order["email"])
        await redeeming.use(session, used, order["id"], customer, self._clock.now())

    async def place(self, placing: Placing) -> None:
        """Step 5: paid. The order gets its number, the money is booked, the news and the mail are due."""
        await self._place(placing, await numbers.taken_before(self._database))

    @retrying
    async def _place(self, placing: Placing, number: str | None) -> None:
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            number = await progress.place(session, placing.id, number, now)
            if number is None:
                raise EndedByRival(placing.id)
            entry = await payments.book_payment(session, placing.payment)
            await carts.close(session, placing.order["cart_id"], placing.id)
            await mails.queue(session, placing.id, mails.CONFIRMATION)
            await publish(session, "order.placed", placing.id, _placed(placing, number))
            await publish(session, "payment.captured", placing.payment["id"], _paid(placing))
            await self._audit(session, placing, "order.placed", number=number, total=placing.order["total"])
            states = {"checkout_state": PLACED, "status": PENDING, "payment_status": PAID}
            order = {**placing.order, **states, "number": number, "placed_at": now, "updated_at": now}
            ledger = [*placing.ledger, entry]
            if placing.remember is not None:
                await placing.remember(session, order, ledger)
        placing.order, placing.ledger = order, ledger

    @retrying
    async def decide_refusal(self, placing: Placing, refusal: Json) -> None:
        """From here on everything is undone, whoever goes on with it."""
        async with self._database.unit_of_work() as session:
            if not await progress.decide_refusal(session, placing.id, refusal, self._clock.now()):
                raise EndedByRival(placing.id)
        placing.order["refusal"] = refusal

    @retrying
    async def refuse(self, placing: Placing, refusal: Json, payment_status: str | None) -> None:
        """The end without a deal: the cart is its shopper's again."""
        now = self._clock.now()
        balance = REFUNDED if payment_status == CAPTURED else UNPAID
        async with self._database.unit_of_work() as session:
            if not await progress.refuse(session, placing.id, refusal, balance, now):
                raise EndedByRival(placing.id)
            if payment_status is not None:
                await payments.note_status(session, placing.payment["id"], payment_status)
            await carts.give_back(session, placing.order["cart_id"], placing.id)
            if placing.order["discounts"]:
                await redeeming.give_back(session, placing.id)
            await publish(session, "order.refused", placing.id, {"order_id": placing.id, "code": refusal["code"]})
            await self._audit(session, placing, "order.refused", code=refusal["code"])
        placing.order.update(
            checkout_state=REFUSED, status=REFUSED, payment_status=balance, refusal=refusal, updated_at=now
        )

    @retrying
    async def book_unwanted(self, placing: Placing) -> Json:
        """Money was taken though there is no deal: write it down, and the refund that is to follow."""
        async with self._database.unit_of_work() as session:
            known = await payments.refunds_of(session, placing.id)
            if known:
                return known[0]
            await payments.book_payment(session, placing.payment)
            [refund] = await payments.open_refunds(session, placing.id, "the checkout was undone")
            return refund

    @retrying
    async def book_refund(self, placing: Placing, refund: Json) -> None:
        async with self._database.unit_of_work() as session:
            if await payments.book_refund(session, refund, placing.payment):
                await publish(session, "payment.refunded", placing.payment["id"], _refunded(placing, refund))
                await self._audit(session, placing, "payment.refunded", refund=refund["id"], amount=refund["amount"])

    @retrying
    async def look_again(self, placing: Placing, seconds: float) -> None:
        """Give the lease up, so that the recovery loop goes on from here."""
        now = self._clock.now()
        until = now + timedelta(seconds=seconds)
        async with self._database.unit_of_work() as session:
            if await progress.take_over(session, placing.id, placing.order["lease_until"], until, now):
                placing.order["lease_until"] = until

    @retrying
    async def review(self, placing: Placing, seconds: float) -> None:
        """Nobody can say what became of the payment: staff see it, and its shopper may begin another cart."""
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            await progress.review(session, placing.id, now + timedelta(seconds=seconds), now)
            await carts.set_aside(session, placing.order["cart_id"], placing.id)

    async def _audit(self, session: AsyncSession, placing: Placing, action: str, **detail: Any) -> None:
        actor_id = placing.order["customer_id"]
        await audit.record(session, action, actor_id=actor_id, subject_id=placing.id, **detail)


def _placed(placing: Placing, number: str) -> Json:
    order = placing.order
    return {
        "order_id": placing.id,
        "number": number,
        "customer_id": order["customer_id"],
        "language": order["language"],
        "total": money(order["total"], order["currency"]),
        "lines": [
            {"product_id": line["product_id"], "variant_id": line["variant_id"], "quantity": line["quantity"]}
            for line in placing.lines
        ],
    }


def _paid(placing: Placing) -> Json:
    payment = placing.payment
    amount = money(payment["amount"], payment["currency"])
    return {"order_id": placing.id, "payment_id": payment["id"], "amount": amount, "method": payment["method"]}


def _refunded(placing: Placing, refund: Json) -> Json:
    return {**_paid(placing), "refund_id": refund["id"], "amount": money(refund["amount"], refund["currency"])}
