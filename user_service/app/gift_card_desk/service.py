"""Issuing, correcting and closing gift cards, each with a row in the audit log."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, current_tenant, retrying
from common.errors import InvalidInput
from common.ids import new_id
from common.security.caller import Caller
from user_service.app.accounts.service import AccountService
from user_service.app.audit.service import AuditLog
from user_service.app.gift_card_desk import schemas
from user_service.app.gift_cards.codes import GiftCardCodes, bare
from user_service.app.gift_cards.schemas import GiftCard
from user_service.app.gift_cards.service import GiftCards
from user_service.app.gift_cards.service.cards import NewCard
from user_service.app.payment_methods.service import Wallet
from user_service.app.shop_settings.service import ShopSettingsService


class ExpiresInThePast(InvalidInput):
    code, title = "expires_in_the_past", "The gift card would have expired already"


class OtherCurrency(InvalidInput):
    code, title = "other_currency", "Gift cards are issued in a currency the shop sells in"


@dataclass(frozen=True)
class GiftCardDesk:
    database: Database
    cards: GiftCards
    codes: GiftCardCodes
    wallet: Wallet
    accounts: AccountService
    audit: AuditLog
    clock: Clock
    settings: ShopSettingsService

    async def issue(self, caller: Caller, key: str, wanted: schemas.GiftCardIssue) -> schemas.IssuedGiftCard:
        """A card with a new code, once per key: the same key and wish get the same card and code again."""
        currencies = (await self.settings.public()).currencies
        if wanted.balance.currency not in currencies:
            raise OtherCurrency(f"This shop sells in {', '.join(currencies)}.")
        reference = _reference(caller, key)
        wish = sha256(wanted.model_dump_json().encode()).hexdigest()
        try:
            card = await self._issue(caller, reference, wish, wanted)
        except IntegrityError:  # a rival with the same key was quicker
            card = await self._issue(caller, reference, wish, wanted)
        return schemas.issued(card, self.codes.of(current_tenant(), card.id))

    @retrying
    async def _issue(self, caller: Caller, reference: str, wish: str, wanted: schemas.GiftCardIssue) -> GiftCard:
        async with self.database.unit_of_work() as session:
            known = await self.cards.issued_as(session, reference, wish)
            if known is not None:
                return known
            if wanted.expires_at is not None and wanted.expires_at <= self.clock.now():
                raise ExpiresInThePast
            if wanted.owner_id is not None:
                await self.accounts.read(session, wanted.owner_id)
            card = await self.cards.make(session, self._new(caller, reference, wish, wanted))
            if wanted.owner_id is not None:
                await self.wallet.put_gift_card(session, wanted.owner_id, card)
            detail = {"amount": wanted.balance.amount, "currency": wanted.balance.currency, "reason": wanted.reason}
            await self._audit(session, caller, "gift_card.issued", card.id, **detail, owner_id=wanted.owner_id)
            return card

    def _new(self, caller: Caller, reference: str, wish: str, wanted: schemas.GiftCardIssue) -> NewCard:
        card_id = new_id("gc")
        code = self.codes.of(current_tenant(), card_id)
        return NewCard(
            id=card_id,
            code=code,
            last4=bare(code)[-4:],
            balance=wanted.balance,
            reference=reference,
            actor_id=caller.subject_id,
            owner_id=wanted.owner_id,
            expires_at=wanted.expires_at,
            reason=wanted.reason,
            wish=wish,
        )

    async def adjust(self, caller: Caller, key: str, card_id: str, wanted: schemas.GiftCardAdjustment) -> GiftCard:
        """Correct the balance, once per key."""
        try:
            return await self._adjust(caller, _reference(caller, key), card_id, wanted)
        except IntegrityError:  # a rival with the same key was quicker
            return await self._adjust(caller, _reference(caller, key), card_id, wanted)

    @retrying
    async def _adjust(
        self, caller: Caller, reference: str, card_id: str, wanted: schemas.GiftCardAdjustment
    ) -> GiftCard:
        named = {"reference": reference, "actor_id": caller.subject_id, "reason": wanted.reason}
        async with self.database.unit_of_work() as session:
            if await self.cards.adjust(session, card_id, wanted.amount, **named):
                detail = {"amount": wanted.amount.amount, "reason": wanted.reason}
                await self._audit(session, caller, "gift_card.adjusted", card_id, **detail)
            return await self.cards.read(session, card_id)

    @retrying
    async def set_status(self, caller: Caller, card_id: str, status: str, reason: str) -> GiftCard:
        """`deactivated`: it pays for nothing any more, and keeps its balance; `active` again."""
        async with self.database.unit_of_work() as session:
            if await self.cards.set_status(session, card_id, status):
                action = "gift_card.deactivated" if status == "deactivated" else "gift_card.reactivated"
                await self._audit(session, caller, action, card_id, reason=reason)
            return await self.cards.read(session, card_id)

    async def _audit(self, session: AsyncSession, caller: Caller, action: str, card_id: str, **detail: Any) -> None:
        await self.audit.record(session, action, actor_id=caller.subject_id, subject_id=card_id, **detail)


def _reference(caller: Caller, key: str) -> str:
    """One key means one thing only for this person."""
    return sha256(f"{caller.subject_id}\n{key}".encode()).hexdigest()
