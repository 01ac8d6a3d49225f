"""SQL of sending: what is due, whose it is, and how it ended.

An earlier delivery of the same subject goes first. Those behind it are due no sooner than it is, so that they are not
looked at in vain: they are moved with it, and when they are written they look at it under its lock.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT, leases, upsert
from order_service.app.webhooks.models import PENDING, WebhookAttempt, WebhookDelivery, WebhookEndpoint

_table: Any = WebhookDelivery.__table__
_endpoints: Any = WebhookEndpoint.__table__
_earlier: Any = _table.alias("earlier")
_moment = _table.c.created_at.type
_LONGEST_PAUSE = timedelta(hours=25)  # see patience.py
_ADD_ATTEMPT = insert(WebhookAttempt.__table__)  # type: ignore[arg-type]
_of_endpoint = (_table.c.tenant_id == TENANT, _table.c.endpoint_id == bindparam("endpoint"))
_of_subject = (*_of_endpoint, _table.c.subject_id == bindparam("subject"), _table.c.source == bindparam("log"))
_WAITING = select(_endpoints).where(
    _endpoints.c.enabled.is_(True),
    exists().where(
        _table.c.tenant_id == _endpoints.c.tenant_id,
        _table.c.endpoint_id == _endpoints.c.id,
        leases.run_out(_table.c.due_at),
    ),
)
_goes_first = (
    select(_earlier.c.id)
    .where(
        _earlier.c.tenant_id == _table.c.tenant_id,
        _earlier.c.endpoint_id == _table.c.endpoint_id,
        _earlier.c.subject_id == _table.c.subject_id,
        _earlier.c.source == _table.c.source,
        _earlier.c.seq < _table.c.seq,
        _earlier.c.status == PENDING,
    )
    .exists()
)
_DUE = (
    select(_table)
    .where(*_of_endpoint, leases.run_out(_table.c.due_at), ~_goes_first)
    .order_by(_table.c.due_at, _table.c.id)
    .with_for_update(skip_locked=True, of=_table)
)
_LEASE = (
    update(_table)
    .where(_table.c.tenant_id == TENANT, _table.c.id.in_(bindparam("claimed", expanding=True)))
    .values(due_at=bindparam("until", type_=_moment), lease_until=bindparam("until", type_=_moment))
)
_BEFORE_THIS = (
    select(_table.c.endpoint_id, _table.c.due_at)
    .where(
        _table.c.tenant_id == TENANT,
        _table.c.endpoint_id.in_(bindparam("endpoints", expanding=True)),
        _table.c.subject_id == bindparam("subject"),
        _table.c.source == bindparam("log"),
        _table.c.status == PENDING,
    )
    .order_by(_table.c.seq)
    .with_for_update()
)
_BEHIND = (
    update(_table)
    .where(*_of_subject, _table.c.seq > bindparam("after"), _table.c.status == PENDING, _table.c.lease_until.is_(None))
    .values(due_at=bindparam("due", type_=_moment), give_up_at=bindparam("give_up", type_=_moment))
)
_IDENTITY = ("tenant_id", "endpoint_id", "event_id")
Json = dict[str, Any]


async def add(session: AsyncSession, dialect: str, rows: Sequence[Json]) -> None:
    """New deliveries; one that is there already stays as it is."""
    await session.execute(upsert(_table, dialect, None, keys=_IDENTITY), list(rows))


async def due_before(session: AsyncSession, endpoints: Sequence[str], source: str, subject_id: str) -> dict[str, Any]:
    """By endpoint, when what goes first is due; it cannot end before this transaction does."""
    values = {"endpoints": list(endpoints), "subject": subject_id, "log": source}
    return {row.endpoint_id: row.due_at for row in await session.execute(_BEFORE_THIS, values)}


async def waiting_endpoints(session: AsyncSession, now: datetime) -> list[Json]:
    """Those of all shops for which something is due."""
    return [dict(row) for row in (await session.execute(_WAITING, leases.at(now, _LONGEST_PAUSE))).mappings()]


async def claim(session: AsyncSession, endpoint_id: str, most: int, now: datetime, until: datetime) -> list[Json]:
    """What is due for it, ours until then."""
    values = {"endpoint": endpoint_id, **leases.at(now, _LONGEST_PAUSE)}
    rows = [dict(row) for row in (await session.execute(_DUE.limit(most), values)).mappings()]
    if rows:
        await session.execute(_LEASE, {"claimed": [row["id"] for row in rows], "until": until})
    return [row | {"lease_until": until} for row in rows]


async def add_attempt(session: AsyncSession, row: Json) -> None:
    await session.execute(_ADD_ATTEMPT, row)


async def end(session: AsyncSession, delivery: Json, changes: Json, *, whoever_holds_it: bool = False) -> bool:
    """Note how an attempt ended; False when the delivery is somebody else's by now, or ended."""
    this = update(_table).where(_table.c.tenant_id == TENANT, _table.c.id == delivery["id"], _table.c.status == PENDING)
    if not whoever_holds_it:
        this = this.where(_table.c.lease_until == delivery["lease_until"])
    counted = {"attempts": _table.c.attempts + 1, "tries": _table.c.tries + 1, "lease_until": None}
    ended: Any = await session.execute(this.values(**counted, **changes))
    return bool(ended.rowcount)


async def move_those_behind(session: AsyncSession, delivery: Json, due: datetime, give_up: datetime) -> None:
    """What waits for this delivery is due then, and its days begin then."""
    values = {"endpoint": delivery["endpoint_id"], "subject": delivery["subject_id"], "log": delivery["source"]}
    await session.execute(_BEHIND, {**values, "after": delivery["seq"], "due": due, "give_up": give_up})
