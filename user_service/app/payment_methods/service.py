"""Saving, choosing and deleting payment methods."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database
from common.pagination import Page, decode_cursor, encode_cursor
from user_service.app.payment_methods import models, repository, schemas
from user_service.app.payment_methods.card_numbers import holds_card_number
from user_service.app.payment_methods.errors import CardExpired, PaymentMethodNotFound, RawCardRefused, WalletFull

MOST_METHODS = 20


@dataclass(frozen=True)
class Wallet:
    database: Database
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
        saved = await repository.count_of(session, user_id)
        if saved >= MOST_METHODS:
            raise WalletFull
        values = given.model_dump(exclude={"token", "is_default"})
        method = models.PaymentMethod(user_id=user_id, provider_token=given.token, is_default=False, **values)
        repository.add(session, method)
        await session.flush()
        if given.is_default or not saved:
            await repository.make_default(session, user_id, method.id)
            await session.refresh(method)
        return shown(method)

    def _has_expired(self, month: int, year: int) -> bool:
        now = self.clock.now()
        return (year, month) < (now.year, now.month)

    async def page(self, user_id: str, limit: int, cursor: str | None) -> Page[schemas.PaymentMethod]:
        after = decode_cursor(cursor, (str,))[0] if cursor else None
        async with self.database.reading() as session:
            methods = await repository.page(session, user_id, after, limit + 1)
        items = [shown(method) for method in methods[:limit]]
        return Page(items=items, next_cursor=encode_cursor(items[-1].id) if len(methods) > limit else None)

    async def get(self, user_id: str, method_id: str) -> schemas.PaymentMethod:
        async with self.database.reading() as session:
            return shown(await _own(session, user_id, method_id))

    async def chargeable(self, user_id: str, method_id: str) -> schemas.ChargeablePaymentMethod:
        """With the provider's token, for the service that charges it."""
        async with self.database.reading() as session:
            method = await _own(session, user_id, method_id)
        return schemas.ChargeablePaymentMethod(**shown(method).model_dump(), provider_token=method.provider_token)

    async def use_by_default(self, user_id: str, method_id: str) -> schemas.PaymentMethod:
        async with self.database.unit_of_work() as session:
            method = await _own(session, user_id, method_id)
            await repository.make_default(session, user_id, method_id)
            await session.refresh(method)
            return shown(method)

    async def delete(self, user_id: str, method_id: str) -> None:
        """Delete a method; when it was the default, the oldest one left takes its place."""
        async with self.database.unit_of_work() as session:
            method = await _own(session, user_id, method_id)
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
    if holds_card_number(body):
        raise RawCardRefused


def shown(method: models.PaymentMethod) -> schemas.PaymentMethod:
    expiry = f"{method.exp_month:02d}/{method.exp_year}" if method.exp_month and method.exp_year else None
    return schemas.PaymentMethod(
        id=method.id,
        type=method.type,
        provider=method.provider,
        brand=method.brand,
        last4=method.last4,
        exp=expiry,
        is_default=method.is_default,
    )
