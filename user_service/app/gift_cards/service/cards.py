"""Making, claiming, correcting and showing gift cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database
from common.idempotency import KeyReused
from common.money import Money
from common.pagination import Page, decode_cursor, encode_cursor
from user_service.app.gift_cards import models, repository, schemas
from user_service.app.gift_cards.codes import code_hash
from user_service.app.gift_cards.errors import (
    AdjustmentTooLarge,
    GiftCardNotFound,
    GiftCardNotUsable,
    GiftCardTaken,
    UnknownGiftCardCode,
)


@dataclass(frozen=True)
class NewCard:
    """A card to be: `code` None where nobody is ever to type one, `reference` under which it is made once."""

    id: str
    balance: Money
    reference: str
    last4: str
    actor_id: str
    code: str | None = None
    owner_id: str | None = None
    expires_at: datetime | None = None
    reason: str | None = None
    wish: str | None = None


@dataclass(frozen=True)
class GiftCards:
    database: Database
    clock: Clock

    async def make(self, session: AsyncSession, new: NewCard) -> schemas.GiftCard:
        """The card and the ledger row of what is on it. IntegrityError when the id or the reference is known."""
        card = models.GiftCard(
            id=new.id,
            code_hash=code_hash(new.code) if new.code else None,
            last4=new.last4,
            currency=new.balance.currency,
            balance=new.balance.amount,
            expires_at=new.expires_at,
            owner_id=new.owner_id,
            wish=new.wish,
        )
        repository.add(session, card)
        issued = {"amount": new.balance.amount, "actor_id": new.actor_id, "reason": new.reason}
        _note(session, card.id, models.ISSUE, new.reference, **issued)
        await session.flush()
        return self.shown(card)

    async def issued_as(self, session: AsyncSession, reference: str, wish: str) -> schemas.GiftCard | None:
        """The card that was issued under this reference; KeyReused when something else was asked for then."""
        entry = await repository.entry(session, models.ISSUE, reference)
        card = await repository.by_id(session, entry.gift_card_id) if entry is not None else None
        if card is not None and card.wish != wish:
            raise KeyReused
        return self.shown(card) if card is not None else None

    async def claim(self, session: AsyncSession, user_id: str, code: str) -> schemas.GiftCard:
        """Whose code it is becomes its owner; again changes nothing."""
        card = await repository.by_code(session, code_hash(code))
        if card is None:
            raise UnknownGiftCardCode
        if self._status(card) != models.ACTIVE:
            raise GiftCardNotUsable
        if card.owner_id != user_id and not await repository.claim(session, card.id, user_id):
            raise GiftCardTaken
        return await self.read(session, card.id)

    async def adjust(
        self, session: AsyncSession, card_id: str, amount: Money, *, reference: str, actor_id: str, reason: str
    ) -> bool:
        """Change the balance by hand, once per reference; False when that was done before."""
        card = await self._card(session, card_id)
        known = await repository.entry(session, models.ADJUSTMENT, reference)
        if known is not None:
            if (known.gift_card_id, known.amount, known.reason) != (card_id, amount.amount, reason):
                raise KeyReused
            return False
        if card.currency != amount.currency or not await repository.change_balance(session, card_id, amount.amount):
            raise AdjustmentTooLarge
        _note(session, card_id, models.ADJUSTMENT, reference, amount=amount.amount, actor_id=actor_id, reason=reason)
        await session.flush()
        return True

    async def set_status(self, session: AsyncSession, card_id: str, status: str) -> bool:
        """False when it has this status already."""
        await self._card(session, card_id)
        return await repository.set_status(session, card_id, status)

    async def of(self, session: AsyncSession, card_ids: Sequence[str]) -> dict[str, schemas.GiftCard]:
        cards = await repository.by_ids(session, card_ids) if card_ids else ()
        return {card.id: self.shown(card) for card in cards}

    async def read(self, session: AsyncSession, card_id: str) -> schemas.GiftCard:
        return self.shown(await self._card(session, card_id))

    async def by_code(self, code: str) -> schemas.GiftCard:
        async with self.database.reading() as session:
            card = await repository.by_code(session, code_hash(code))
        if card is None:
            raise UnknownGiftCardCode
        return self.shown(card)

    async def page(self, limit: int, cursor: str | None, equal: dict[str, str]) -> Page[schemas.GiftCard]:
        before = decode_cursor(cursor, (str,))[0] if cursor else None
        async with self.database.reading() as session:
            cards = await repository.page(session, equal=equal, before=before, limit=limit + 1)
        items = [self.shown(card) for card in cards[:limit]]
        return Page(items=items, next_cursor=encode_cursor(items[-1].id) if len(cards) > limit else None)

    async def detail(self, card_id: str, limit: int, cursor: str | None) -> schemas.GiftCardDetail:
        before = decode_cursor(cursor, (str,))[0] if cursor else None
        async with self.database.reading() as session:
            card = await self._card(session, card_id)
            entries = await repository.ledger(session, card_id, before, limit + 1)
        items = [_entry(entry, card.currency) for entry in entries[:limit]]
        more = encode_cursor(items[-1].id) if len(entries) > limit else None
        return schemas.GiftCardDetail(
            **self.shown(card).model_dump(), ledger=Page[schemas.GiftCardEntry](items=items, next_cursor=more)
        )

    async def _card(self, session: AsyncSession, card_id: str) -> models.GiftCard:
        card = await repository.by_id(session, card_id)
        if card is None:
            raise GiftCardNotFound
        return card

    def _status(self, card: models.GiftCard) -> schemas.GiftCardStatus:
        if card.status == models.DEACTIVATED:
            return "deactivated"
        return "expired" if card.expires_at is not None and card.expires_at <= self.clock.now() else "active"

    def shown(self, card: models.GiftCard) -> schemas.GiftCard:
        return schemas.GiftCard(
            id=card.id,
            last4=card.last4,
            balance=Money(amount=card.balance, currency=card.currency),
            reserved=Money(amount=card.reserved, currency=card.currency),
            status=self._status(card),
            expires_at=card.expires_at,
            owner_id=card.owner_id,
            created_at=card.created_at,
        )


def _note(session: AsyncSession, card_id: str, kind: str, reference: str, **values: object) -> None:
    repository.add(session, models.GiftCardEntry(gift_card_id=card_id, type=kind, reference=reference, **values))


def _entry(entry: models.GiftCardEntry, currency: str) -> schemas.GiftCardEntry:
    return schemas.GiftCardEntry.model_validate(
        {
            "id": entry.id,
            "type": entry.type,
            "amount": Money(amount=entry.amount, currency=currency),
            "reserved": Money(amount=entry.reserved, currency=currency),
            "reference": entry.reference,
            "order_id": entry.order_id,
            "actor_id": entry.actor_id,
            "reason": entry.reason,
            "created_at": entry.created_at,
        }
    )
