"""Saving, choosing and deleting payment methods."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database
from common.money import Money
from common.pagination import Page, decode_cursor, encode_cursor
from user_service.app.audit.service import AuditLog
from user_service.app.gift_cards.limits import CodeLimits
from user_service.app.gift_cards.schemas import GiftCard
from user_service.app.gift_cards.service import GiftCards
from user_service.app.payment_methods import models, repository, schemas
from user_service.app.payment_methods.card_numbers import holds_card_number
from user_service.app.payment_methods.errors import (
    CardExpired,
    GiftCardNotEmpty,
    PaymentMethodNotFound,
    RawCardRefused,
    WalletFull,
)

MOST_METHODS = 20
GIFT_CARD = "gift_card"  # the type, and the provider who charges it: order_service's


@dataclass(frozen=True)
class Wallet:
    """A gift card's entry has the card's own id."""

    database: Database
    cards: GiftCards
    limits: CodeLimits
    audit: AuditLog
    clock: Clock

    async def save(self, user_id: str, given: schemas.PaymentMethodCreate) -> schemas.PaymentMethod:
        """Save a method; the first one becomes the default."""
        async with self.database.unit_of_work() as session:
            return await self.add(session, user_id, given)

    async def add(
        self, session: AsyncSession, user_id: str, given: schemas.PaymentMethodCreate
    ) -> schemas.PaymentMethod:
        if given.exp_month and given.exp_year and self._has_expired(given.exp_month, given.exp_year):
            raise CardExpired
        values = given.model_dump(exclude={"token", "is_default"})
        method = models.PaymentMethod(user_id=user_id, provider_token=given.token, is_default=False, **values)
        await self._put(session, method, by_default=given.is_default)
        return shown(method, {})

    async def claim(self, user_id: str, given: schemas.GiftCardClaim, network_address: str) -> schemas.PaymentMethod:
        """Put a gift card into the wallet by its code; again changes nothing."""
        await self.limits.admit(user_id, network_address)
        async with self.database.unit_of_work() as session:
            card = await self.cards.claim(session, user_id, given.code)
            method = await repository.of_user(session, user_id, card.id)
            if method is None:
                method = await self.put_gift_card(session, user_id, card, by_default=given.is_default)
                await self.audit.record(session, "gift_card.claimed", actor_id=user_id, subject_id=card.id)
            return shown(method, {card.id: card})

    async def put_gift_card(
        self, session: AsyncSession, user_id: str, card: GiftCard, *, by_default: bool = False
    ) -> models.PaymentMethod:
        """The wallet's entry of a card that is this person's; WalletFull where there is no room."""
        ends = card.expires_at
        method = models.PaymentMethod(
            id=card.id,
            user_id=user_id,
            type=GIFT_CARD,
            provider=GIFT_CARD,
            provider_token=card.id,
            last4=card.last4,
            exp_month=ends.month if ends else None,
            exp_year=ends.year if ends else None,
            is_default=False,
        )
        await self._put(session, method, by_default=by_default)
        return method

    async def bring_in(
        self, session: AsyncSession, user_id: str, method_id: str, given: schemas.PaymentMethodCreate
    ) -> None:
        """A method saved in another shop, under the id it had there; also one that has expired meanwhile."""
        values = given.model_dump(exclude={"token", "is_default"})
        method = models.PaymentMethod(
            id=method_id, user_id=user_id, provider_token=given.token, is_default=False, **values
        )
        await self._put(session, method, by_default=given.is_default)

    async def _put(self, session: AsyncSession, method: models.PaymentMethod, *, by_default: bool) -> None:
        saved = await repository.count_of(session, method.user_id)
        if saved >= MOST_METHODS:
            raise WalletFull
        repository.add(session, method)
        await session.flush()
        if by_default or not saved:
            await repository.make_default(session, method.user_id, method.id)
            await session.refresh(method)

    def _has_expired(self, month: int, year: int) -> bool:
        now = self.clock.now()
        return (year, month) < (now.year, now.month)

    async def page(self, user_id: str, limit: int, cursor: str | None) -> Page[schemas.PaymentMethod]:
        after = decode_cursor(cursor, (str,))[0] if cursor else None
        async with self.database.reading() as session:
            methods = await repository.page(session, user_id, after, limit + 1)
            cards = await self._cards_of(session, methods)
        items = [shown(method, cards) for method in methods[:limit]]
        return Page(items=items, next_cursor=encode_cursor(items[-1].id) if len(methods) > limit else None)

    async def _cards_of(self, session: AsyncSession, methods: Sequence[models.PaymentMethod]) -> dict[str, GiftCard]:
        return await self.cards.of(session, [method.id for method in methods if method.type == GIFT_CARD])

    async def get(self, user_id: str, method_id: str) -> schemas.PaymentMethod:
        async with self.database.reading() as session:
            method = await _own(session, user_id, method_id)
            return shown(method, await self._cards_of(session, [method]))

    async def chargeable(self, user_id: str, method_id: str) -> schemas.ChargeablePaymentMethod:
        """With the provider's token, for the service that charges it."""
        async with self.database.reading() as session:
            method = await _own(session, user_id, method_id)
            seen = shown(method, await self._cards_of(session, [method]))
        return schemas.ChargeablePaymentMethod(**seen.model_dump(), provider_token=method.provider_token)

    async def use_by_default(self, user_id: str, method_id: str) -> schemas.PaymentMethod:
        async with self.database.unit_of_work() as session:
            method = await _own(session, user_id, method_id)
            await repository.make_default(session, user_id, method_id)
            await session.refresh(method)
            return shown(method, await self._cards_of(session, [method]))

    async def delete(self, user_id: str, method_id: str) -> None:
        """Delete a method; when it was the default, the oldest one left takes its place."""
        async with self.database.unit_of_work() as session:
            method = await _own(session, user_id, method_id)
            cards = await self._cards_of(session, [method])
            if any(card.balance.amount for card in cards.values()):
                raise GiftCardNotEmpty
            await repository.remove(session, user_id, method_id)
            left = await repository.page(session, user_id, None, 1)
            if method.is_default and left:
                await repository.make_default(session, user_id, left[0].id)


async def _own(session: AsyncSession, user_id: str, method_id: str) -> models.PaymentMethod:
    method = await repository.of_user(session, user_id, method_id)
    if method is None:
        raise PaymentMethodNotFound
    return method


def refuse_card_numbers(body: Any) -> None:
    """RawCardRefused before anything of it could end up in an error, a log or a table."""
    if isinstance(body, dict) and body.get("type") == GIFT_CARD:
        body = {name: value for name, value in body.items() if name != "code"}
    if holds_card_number(body):
        raise RawCardRefused


def shown(method: models.PaymentMethod, cards: Mapping[str, GiftCard]) -> schemas.PaymentMethod:
    """`cards`: the gift cards among what is shown, by id."""
    expiry = f"{method.exp_month:02d}/{method.exp_year}" if method.exp_month and method.exp_year else None
    card = cards.get(method.id)
    return schemas.PaymentMethod(
        id=method.id,
        type=method.type,
        provider=method.provider,
        brand=method.brand,
        last4=method.last4,
        exp=expiry,
        is_default=method.is_default,
        balance=_payable(card) if card is not None else None,
        status=card.status if card is not None else None,
    )


def _payable(card: GiftCard) -> Money:
    return Money(amount=card.balance.amount - card.reserved.amount, currency=card.balance.currency)
