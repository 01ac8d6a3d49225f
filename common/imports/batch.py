"""Taking a batch in, record by record: each whole or not at all, each once."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database, retrying
from common.errors import Conflict, ShopError
from common.imports import records
from common.imports.schemas import ImportItem, ImportReport, RejectedItem
from common.sentences import in_readers_language

Item = TypeVar("Item", bound=ImportItem)
Prepared = TypeVar("Prepared")


class ImportedDifferently(Conflict):
    code = "imported_differently"
    title = "A record of this id was taken before, and it read differently: it stays as it is"


class IdTaken(Conflict):
    code = "id_taken"
    title = "Something in this record (its id, or one inside it) belongs to another one already"


async def take_in(
    database: Database,
    kind: str,
    items: Sequence[Item],
    prepare: Callable[[Item], Awaitable[Prepared]],
    bring_in: Callable[[AsyncSession, Item, Prepared], Awaitable[None]],
) -> ImportReport:
    """What became of each record. A record that was taken before as it is now changes nothing.

    `prepare` runs before the transaction and may ask neighbours; `bring_in` writes in the one in which the record is
    noted. Either refuses a record by a ShopError below 500; any other error ends the batch, which can be sent again.
    """
    report = ImportReport()
    for index, item in enumerate(items):
        try:
            if await _took(database, kind, item, prepare, bring_in):
                report.created += 1
            else:
                report.unchanged += 1
        except ShopError as error:
            if error.status >= 500:
                raise
            detail = in_readers_language(error.detail or error.title)
            report.rejected.append(RejectedItem(index=index, id=item.id, code=error.code, detail=detail))
    return report


async def _took(
    database: Database,
    kind: str,
    item: Item,
    prepare: Callable[[Item], Awaitable[Prepared]],
    bring_in: Callable[[AsyncSession, Item, Prepared], Awaitable[None]],
) -> bool:
    """False when it was here before."""
    if await _taken_before(database, kind, item):
        return False
    prepared = await prepare(item)
    try:
        return await _bring_in(database, kind, item, prepared, bring_in)
    except IntegrityError as error:
        if await _taken_before(database, kind, item):  # the same batch came twice at the same time
            return False
        raise IdTaken from error


async def _taken_before(database: Database, kind: str, item: ImportItem) -> bool:
    async with database.reading() as session:
        return await _is_there(session, kind, item)


async def _is_there(session: AsyncSession, kind: str, item: ImportItem) -> bool:
    known = await records.fingerprint_of(session, kind, item.id)
    if known is not None and known != item.fingerprint():
        raise ImportedDifferently
    return known is not None


@retrying
async def _bring_in(
    database: Database,
    kind: str,
    item: Item,
    prepared: Prepared,
    bring_in: Callable[[AsyncSession, Item, Prepared], Awaitable[None]],
) -> bool:
    """False when somebody else was first."""
    async with database.unit_of_work() as session:
        if await _is_there(session, kind, item):
            return False
        await records.note(session, kind, item.id, item.fingerprint())
        await bring_in(session, item, prepared)
    return True
