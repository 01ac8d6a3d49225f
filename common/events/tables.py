"""The tables that every service with events has: its outbox and the cursors of what it consumes."""

from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, Table

from common.clock import utc_now
from common.database import JSON, Code, Id, UtcDateTime

# SQLite counts up only a column that is spelled INTEGER
_Position = BigInteger().with_variant(Integer, "sqlite")


@dataclass(frozen=True, slots=True)
class EventTables:
    """`outbox` is this service's log, `relays` the row its relay locks, `cursors` how far other logs are read."""

    outbox: Table
    relays: Table
    cursors: Table


def event_tables(metadata: MetaData) -> EventTables:
    """The three tables in a service's metadata, added at the first call; call it beside `Base`."""
    if "outbox" in metadata.tables:
        return EventTables(*(metadata.tables[name] for name in ("outbox", "outbox_relays", "event_cursors")))
    return EventTables(_outbox(metadata), _relays(metadata), _cursors(metadata))


def _outbox(metadata: MetaData) -> Table:
    """`position` is the order of writing, with gaps that may fill later; `seq` counts what is committed."""
    return Table(
        "outbox",
        metadata,
        Column("position", _Position, primary_key=True, autoincrement=True),
        Column("seq", BigInteger, nullable=True),
        Column("id", Id(), nullable=False),
        Column("tenant_id", Id(), nullable=False),
        Column("type", Code(), nullable=False),
        Column("subject_id", Id(), nullable=False),
        Column("data", JSON, nullable=False),
        Column("created_at", UtcDateTime(), nullable=False),
        Index("ix_outbox_seq", "seq", unique=True),
        sqlite_autoincrement=True,
    )


def _relays(metadata: MetaData) -> Table:
    return Table(
        "outbox_relays",
        metadata,
        Column("name", Code(), primary_key=True),
        Column("numbered_at", UtcDateTime(), nullable=False),
    )


def _cursors(metadata: MetaData) -> Table:
    return Table(
        "event_cursors",
        metadata,
        Column("consumer", Code(128), primary_key=True),
        Column("seq", BigInteger, nullable=False),
        Column("updated_at", UtcDateTime(), nullable=False, default=utc_now, onupdate=utc_now),
    )
