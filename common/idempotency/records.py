"""The rows behind idempotency keys: who works on a key, and what was replied."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

import orjson
from sqlalchemy import (
    Column,
    ColumnElement,
    CursorResult,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    Table,
    and_,
    bindparam,
    column,
    delete,
    insert,
    select,
    table,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import TypeEngine

from common.database import Code, Database, Id, UtcDateTime, leases, retrying, system_scope

KEPT = timedelta(hours=48)
LEASE = timedelta(seconds=60)
_BATCH = 500
_Reply = LargeBinary(2**24 - 1)  # bytes, since MySQL would reorder JSON
_COLUMNS: dict[str, TypeEngine[Any]] = {
    "tenant_id": Id(),
    "subject_id": Id(),
    "operation": Code(),
    "key": Code(255),
    "fingerprint": Code(),
    "holder": Code(),
    "leased_until": UtcDateTime(),
    "status": Integer(),
    "reply": _Reply,
    "created_at": UtcDateTime(),
}
_SCOPE = ("tenant_id", "subject_id", "operation", "key")
_keys = table("idempotency_keys", *(column(name, type_) for name, type_ in _COLUMNS.items()))
_this_key = and_(*(_keys.c[name] == bindparam(f"this_{name}", type_=_COLUMNS[name]) for name in _SCOPE))
_FIND = select(_keys).where(_this_key)
_ADD = insert(_keys)
_REPLY = (
    update(_keys)
    .where(_this_key, _keys.c.holder == bindparam("this_holder", type_=_COLUMNS["holder"]))
    .values(status=bindparam("new_status"), reply=bindparam("new_reply", type_=_Reply))
)


def idempotency_table(metadata: MetaData) -> Table:
    """Adds the table to a service's metadata; call it beside `Base`."""
    nullable = {"status", "reply"}
    columns: list[Column[Any]] = [
        Column(name, type_, primary_key=name in _SCOPE, nullable=name in nullable, index=name == "created_at")
        for name, type_ in _COLUMNS.items()
    ]
    return Table("idempotency_keys", metadata, *columns)


@dataclass(frozen=True, slots=True)
class KeyScope:
    """One key means one thing only for this tenant, this subject and this operation."""

    tenant_id: str
    subject_id: str
    operation: str
    key: str

    def named(self) -> dict[str, str]:
        """The values of `_this_key`."""
        return {f"this_{name}": getattr(self, name) for name in _SCOPE}

    def condition(self) -> ColumnElement[bool]:
        return and_(*(_keys.c[name] == getattr(self, name) for name in _SCOPE))

    def values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in _SCOPE}


class KeyRecords:
    """All SQL about keys. A row without a status is a claim: its holder works on it until the lease runs out."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # One process owns a SQLite file, and it knows its own duplicates: there a row is only written with a reply.
        self.claims = database.dialect != "sqlite"

    async def find(self, scope: KeyScope) -> Row[Any] | None:
        async with self._database.reading() as session:
            return (await session.execute(_FIND, scope.named())).first()

    async def claim(self, scope: KeyScope, fingerprint: str, holder: str, now: datetime) -> bool:
        """Whether the key is ours now: nobody had it."""
        row = {**scope.values(), "fingerprint": fingerprint, "holder": holder, "leased_until": now + LEASE}
        try:
            async with self._database.one_write() as session:
                await session.execute(_ADD, {**row, "created_at": now})
        except IntegrityError:
            return False
        return True

    async def take_over(self, scope: KeyScope, former: str, holder: str, now: datetime) -> bool:
        """Whether the key is ours now: its holder let the lease run out."""
        abandoned = scope.condition() & (_keys.c.holder == former) & _keys.c.status.is_(None)
        taken = update(_keys).where(abandoned, leases.run_out(_keys.c.leased_until))
        return await self._write(taken.values(holder=holder, leased_until=now + LEASE), leases.at(now))

    async def give_back(self, scope: KeyScope, holder: str) -> None:
        """Nothing is to be remembered: the next caller begins anew."""
        if self.claims:
            await self._write(
                delete(_keys).where(scope.condition(), _keys.c.holder == holder, _keys.c.status.is_(None))
            )

    async def record(
        self, scope: KeyScope, fingerprint: str, holder: str, status: int, reply: Any, now: datetime
    ) -> None:
        """Remember the reply."""

        async def once() -> None:
            async with self._database.unit_of_work() as session:
                await self.add(session, scope, fingerprint, holder, status, reply, now)

        await retrying(once)()

    async def add(
        self,
        session: AsyncSession,
        scope: KeyScope,
        fingerprint: str,
        holder: str,
        status: int,
        reply: Any,
        now: datetime,
    ) -> None:
        """Remember the reply if this transaction is committed."""
        written = orjson.dumps(reply, default=str)
        if self.claims:
            named = scope.named() | {"this_holder": holder, "new_status": status, "new_reply": written}
            await session.execute(_REPLY, named)
            return
        row = {**scope.values(), "fingerprint": fingerprint, "holder": holder, "leased_until": now}
        await session.execute(_ADD, row | {"status": status, "reply": written, "created_at": now})

    async def forget_old(self, now: datetime) -> int:
        """Delete what is older than KEPT, of all tenants; how many rows."""
        old = select(*(_keys.c[name] for name in _SCOPE)).where(_keys.c.created_at < now - KEPT).limit(_BATCH)
        forgotten = 0
        with system_scope():
            while True:
                async with self._database.unit_of_work() as session:
                    rows = (await session.execute(old)).all()
                    for row in rows:
                        await session.execute(delete(_keys).where(KeyScope(*row).condition()))
                forgotten += len(rows)
                if len(rows) < _BATCH:
                    return forgotten

    async def _write(self, statement: Any, values: dict[str, Any] | None = None) -> bool:
        """Whether exactly one row was touched."""

        async def once() -> bool:
            async with self._database.one_write() as session:
                return cast(CursorResult[Any], await session.execute(statement, values)).rowcount == 1

        return await retrying(once)()
