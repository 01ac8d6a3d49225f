"""Insert, or update what is there: one spelling for three dialects."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import Insert


def upsert(
    table: Any,
    dialect: str,
    values: dict[str, Any] | Sequence[dict[str, Any]] | None,
    keys: Sequence[str],
    update: Sequence[str] = (),
) -> Insert:
    """An insert that, where the row with these keys exists, updates the `update` columns, or leaves it alone.

    `values` may be None when rows are given at execution. Column defaults apply to inserts as usual.
    """
    target: Table = table if isinstance(table, Table) else table.__table__
    if dialect == "mysql":
        from sqlalchemy.dialects import mysql  # here, since each dialect is a megabyte

        statement = mysql.insert(target)
        statement = statement if values is None else statement.values(values)
        kept = update or keys[-1:]  # setting a key to itself is MySQL's "do nothing"
        source = statement.inserted if update else target.c
        return statement.on_duplicate_key_update({name: source[name] for name in kept})
    insert: Any = sqlite.insert(target)
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql

        insert = postgresql.insert(target)
    insert = insert if values is None else insert.values(values)
    if not update:
        result: Insert = insert.on_conflict_do_nothing(index_elements=list(keys))
    else:
        changed = {name: insert.excluded[name] for name in update}
        result = insert.on_conflict_do_update(index_elements=list(keys), set_=changed)
    return result
