"""What staff do in a customer's address book; every change is told in the audit log, with who made it."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from common.pagination import Page, decode_cursor, encode_cursor
from common.security.caller import Caller
from user_service.app.accounts.service import AccountService
from user_service.app.addresses.schemas import Address, AddressCreate, AddressUpdate
from user_service.app.addresses.service import AddressBook
from user_service.app.audit.service import AuditLog


@dataclass(frozen=True)
class CustomerBooks:
    """UserNotFound where there is no account, PersonAbove where its owner may do more than the caller."""

    database: Database
    accounts: AccountService
    addresses: AddressBook
    audit: AuditLog

    async def page(self, user_id: str, limit: int, cursor: str | None) -> Page[Address]:
        after = decode_cursor(cursor, (str,))[0] if cursor else None
        async with self.database.reading() as session:
            await self.accounts.read(session, user_id)
            found = await self.addresses.page(session, user_id, after, limit + 1)
        more = len(found) > limit
        return Page(items=found[:limit], next_cursor=encode_cursor(found[limit - 1].id) if more else None)

    async def add(self, user_id: str, given: AddressCreate, *, caller: Caller) -> Address:
        """AddressBookFull where there are enough."""
        async with self.database.unit_of_work() as session:
            await self.accounts.take_in_hand(session, user_id, caller)
            address = await self.addresses.add(session, user_id, given)
            await self._record(session, "address.added", user_id, address.id, caller)
            return address

    async def change(self, user_id: str, address_id: str, changes: AddressUpdate, *, caller: Caller) -> Address:
        """Change the fields that were sent; the same values again change nothing and tell nobody."""
        async with self.database.unit_of_work() as session:
            await self.accounts.take_in_hand(session, user_id, caller)
            address, changed = await self.addresses.change(session, user_id, address_id, changes)
            if changed:
                await self._record(session, "address.changed", user_id, address_id, caller)
            return address

    async def remove(self, user_id: str, address_id: str, *, caller: Caller) -> None:
        async with self.database.unit_of_work() as session:
            await self.accounts.take_in_hand(session, user_id, caller)
            await self.addresses.remove(session, user_id, address_id)
            await self._record(session, "address.deleted", user_id, address_id, caller)

    async def _record(self, session: AsyncSession, action: str, user_id: str, address_id: str, caller: Caller) -> None:
        await self.audit.record(session, action, actor_id=caller.subject_id, subject_id=user_id, address_id=address_id)
