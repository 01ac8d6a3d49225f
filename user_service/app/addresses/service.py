"""The rules of the address book: how many fit, and that one default is enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from user_service.app.addresses import models, repository, schemas
from user_service.app.addresses.errors import AddressBookFull, AddressNotFound, NoAddress
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

    async def add(self, session: AsyncSession, user_id: str, given: schemas.AddressCreate) -> schemas.Address:
        """AddressBookFull where there are enough."""
        address = models.Address(user_id=user_id, zip_key=folded_zip(given.zip), **given.model_dump())
        repository.add(session, address)
        await session.flush()
        await keep_book_in_order(session, _record(address), is_new=True)
        return schemas.Address.model_validate(address)

    async def change(
        self, session: AsyncSession, user_id: str, address_id: str, changes: schemas.AddressUpdate
    ) -> tuple[schemas.Address, bool]:
        """The address after these changes, and whether it is another one now. AddressNotFound."""
        address = await self._known(session, user_id, address_id)
        sent = changes.model_dump(exclude_unset=True)
        changed = [field for field, value in sent.items() if getattr(address, field) != value]
        if changed:
            for field in changed:
                setattr(address, field, sent[field])
            await session.flush()
            await keep_book_in_order(session, _record(address), is_new=False)
        return schemas.Address.model_validate(address), bool(changed)

    async def remove(self, session: AsyncSession, user_id: str, address_id: str) -> None:
        """AddressNotFound."""
        await session.delete(await self._known(session, user_id, address_id))

    async def page(self, session: AsyncSession, user_id: str, after: str | None, limit: int) -> list[schemas.Address]:
        rows = await repository.page(session, user_id, after, limit)
        return [schemas.Address.model_validate(row) for row in rows]

    async def _known(self, session: AsyncSession, user_id: str, address_id: str) -> models.Address:
        address = await repository.by_id(session, user_id, address_id)
        if address is None:
            raise AddressNotFound
        return address

    async def required_default(self, user_id: str) -> schemas.Address:
        address = await self.default_of(user_id)
        if address is None:
            raise NoAddress
        return address

    async def living_at(self, session: AsyncSession, user_ids: Sequence[str], zip_code: str) -> set[str]:
        """Which of these people have an address at this postal code."""
        return await repository.living_at(session, user_ids, folded_zip(zip_code)) if user_ids else set()


def _record(address: models.Address) -> dict[str, Any]:
    return {name: getattr(address, name) for name in ("id", "user_id", "zip", "is_default")}
