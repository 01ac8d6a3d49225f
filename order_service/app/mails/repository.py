"""SQL of order mails."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT, leases
from order_service.app.mails.models import OrderMail

_table: Any = OrderMail.__table__
_ADD = insert(_table)
_due_type = _table.c.due_at.type
_BATCH = 50
_DUE = (
    select(_table.c.tenant_id, _table.c.id, _table.c.order_id, _table.c.kind, _table.c.about, _table.c.attempts)
    .where(leases.run_out(_table.c.due_at))
    .order_by(_table.c.due_at)
    .limit(_BATCH)
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(_table)
    .where(
        _table.c.tenant_id.in_(bindparam("tenants", expanding=True)),
        _table.c.id.in_(bindparam("mails", expanding=True)),
    )
    .values(due_at=bindparam("until", type_=_due_type), attempts=_table.c.attempts + 1)
)
_END = (
    update(_table)
    .where(_table.c.tenant_id == TENANT, _table.c.id.in_(bindparam("mails", expanding=True)))
    .values(status=bindparam("new_status"), due_at=bindparam("new_due", type_=_due_type), error=bindparam("new_error"))
)


async def add(session: AsyncSession, order_id: str, kind: str, about: str, due_at: datetime) -> None:
    await session.execute(_ADD, {"order_id": order_id, "kind": kind, "about": about, "due_at": due_at})


async def claim(session: AsyncSession, now: datetime, until: datetime, longest: timedelta) -> Sequence[Any]:
    """What is due, across all shops, and not due again before `until`: ours to send until then."""
    rows = (await session.execute(_DUE, leases.at(now, longest))).all()
    if rows:
        tenants = sorted({row.tenant_id for row in rows})  # the index over ids begins with them
        await session.execute(_CLAIM, {"tenants": tenants, "mails": [row.id for row in rows], "until": until})
    return rows


async def end(
    session: AsyncSession, mail_ids: Sequence[str], status: str, due_at: datetime | None, error: str | None
) -> None:
    values = {"mails": list(mail_ids), "new_status": status, "new_due": due_at, "new_error": error}
    await session.execute(_END, values)
