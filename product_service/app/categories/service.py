"""What other features ask of categories. Methods take the caller's session."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import NamedTuple

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from common.errors import Conflict, InvalidInput
from common.ids import new_id
from common.languages import Texts
from product_service.app.categories import repository
from product_service.app.freshness import CataloguePages

DEEPEST = 8
RENAMED = "renamed_categories"  # where a session's info holds the ids of categories whose products search must relearn
Reindex = Callable[[AsyncSession, str], Awaitable[None]]


class UnknownCategory(InvalidInput):
    code = "unknown_category"
    title = "There is no such category"


class CategoryConflict(Conflict):
    code = "category_conflict"
    title = "The slug is taken, the parent is unknown, or something still stands on this shelf"


class CategoryName(NamedTuple):
    """How a category is shown with a product."""

    id: str
    slug: str
    name: Texts


class CategoryService:
    """The shelves, by id and by slug."""

    async def by_ids(self, session: AsyncSession, ids: Sequence[str]) -> dict[str, CategoryName]:
        if not ids:
            return {}
        return {row.id: CategoryName(row.id, row.slug, row.name) for row in await repository.by_ids(session, ids)}

    async def family(self, session: AsyncSession, slug_or_id: str) -> list[str]:
        """The ids of a category and of everything below it; empty for an unknown one."""
        found = await repository.named(session, slug_or_id)
        family = level = [found] if found else []
        for _ in range(DEEPEST):
            if not level:
                break
            level = [child for child in await repository.children(session, level) if child not in family]
            family = family + level
        return family

    async def slugs(self, session: AsyncSession, slug_or_id: str | None) -> tuple[str, ...]:
        """What search is narrowed to: the slugs of the family, or what was asked for where there is none."""
        if slug_or_id is None:
            return ()
        family = await self.by_ids(session, await self.family(session, slug_or_id))
        return tuple(one.slug for one in family.values()) or (slug_or_id,)

    async def called(self, session: AsyncSession, text: str, limit: int) -> list[CategoryName]:
        """Categories with a word, of any language, that begins with this; those whose name does come first."""
        sought = text.strip().casefold()
        if not sought:
            return []
        found: list[tuple[bool, int, CategoryName]] = []
        for place, row in enumerate(await repository.everything(session)):
            names = [name.casefold() for name in row.name.values()]
            at_start = any(name.startswith(sought) for name in names)
            if at_start or any(f" {sought}" in name or (sought in name and not sought.isascii()) for name in names):
                found.append((not at_start, place, CategoryName(row.id, row.slug, row.name)))
        return [category for *_, category in sorted(found)[:limit]]

    async def known(self, session: AsyncSession, slug_or_id: str) -> str:
        """The id of a category that must exist."""
        found = await repository.named(session, slug_or_id)
        if found is None:
            raise UnknownCategory(category=slug_or_id)
        return found

    async def ensure(self, session: AsyncSession, wanted: Mapping[str, Texts]) -> dict[str, CategoryName]:
        """The categories of these slugs; missing ones are created under the given names."""
        if not wanted:
            return {}
        found = {
            row.slug: CategoryName(row.id, row.slug, row.name)
            for row in await repository.by_slugs(session, sorted(wanted))
        }
        missing = [CategoryName(new_id("cat"), slug, wanted[slug]) for slug in sorted(wanted) if slug not in found]
        if missing:
            await repository.add(session, [category._asdict() for category in missing])
        return found | {category.slug: category for category in missing}


class CategoryRecords:
    """The database as the record router sees it: what it writes renews the public pages, and refusals have a name.

    `reindex(session, category_id)` brings search in step with a category that is called something else now.
    """

    def __init__(self, database: Database, pages: CataloguePages, reindex: Reindex) -> None:
        self._database = database
        self._pages = pages
        self._reindex = reindex

    def reading(self) -> AbstractAsyncContextManager[AsyncSession]:
        return self._database.reading()

    @asynccontextmanager
    async def unit_of_work(self) -> AsyncIterator[AsyncSession]:
        try:
            async with self._database.unit_of_work() as session:
                yield session
                for category_id in session.info.pop(RENAMED, ()):
                    await self._reindex(session, category_id)
                self._pages.outdated(session)
        except IntegrityError as error:
            raise CategoryConflict from error
