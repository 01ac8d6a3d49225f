"""Writing an event into the outbox, in the transaction that changes the data."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, bindparam, column, insert, table
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.ext.compiler import compiles

from common.clock import utc_now
from common.database import JSON, Code, Id, UtcDateTime, after_commit, current_tenant
from common.ids import new_id

ON_PUBLISH = "on_publish"  # where a session's info holds what wants to know; see Database.equip
_WRITTEN = "published_types"


class _NextSeq(ColumnElement[int]):
    """SQLite has one writer, so its commits are in order and a row can be numbered as it is written.

    On a server transactions overtake one another: there the relay numbers what is committed (see relay.py).
    """

    inherit_cache = True
    _traverse_internals: list[Any] = []  # nothing in it varies: without this no insert would be cached
    type = BigInteger()


@compiles(_NextSeq)
def _left_to_the_relay(element: _NextSeq, compiler: Any, **options: Any) -> str:
    return "NULL"


@compiles(_NextSeq, "sqlite")
def _numbered_at_once(element: _NextSeq, compiler: Any, **options: Any) -> str:
    return "(SELECT coalesce(max(seq), 0) + 1 FROM outbox)"


_NAMES = ("id", "tenant_id", "type", "subject_id", "data", "created_at")
_OUTBOX = table(
    "outbox",
    column("seq", BigInteger),
    column("id", Id()),
    column("tenant_id", Id()),
    column("type", Code()),
    column("subject_id", Id()),
    column("data", JSON),
    column("created_at", UtcDateTime()),
)
_WRITE = insert(_OUTBOX).values(seq=_NextSeq(), **{name: bindparam(name) for name in _NAMES})


async def publish(session: AsyncSession, type: str, subject_id: str, data: dict[str, Any]) -> str:
    """Records that something happened (`publish(session, "order.placed", order.id, {…})`); returns the event's id.

    `data` is JSON. The event exists if and only if the session commits; the bell rings after that.
    """
    event_id = new_id("evt")
    row = {"id": event_id, "tenant_id": current_tenant(), "type": type, "subject_id": subject_id, "data": data}
    await session.execute(_WRITE, {**row, "created_at": utc_now()})
    _ring_after_commit(session, type)
    return event_id


async def publish_many(session: AsyncSession, type: str, happenings: Iterable[tuple[str, dict[str, Any]]]) -> None:
    """As `publish` for many subjects at once: (subject_id, data) each."""
    shared = {"tenant_id": current_tenant(), "type": type, "created_at": utc_now()}
    rows = [{"id": new_id("evt"), "subject_id": key, "data": data, **shared} for key, data in happenings]
    if rows:
        await session.execute(_WRITE, rows)
        _ring_after_commit(session, type)


def _ring_after_commit(session: AsyncSession, type: str) -> None:
    info = session.info
    if _WRITTEN in info:
        info[_WRITTEN].add(type)
        return
    written = info[_WRITTEN] = {type}
    on_publish = info.get(ON_PUBLISH)
    if on_publish is not None:
        after_commit(session, lambda: on_publish(written))
