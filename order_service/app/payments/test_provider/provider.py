"""The test provider: a payment provider that can be told how to behave, faults included."""

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError

from common.clock import Clock
from common.database import Database
from order_service.app.payments.providers.port import (
    CreditRefused,
    CreditRequest,
    OutcomeUnknown,
    PaymentRequest,
    PaymentState,
    ProviderPayment,
    RefundRequest,
)
from order_service.app.payments.test_provider import books
from order_service.app.payments.test_provider.behaviours import BEHAVIOURS, Behaviour

PENDING, AUTHORISED, CAPTURED, DECLINED, VOIDED = PaymentState


class NotInProduction(RuntimeError):
    """The test provider takes no real money."""

    def __init__(self) -> None:
        super().__init__(
            "The test payment provider does not run with ENV=production: name others in PAYMENT_PROVIDERS."
        )


class RefundRefused(RuntimeError):
    """More was to be given back than was taken: somebody's books are wrong."""


class TestProvider:
    """`timeout` is how long a caller waits for an answer that never comes, `late` how late a late one is (seconds)."""

    __test__ = False
    name = "test"
    key_lifetime = 24 * 3600.0
    saved_only = False

    def __init__(self, database: Database, clock: Clock, *, env: str, timeout: float, late: float) -> None:
        if env == "production":
            raise NotInProduction
        self._database = database
        self._clock = clock
        self._timeout = timeout
        self._late = timedelta(seconds=late)

    def accepts(self, token: str) -> bool:
        return token in BEHAVIOURS

    async def authorise(self, request: PaymentRequest) -> ProviderPayment:
        behaviour = BEHAVIOURS[request.token]
        if behaviour.loses_authorise:
            await self._no_answer()
        state = PENDING if behaviour.late else DECLINED if behaviour.declines else AUTHORISED
        known = await self._open(request, state)
        if behaviour.silent_on_authorise or behaviour.late:
            await self._no_answer()
        return known

    async def capture(self, payment_id: str) -> ProviderPayment:
        async with self._database.unit_of_work() as session:
            row = await books.payment(session, payment_id, lock=True)
            state, behaviour = self._state(row), _behaviour(row)
            if state is AUTHORISED:
                state = DECLINED if behaviour.declines_capture else CAPTURED
                await books.move(session, payment_id, state)
        if behaviour.silent_on_capture:
            await self._no_answer()
        return _payment(payment_id, state)

    async def void(self, payment_id: str) -> ProviderPayment:
        async with self._database.unit_of_work() as session:
            row = await books.payment(session, payment_id, lock=True)
            if row is None:
                await books.add_payment(session, payment_id, 0, "", "", VOIDED, self._clock.now())
                return _payment(payment_id, VOIDED)
            state = self._state(row)
            silent = _behaviour(row).silent_on_questions
            if state in (AUTHORISED, PENDING) and not silent:
                state = VOIDED
                await books.move(session, payment_id, state)
        if silent:
            await self._no_answer()
        return _payment(payment_id, state)

    async def refund(self, request: RefundRequest) -> None:
        async with self._database.unit_of_work() as session:
            row = await books.payment(session, request.payment_id, lock=True)
            known = await books.refund(session, request.refund_id) is not None
            if not known:
                taken = row.amount if row is not None and self._state(row) is CAPTURED else 0
                if await books.refunded(session, request.payment_id) + request.amount > taken:
                    raise RefundRefused(f"{request.refund_id}: {request.amount} of {taken}")
                await books.add_refund(session, request.refund_id, request.payment_id, request.amount)
        if not known and _behaviour(row).silent_on_refund:
            await self._no_answer()

    async def credit(self, request: CreditRequest) -> None:
        behaviour = BEHAVIOURS.get(request.token)
        if behaviour is None or behaviour.declines:
            raise CreditRefused("This card takes no money.")
        given = (request.amount, request.currency, request.token)
        try:
            async with self._database.one_write() as session:
                await books.add_credit(session, request.credit_id, *given)
        except IntegrityError as error:  # this id was here before
            async with self._database.reading() as session:
                known = await books.credit(session, request.credit_id)
            if (known.amount, known.currency, known.token) != given:
                raise CreditRefused(f"{request.credit_id} was another credit.") from error
            return
        if behaviour.silent_on_refund:
            await self._no_answer()

    async def adopt(self, request: PaymentRequest) -> None:
        await self._open(request, CAPTURED)

    async def find(self, payment_id: str) -> ProviderPayment | None:
        async with self._database.reading() as session:
            row = await books.payment(session, payment_id)
        if row is None:
            return None
        if _behaviour(row).silent_on_questions:
            await self._no_answer()
        return _payment(payment_id, self._state(row))

    async def _open(self, request: PaymentRequest, state: PaymentState) -> ProviderPayment:
        ready_at = self._clock.now() + (self._late if state is PENDING else timedelta())
        try:
            async with self._database.one_write() as session:
                await books.add_payment(
                    session, request.payment_id, request.amount, request.currency, request.token, state, ready_at
                )
        except IntegrityError:  # this id was here before: its first answer stands
            async with self._database.reading() as session:
                state = self._state(await books.payment(session, request.payment_id))
        return _payment(request.payment_id, state)

    def _state(self, row: Any) -> PaymentState:
        """A late authorisation is one once its time has come."""
        state = PaymentState(row.state)
        return AUTHORISED if state is PENDING and row.ready_at <= self._clock.now() else state

    async def _no_answer(self) -> None:
        await asyncio.sleep(self._timeout)
        raise OutcomeUnknown(f"{self.name} did not answer")


def _behaviour(row: Any) -> Behaviour:
    return BEHAVIOURS.get(row.token, Behaviour())


def _payment(payment_id: str, state: PaymentState) -> ProviderPayment:
    return ProviderPayment(payment_id, state, "The card was declined." if state is DECLINED else "")
