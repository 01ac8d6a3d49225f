"""How staff find people: by email, by name and postal code, or in lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from common.errors import InvalidInput
from common.pagination import Page, decode_cursor, encode_cursor
from user_service.app.accounts import models, repository, schemas
from user_service.app.accounts.errors import UserNotFound
from user_service.app.accounts.service.accounts import shown
from user_service.app.addresses.service import AddressBook
from user_service.app.sessions.service import SessionService
from user_service.app.shapes import folded

MOST_NAMESAKES = 1000
MOST_WORDS = 6


class NeedsBothNameAndZip(InvalidInput):
    code, title = "incomplete_lookup", "A customer is found by email, or by first_name or last_name together with zip"


@dataclass(frozen=True)
class CustomerLookup:
    database: Database
    sessions: SessionService
    addresses: AddressBook

    async def person(self, user_id: str) -> schemas.Person:
        async with self.database.reading() as session:
            user = await repository.by_id(session, user_id)
            if user is None:
                raise UserNotFound
            return (await self._people(session, [user]))[0]

    async def by_ids(self, user_ids: Sequence[str]) -> Page[schemas.Person]:
        """Those of them who have an account here: guests and strangers are left out."""
        async with self.database.reading() as session:
            return Page(items=await self._people(session, await repository.by_ids(session, user_ids)))

    async def by_email(self, email: str) -> Page[schemas.Person]:
        """The one with this email; UserNotFound."""
        async with self.database.reading() as session:
            user = await repository.by_email(session, email.strip().lower())
            if user is None:
                raise UserNotFound
            return Page(items=await self._people(session, [user]))

    async def by_name(self, first: str | None, last: str | None, zip_code: str | None) -> Page[schemas.Person]:
        """Everybody of this name with an address at this postal code, whatever the case they are typed in.

        UserNotFound when there is nobody: whoever asks has somebody on the line, not a list to look through.
        """
        if zip_code is None or (first is None and last is None):
            raise NeedsBothNameAndZip
        first_key, last_key = folded(first) if first else None, folded(last) if last else None
        async with self.database.reading() as session:
            namesakes = await repository.by_name(session, first_key, last_key, MOST_NAMESAKES)
            local = await self.addresses.living_at(session, [user.id for user in namesakes], zip_code)
            found = [user for user in namesakes if user.id in local]
            if not found:
                raise UserNotFound
            return Page(items=await self._people(session, found))

    async def page(
        self,
        limit: int,
        cursor: str | None,
        *,
        q: str | None = None,
        role: schemas.RoleFilter | None = None,
        status: schemas.AccountStatus | None = None,
        order: schemas.PeopleOrder = "oldest",
    ) -> Page[schemas.Person]:
        """Everybody, or those who have all words of `q` somewhere in their email or name."""
        columns = [column.key for column in repository.order_columns(order)]
        after = decode_cursor(cursor, (str,) * len(columns)) if cursor else None
        words = folded(q).split()[:MOST_WORDS] if q else []
        async with self.database.reading() as session:
            users = await repository.found(
                session, words=words, role=role, status=status, order=order, after=after, limit=limit + 1
            )
            people = await self._people(session, users[:limit])
        more = len(users) > limit
        last = [getattr(users[limit - 1], column) for column in columns] if more else []
        return Page(items=people, next_cursor=encode_cursor(*last) if more else None)

    async def _people(self, session: AsyncSession, users: Sequence[models.User]) -> list[schemas.Person]:
        ids = [user.id for user in users]
        if not ids:
            return []
        roles = await repository.roles_of(session, ids)
        seen = await self.sessions.last_seen(session, ids)
        return [
            schemas.Person(**shown(user, roles[user.id]).model_dump(), last_seen_at=seen.get(user.id)) for user in users
        ]
