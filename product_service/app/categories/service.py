"""What other features ask of categories. Methods take the caller's session."""

import time
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, NamedTuple, Protocol

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database, current_tenant
from common.errors import Conflict, InvalidInput, NotFound
from common.ids import new_id
from common.languages import Texts
from product_service.app.base import Record
from product_service.app.categories import repository
from product_service.app.freshness import CataloguePages

DEEPEST = 8
KEPT_SECONDS = 2.0
RENAMED = "renamed_categories"  # where a session's info holds the ids of categories whose products search must relearn
Json = dict[str, Any]
Words = Callable[[Texts], Any]


class UnknownCategory(InvalidInput):
    code = "unknown_category"
    title = "There is no such category"


class CategoryConflict(Conflict):
    code = "category_conflict"
    title = "The slug is taken, the parent is unknown, or something still stands on this shelf"


class CategoryInUse(Conflict):
    """`products` and `categories` count what has to go first."""

    code = "category_in_use"
    title = "Products or other categories still stand on this shelf"


class CategoryLoop(Conflict):
    code = "category_loop"
    title = f"A category stands on no shelf below itself, and at most {DEEPEST} deep"


class CategoryName(NamedTuple):
    """How a category is shown with a product."""

    id: str
    slug: str
    name: Texts


class CategoryService:
    """The shelves, by id and by slug. Which stands on which is kept for a moment: every hold of stock asks for it."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[float, dict[str, str | None]]] = {}

    async def by_ids(self, session: AsyncSession, ids: Sequence[str]) -> dict[str, CategoryName]:
        if not ids:
            return {}
        return {row.id: CategoryName(row.id, row.slug, row.name) for row in await repository.by_ids(session, ids)}

    async def lineages(self, session: AsyncSession, ids: Collection[str]) -> dict[str, list[str]]:
        """Each of these categories followed by all above it; a move is known after KEPT_SECONDS."""
        if not ids:
            return {}
        tenant, now = current_tenant(), time.monotonic()
        until, parents = self._kept.get(tenant, (0.0, {}))
        if until < now:
            parents = await repository.parents(session)
            self._kept[tenant] = (now + KEPT_SECONDS, parents)
        found = {}
        for category_id in ids:
            line, parent = [category_id], parents.get(category_id)
            while parent is not None and len(line) <= DEEPEST:
                line.append(parent)
                parent = parents.get(parent)
            found[category_id] = line
        return found

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


class Shelved(Protocol):
    """What categories need to know of the products on them; the catalogue is one."""

    async def reindex_category(self, session: AsyncSession, category_id: str) -> None:
        """Bring search in step with a category that is called something else now."""

    async def counts_by_category(self, session: AsyncSession) -> dict[str, int]:
        """{category_id: public products}."""

    async def leave_category(self, session: AsyncSession, category_id: str) -> int:
        """Take deleted products off a shelf; how many others stand on it."""


class CategoryRecords:
    """The database as the record router sees it: what it writes renews the public pages, and refusals have a name."""

    def __init__(self, database: Database, pages: CataloguePages, products: Shelved) -> None:
        self._database = database
        self._pages = pages
        self._products = products

    async def page(
        self, slug: str | None, parent_id: str | None, after: tuple[int, str] | None, limit: int, words: Words
    ) -> list[Json]:
        """Categories in the order staff gave them, each with its number of public products."""
        async with self._database.reading() as session:
            rows = await repository.everything(session)
            counts = await self._products.counts_by_category(session)
        fitting = [
            row
            for row in rows
            if slug in (None, row.slug)
            and parent_id in (None, row.parent_id)
            and (after is None or (row.position, row.id) > after)
        ]
        return [_shown(row, words, counts.get(row.id, 0)) for row in fitting[:limit]]

    async def one(self, category_id: str, words: Words) -> Json:
        async with self._database.reading() as session:
            rows = await repository.everything(session)
            counts = await self._products.counts_by_category(session)
        found = next((row for row in rows if row.id == category_id), None)
        if found is None:
            raise NotFound("There is no such category.")
        return _shown(found, words, counts.get(category_id, 0))

    async def arrange(self, category_ids: Sequence[str]) -> None:
        """Put these in front of the others, in this order."""
        async with self.unit_of_work() as session:
            others = [row.id for row in await repository.everything(session) if row.id not in set(category_ids)]
            for position, category_id in enumerate(dict.fromkeys([*category_ids, *others])):
                if not await repository.place(session, category_id, position):
                    raise UnknownCategory(category=category_id)

    async def remove(self, category_id: str) -> None:
        """CategoryInUse while products or other categories stand on it."""
        async with self.unit_of_work() as session:
            products = await self._products.leave_category(session, category_id)
            categories = await repository.count_children(session, category_id)
            if products or categories:
                raise CategoryInUse(products=products, categories=categories)
            if not await repository.remove(session, category_id):
                raise NotFound("There is no such category.")

    def reading(self) -> AbstractAsyncContextManager[AsyncSession]:
        return self._database.reading()

    @asynccontextmanager
    async def unit_of_work(self) -> AsyncIterator[AsyncSession]:
        try:
            async with self._database.unit_of_work() as session:
                yield session
                for category_id in session.info.pop(RENAMED, ()):
                    await self._products.reindex_category(session, category_id)
                self._pages.outdated(session)
        except IntegrityError as error:
            raise CategoryConflict from error


async def refuse_loops(session: AsyncSession, category_id: str) -> None:
    """CategoryLoop when going up from a category does not end at the top soon."""
    parents = await repository.parents(session)
    at: str | None = category_id
    for _ in range(DEEPEST + 1):
        at = parents.get(at) if at is not None else None
        if at is None:
            return
    raise CategoryLoop


def _shown(row: Record, words: Words, products: int) -> Json:
    texts = {"name": words(row.name), "description": words(row.description)}
    place = {"parent_id": row.parent_id, "position": row.position}
    return {"id": row.id, "slug": row.slug, **texts, **place, "products": products}
