"""How staff find a customer: by email, or by name and postal code."""

from dataclasses import dataclass

from common.database import Database
from common.errors import InvalidInput
from common.pagination import Page, decode_cursor, encode_cursor
from user_service.app.accounts import repository, schemas
from user_service.app.accounts.service.accounts import AccountService, shown
from user_service.app.addresses.service import AddressBook
from user_service.app.shapes import folded

MOST_NAMESAKES = 1000


class NeedsBothNameAndZip(InvalidInput):
    code, title = "incomplete_lookup", "A customer is found by email, or by first_name or last_name together with zip"


@dataclass(frozen=True)
class CustomerLookup:
    database: Database
    accounts: AccountService
    addresses: AddressBook

    async def by_email(self, email: str) -> Page[schemas.User]:
        async with self.database.reading() as session:
            user = await repository.by_email(session, email.strip().lower())
            if user is None:
                return Page(items=[])
            return Page(items=[shown(user, (await repository.roles_of(session, [user.id]))[user.id])])

    async def by_name(self, first: str | None, last: str | None, zip_code: str | None) -> Page[schemas.User]:
        """Everybody of this name with an address at this postal code, whatever the case they are typed in."""
        if zip_code is None or (first is None and last is None):
            raise NeedsBothNameAndZip
        first_key, last_key = folded(first) if first else None, folded(last) if last else None
        async with self.database.reading() as session:
            namesakes = await repository.by_name(session, first_key, last_key, MOST_NAMESAKES)
            local = await self.addresses.living_at(session, [user.id for user in namesakes], zip_code)
            people = [user for user in namesakes if user.id in local]
            roles = await repository.roles_of(session, [user.id for user in people])
            return Page(items=[shown(user, roles[user.id]) for user in people])

    async def page(self, limit: int, cursor: str | None) -> Page[schemas.User]:
        after = decode_cursor(cursor, (str,))[0] if cursor else None
        users = await self.accounts.page(limit + 1, after)
        more = len(users) > limit
        return Page(items=users[:limit], next_cursor=encode_cursor(users[limit - 1].id) if more else None)
