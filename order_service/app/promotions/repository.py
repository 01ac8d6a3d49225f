"""SQL of promotions; `uses` moves only by guarded statements, together with a row of promotion_uses."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import String, and_, bindparam, cast, delete, func, insert, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import utc_now
from common.database import TENANT
from order_service.app.promotions.models import Promotion, PromotionUse

_table: Any = Promotion.__table__
_uses: Any = PromotionUse.__table__
_moment = _table.c.starts_at.type
_now = bindparam("now", type_=_moment)
_this = (_table.c.tenant_id == TENANT, _table.c.id == bindparam("promotion"))
_BY_ID = select(_table).where(*_this)
_BY_CODES = select(_table).where(
    _table.c.tenant_id == TENANT, _table.c.code.in_(bindparam("codes", expanding=True)), _table.c.automatic.is_(False)
)
_AUTOMATIC = (
    select(_table)
    .where(
        _table.c.tenant_id == TENANT,
        _table.c.automatic.is_(True),
        _table.c.active.is_(True),
        or_(_table.c.ends_at.is_(None), _table.c.ends_at > _now),
    )
    .order_by(_table.c.priority.desc(), _table.c.id)
    .limit(bindparam("at_most"))
)
_running = (
    _table.c.active.is_(True),
    or_(_table.c.starts_at.is_(None), _table.c.starts_at <= _now),
    or_(_table.c.ends_at.is_(None), _table.c.ends_at > _now),
    or_(_table.c.max_uses.is_(None), _table.c.uses < _table.c.max_uses),
)
_TAKE_ONE = update(_table).where(*_this, *_running).values(uses=_table.c.uses + 1, updated_at=_table.c.updated_at)
_PUT_BACK = update(_table).where(*_this).values(uses=_table.c.uses - 1, updated_at=_table.c.updated_at)
_USED = (
    select(_uses.c.promotion_id, func.count())
    .where(
        _uses.c.tenant_id == TENANT,
        _uses.c.promotion_id.in_(bindparam("promotions", expanding=True)),
        or_(_uses.c.customer_id == bindparam("customer"), _uses.c.email == bindparam("email")),
    )
    .group_by(_uses.c.promotion_id)
)
_OF_ORDER = (_uses.c.tenant_id == TENANT, _uses.c.order_id == bindparam("order"))
_HAND_OVER = (
    update(_uses)
    .where(_uses.c.tenant_id == TENANT, _uses.c.customer_id == bindparam("before"))
    .values(customer_id=bindparam("after"))
)
Json = dict[str, Any]


async def add(session: AsyncSession, row: Json) -> None:
    await session.execute(insert(_table), row)


async def find(session: AsyncSession, promotion_id: str, *, lock: bool = False) -> Json | None:
    statement = _BY_ID.with_for_update() if lock else _BY_ID
    row = (await session.execute(statement, {"promotion": promotion_id})).mappings().first()
    return dict(row) if row is not None else None


async def by_codes(session: AsyncSession, codes: Sequence[str]) -> dict[str, Json]:
    """Those there are, by code."""
    rows = (await session.execute(_BY_CODES, {"codes": list(codes)})).mappings()
    return {row["code"]: dict(row) for row in rows}


async def automatic(session: AsyncSession, now: Any, at_most: int) -> list[Json]:
    """Those that count without a code, or will; the highest priority first."""
    rows = (await session.execute(_AUTOMATIC, {"now": now, "at_most": at_most})).mappings()
    return [dict(row) for row in rows]


async def page(session: AsyncSession, filters: Json, now: datetime, limit: int, before: str | None) -> list[Json]:
    """Newest first; `q` is a part of the code or the name, `running` whether it counts now, the others columns."""
    statement = select(_table).where(_table.c.tenant_id == TENANT)
    if "q" in filters:
        code = _table.c.code.contains(filters["q"].upper(), autoescape=True)
        statement = statement.where(
            or_(code, cast(_table.c.name, String(4000)).icontains(filters["q"], autoescape=True))
        )
    for flag in ("active", "automatic", "combinable"):
        if flag in filters:
            statement = statement.where(_table.c[flag].is_(filters[flag]))
    if "kind" in filters:
        statement = statement.where(_table.c.kind == filters["kind"])
    if "running" in filters:
        statement = statement.where(and_(*_running) if filters["running"] else not_(and_(*_running)))
    if before is not None:
        statement = statement.where(_table.c.id < before)
    statement = statement.order_by(_table.c.id.desc()).limit(limit)
    return [dict(row) for row in (await session.execute(statement, {"now": now})).mappings()]


async def change(session: AsyncSession, promotion_id: str, changes: Json) -> None:
    statement = update(_table).where(_table.c.tenant_id == TENANT, _table.c.id == promotion_id)
    await session.execute(statement.values(**changes, updated_at=utc_now()))


async def remove(session: AsyncSession, promotion_id: str) -> None:
    await session.execute(delete(_table).where(*_this), {"promotion": promotion_id})


async def take_one(session: AsyncSession, promotion_id: str, now: Any) -> bool:
    """One more use, if there is one to have; the row stays locked until the transaction ends."""
    result: Any = await session.execute(_TAKE_ONE, {"promotion": promotion_id, "now": now})
    return bool(result.rowcount == 1)


async def uses_by(
    session: AsyncSession, promotion_ids: Sequence[str], customer_id: str, email: str | None
) -> dict[str, int]:
    """How many orders of this customer have each of them, known by account or by address."""
    values = {"promotions": list(promotion_ids), "customer": customer_id, "email": email}
    return {row[0]: row[1] for row in await session.execute(_USED, values)}


async def add_use(session: AsyncSession, row: Json) -> None:
    await session.execute(insert(_uses), row)


async def give_back(session: AsyncSession, order_id: str) -> None:
    """The order has no promotions any more; nothing happens where that is so already."""
    used = (await session.scalars(select(_uses.c.promotion_id).where(*_OF_ORDER), {"order": order_id})).all()
    for promotion_id in sorted(used):
        this_use = delete(_uses).where(*_OF_ORDER, _uses.c.promotion_id == bindparam("promotion"))
        gone: Any = await session.execute(this_use, {"order": order_id, "promotion": promotion_id})
        if gone.rowcount == 1:
            await session.execute(_PUT_BACK, {"promotion": promotion_id})


async def hand_over(session: AsyncSession, before: str, after: str) -> None:
    await session.execute(_HAND_OVER, {"before": before, "after": after})
