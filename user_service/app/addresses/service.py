"""The rules of the address book: how many fit, and that one default is enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from user_service.app.addresses import models, repository, schemas
from user_service.app.addresses.errors import AddressBookFull, NoAddress
from user_service.app.shapes import folded_zip

MOST_ADDRESSES = 50


async def keep_book_in_order(session: AsyncSession, record: dict[str, Any], *, is_new: bool) -> None:
    """After an address was written, in the same transaction."""
    user_id, address_id = record["user_id"], record["id"]
    if is_new and await repository.count_of(session, user_id) > MOST_ADDRESSES:
        raise AddressBookFull
    await repository.set_zip_key(session, address_id, record["zip"])
    if record["is_default"]:
        await repository.unset_other_defaults(session, user_id, address_id)


@dataclass(frozen=True)
class AddressBook:
    """What staff and the other services need of people's addresses."""

    database: Database

    async def default_of(self, user_id: str) -> schemas.Address | None:
        async with self.database.reading() as session:
            address = await repository.default_of(session, user_id)
        return schemas.Address.model_validate(address) if address is not None else None

    async def set_default(self, session: AsyncSession, user_id: str, given: schemas.AddressCreate) -> schemas.Address:
        """Replace the default address, or give a person their first one."""
        values = {**given.model_dump(), "is_default": True, "zip_key": folded_zip(given.zip)}
        address = await repository.default_of(session, user_id)
        if address is None:
            address = models.Address(user_id=user_id, **values)
            repository.add(session, address)
        else:
            for field, value in values.items():
                setattr(address, field, value)
        await session.flush()
        await repository.unset_other_defaults(session, user_id, address.id)
        return schemas.Address.model_validate(address)

    async def add(self, session: AsyncSession, user_id: str, given: schemas.AddressCreate) -> None:
        values = given.model_dump()
        repository.add(session, models.Address(user_id=user_id, zip_key=folded_zip(given.zip), **values))

    async def required_default(self, user_id: str) -> schemas.Address:
        address = await self.default_of(user_id)
        if address is None:
            raise NoAddress
        return address

    async def living_at(self, session: AsyncSession, user_ids: Sequence[str], zip_code: str) -> set[str]:
        """Which of these people have an address at this postal code."""
        return await repository.living_at(session, user_ids, folded_zip(zip_code)) if user_ids else set()
