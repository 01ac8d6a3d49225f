"""The table of what was brought in: which record, and how it read then."""

from typing import Any

from sqlalchemy import Column, MetaData, Table, bindparam, column, insert, select, table
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import TypeEngine

from common.clock import utc_now
from common.database import TENANT, Code, Id, UtcDateTime, current_tenant

_COLUMNS: dict[str, TypeEngine[Any]] = {
    "tenant_id": Id(),
    "kind": Code(16),
    "id": Id(),
    "fingerprint": Code(64),
    "created_at": UtcDateTime(),
}
_KEY = ("tenant_id", "kind", "id")
_imported = table("imported_items", *(column(name, type_) for name, type_ in _COLUMNS.items()))
_FIND = select(_imported.c.fingerprint).where(
    _imported.c.tenant_id == TENANT,
    _imported.c.kind == bindparam("this_kind", type_=Code(16)),
    _imported.c.id == bindparam("this_id", type_=Id()),
)
_ADD = insert(_imported)


def imported_table(metadata: MetaData) -> Table:
    """Adds the table to a service's metadata; call it beside `Base`."""
    columns: list[Column[Any]] = [
        Column(name, type_, primary_key=name in _KEY, nullable=False) for name, type_ in _COLUMNS.items()
    ]
    return Table("imported_items", metadata, *columns)


async def fingerprint_of(session: AsyncSession, kind: str, item_id: str) -> str | None:
    """How the record of this id read when it was taken; None when it never was."""
    found: str | None = await session.scalar(_FIND, {"this_kind": kind, "this_id": item_id})
    return found


async def note(session: AsyncSession, kind: str, item_id: str, fingerprint: str) -> None:
    row = {"tenant_id": current_tenant(), "kind": kind, "id": item_id}
    await session.execute(_ADD, row | {"fingerprint": fingerprint, "created_at": utc_now()})
