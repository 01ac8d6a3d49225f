"""Bringing customers in, each with all that is theirs or not at all."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from common.imports import ImportReport, take_in
from common.security.caller import Caller
from user_service.app.accounts.service import AccountService
from user_service.app.addresses.service import AddressBook
from user_service.app.gift_cards.service import GiftCards
from user_service.app.gift_cards.service.cards import NewCard
from user_service.app.moving_in.schemas import ImportedGiftCard, ImportedMethod, UserImport
from user_service.app.payment_methods.schemas import PaymentMethodCreate
from user_service.app.payment_methods.service import Wallet, refuse_card_numbers

USER = "user"  # the kind under which they are noted
_WHY = "brought in"


@dataclass(frozen=True)
class MovingIn:
    database: Database
    accounts: AccountService
    addresses: AddressBook
    wallet: Wallet
    cards: GiftCards

    async def __call__(self, caller: Caller, items: list[UserImport]) -> ImportReport:
        """What became of each; those who are here already are compared with what was brought in then, not as they are.

        Nobody has a password: the link for a forgotten one lets them in.
        """

        async def bring_in(session: AsyncSession, item: UserImport, _: None) -> None:
            await self._bring_in(session, caller, item)

        return await take_in(self.database, USER, items, _check, bring_in)

    async def _bring_in(self, session: AsyncSession, caller: Caller, item: UserImport) -> None:
        await self.accounts.bring_in(session, item.id, item, actor_id=caller.subject_id)
        chosen = any(address.is_default for address in item.addresses)
        for place, address in enumerate(item.addresses):
            by_default = address.is_default or (place == 0 and not chosen)
            await self.addresses.add(session, item.id, address.model_copy(update={"is_default": by_default}))
        for method in item.payment_methods:
            if isinstance(method, ImportedMethod):
                given = PaymentMethodCreate.model_validate(method.model_dump(exclude={"id"}))
                await self.wallet.bring_in(session, item.id, method.id, given)
            else:
                await self._bring_card(session, caller, item.id, method)

    async def _bring_card(self, session: AsyncSession, caller: Caller, user_id: str, method: ImportedGiftCard) -> None:
        new = NewCard(
            id=method.id,
            balance=method.balance,
            reference=method.id,
            last4=method.id[-4:].upper(),
            actor_id=caller.subject_id,
            owner_id=user_id,
            expires_at=method.expires_at,
            reason=_WHY,
        )
        await self.wallet.put_gift_card(session, user_id, await self.cards.make(session, new))


async def _check(item: UserImport) -> None:
    refuse_card_numbers([method.model_dump(mode="json", exclude={"balance"}) for method in item.payment_methods])
