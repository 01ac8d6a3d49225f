"""Gift cards as a means of payment: hold, capture, void, refund, credit. Each may be repeated: its id makes it once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, retrying
from common.money import Money
from user_service.app.gift_cards import models, repository, schemas
from user_service.app.gift_cards.errors import (
    BalanceTooLow,
    CardDeactivated,
    CardExpired,
    CardOfOtherCurrency,
    CreditImpossible,
    GiftCardNotFound,
    GiftCardPaymentNotFound,
    PaymentIdReused,
    RefundExceedsPayment,
)


@dataclass(frozen=True)
class GiftCardPayments:
    database: Database
    clock: Clock

    async def hold(self, card_id: str, payment_id: str, order_id: str, amount: Money) -> schemas.GiftCardPayment:
        """Promise the money, or GiftCardDeclined. A payment that was voided before it came stays void."""
        try:
            return await self._hold(card_id, payment_id, order_id, amount)
        except IntegrityError:  # the id is known: the same question gets the same answer
            return await self._known(card_id, payment_id, amount)

    @retrying
    async def _hold(self, card_id: str, payment_id: str, order_id: str, amount: Money) -> schemas.GiftCardPayment:
        row = models.GiftCardPayment(
            id=payment_id, gift_card_id=card_id, order_id=order_id, amount=amount.amount, refunded=0, state=models.HELD
        )
        now = self.clock.now()
        async with self.database.unit_of_work() as session:
            repository.add(session, row)
            await session.flush()
            if not await repository.reserve(session, card_id, amount.amount, amount.currency, now):
                raise await _decline(session, card_id, amount.currency, now)
            _note(session, row, models.HOLD, payment_id, reserved=amount.amount)
        return _shown(row)

    async def adopt(self, card_id: str, payment_id: str, order_id: str, amount: Money) -> schemas.GiftCardPayment:
        """A payment from before the shop moved in, captured there: no money moves, and it can be refunded here."""
        try:
            return await self._adopt(card_id, payment_id, order_id, amount)
        except IntegrityError:
            return await self._known(card_id, payment_id, amount)

    @retrying
    async def _adopt(self, card_id: str, payment_id: str, order_id: str, amount: Money) -> schemas.GiftCardPayment:
        row = models.GiftCardPayment(
            id=payment_id, gift_card_id=card_id, order_id=order_id, amount=amount.amount, refunded=0
        )
        row.state = models.CAPTURED
        async with self.database.unit_of_work() as session:
            await _card_of(session, card_id, amount.currency)
            repository.add(session, row)
        return _shown(row)

    async def _known(self, card_id: str, payment_id: str, amount: Money) -> schemas.GiftCardPayment:
        """Asked of the writer, who also knows what is just being committed."""
        async with self.database.unit_of_work() as session:
            row = await _find(session, payment_id)
            if row.gift_card_id is not None:
                if (row.gift_card_id, row.amount) != (card_id, amount.amount):
                    raise PaymentIdReused
                await _card_of(session, card_id, amount.currency)
            return _shown(row)

    @retrying
    async def capture(self, payment_id: str) -> schemas.GiftCardPayment:
        """Take what was promised; what is captured or void already says so."""
        async with self.database.unit_of_work() as session:
            row = await _find(session, payment_id)
            if await repository.end_payment(session, payment_id, models.CAPTURED):
                await repository.spend(session, str(row.gift_card_id), row.amount)
                _note(session, row, models.CAPTURE, payment_id, amount=-row.amount, reserved=-row.amount)
            return _shown(await _find(session, payment_id))

    async def void(self, payment_id: str) -> schemas.GiftCardPayment:
        """Let go of what was promised; an unknown payment is refused from now on, should its hold arrive late."""
        try:
            return await self._void(payment_id)
        except IntegrityError:  # its hold arrived in this very moment
            return await self._void(payment_id)

    @retrying
    async def _void(self, payment_id: str) -> schemas.GiftCardPayment:
        async with self.database.unit_of_work() as session:
            row = await repository.payment(session, payment_id)
            if row is None:
                row = models.GiftCardPayment(id=payment_id, amount=0, refunded=0, state=models.VOIDED)
                repository.add(session, row)
                await session.flush()
                return _shown(row)
            if await repository.end_payment(session, payment_id, models.VOIDED):
                await repository.free(session, str(row.gift_card_id), row.amount)
                _note(session, row, models.VOID, payment_id, reserved=-row.amount)
            return _shown(await _find(session, payment_id))

    async def find(self, payment_id: str) -> schemas.GiftCardPayment:
        async with self.database.unit_of_work() as session:  # of the writer: whoever asks saw no answer to a write
            return _shown(await _find(session, payment_id))

    async def refund(self, payment_id: str, refund_id: str, amount: Money) -> schemas.GiftCardPayment:
        """Back onto the card that paid, once per refund id; it takes money also when it cannot be used any more."""
        try:
            return await self._refund(payment_id, refund_id, amount)
        except IntegrityError:  # a rival did just that
            return await self._refund(payment_id, refund_id, amount)

    @retrying
    async def _refund(self, payment_id: str, refund_id: str, amount: Money) -> schemas.GiftCardPayment:
        async with self.database.unit_of_work() as session:
            row = await _find(session, payment_id)
            if row.gift_card_id is None:
                raise RefundExceedsPayment
            known = await repository.entry(session, models.REFUND, refund_id)
            if known is not None:
                if (known.gift_card_id, known.amount) != (row.gift_card_id, amount.amount):
                    raise PaymentIdReused
                return _shown(row)
            await _card_of(session, row.gift_card_id, amount.currency)
            if not await repository.note_refunded(session, payment_id, amount.amount):
                raise RefundExceedsPayment
            _note(session, row, models.REFUND, refund_id, amount=amount.amount)
            await session.flush()
            await repository.change_balance(session, row.gift_card_id, amount.amount)
            return _shown(await _find(session, payment_id))

    async def credit(self, card_id: str, credit_id: str, order_id: str, amount: Money) -> None:
        """Money for a card that did not pay, once per credit id; CreditImpossible when it cannot be used any more."""
        try:
            await self._credit(card_id, credit_id, order_id, amount)
        except IntegrityError:
            await self._credit(card_id, credit_id, order_id, amount)

    @retrying
    async def _credit(self, card_id: str, credit_id: str, order_id: str, amount: Money) -> None:
        async with self.database.unit_of_work() as session:
            known = await repository.entry(session, models.CREDIT, credit_id)
            if known is not None:
                if (known.gift_card_id, known.amount) != (card_id, amount.amount):
                    raise PaymentIdReused
                return
            card = await _card_of(session, card_id, amount.currency)
            if card.status != models.ACTIVE or _has_expired(card, self.clock.now()):
                raise CreditImpossible
            entry = models.GiftCardEntry(gift_card_id=card_id, type=models.CREDIT, reference=credit_id)
            entry.amount, entry.order_id = amount.amount, order_id
            repository.add(session, entry)
            await session.flush()
            await repository.change_balance(session, card_id, amount.amount)


async def _find(session: AsyncSession, payment_id: str) -> models.GiftCardPayment:
    row = await repository.payment(session, payment_id)
    if row is None:
        raise GiftCardPaymentNotFound
    return row


async def _card_of(session: AsyncSession, card_id: str, currency: str) -> models.GiftCard:
    """The card, if it is of this currency; else the amount cannot be meant for it."""
    card = await repository.by_id(session, card_id)
    if card is None:
        raise GiftCardNotFound
    if card.currency != currency:
        raise CreditImpossible(f"The card holds {card.currency}.")
    return card


async def _decline(session: AsyncSession, card_id: str, currency: str, now: datetime) -> Exception:
    """Why the card does not pay."""
    card = await repository.by_id(session, card_id)
    if card is None:
        return GiftCardNotFound()
    if card.status != models.ACTIVE:
        return CardDeactivated()
    if _has_expired(card, now):
        return CardExpired()
    return CardOfOtherCurrency() if card.currency != currency else BalanceTooLow()


def _has_expired(card: models.GiftCard, now: datetime) -> bool:
    return card.expires_at is not None and card.expires_at <= now


def _note(
    session: AsyncSession,
    payment: models.GiftCardPayment,
    kind: str,
    reference: str,
    *,
    amount: int = 0,
    reserved: int = 0,
) -> None:
    entry = models.GiftCardEntry(gift_card_id=payment.gift_card_id, type=kind, reference=reference)
    entry.amount, entry.reserved, entry.order_id = amount, reserved, payment.order_id
    repository.add(session, entry)


def _shown(row: models.GiftCardPayment) -> schemas.GiftCardPayment:
    return schemas.GiftCardPayment.model_validate(
        {
            "payment_id": row.id,
            "gift_card_id": row.gift_card_id,
            "amount": row.amount,
            "refunded": row.refunded,
            "state": row.state,
        }
    )
