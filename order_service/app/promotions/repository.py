"""SQL of promotions; `uses` moves only by guarded statements, together with a row of promotion_uses."""

from typing import Any

from sqlalchemy import bindparam, delete, func, insert, or_, select, update
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
_BY_CODE = select(_table).where(_table.c.tenant_id == TENANT, _table.c.code == bindparam("code"))
_TAKE_ONE = (
    update(_table)
    .where(
        *_this,
        _table.c.active.is_(True),
        or_(_table.c.starts_at.is_(None), _table.c.starts_at <= _now),
        or_(_table.c.ends_at.is_(None), _table.c.ends_at > _now),
        or_(_table.c.max_uses.is_(None), _table.c.uses < _table.c.max_uses),
    )
    .values(uses=_table.c.uses + 1, updated_at=_table.c.updated_at)
)
_PUT_BACK = update(_table).where(*_this).values(uses=_table.c.uses - 1, updated_at=_table.c.updated_at)
_of_promotion = select(func.count()).where(_uses.c.tenant_id == TENANT, _uses.c.promotion_id == bindparam("promotion"))
_BY_ACCOUNT = _of_promotion.where(_uses.c.customer_id == bindparam("customer"))
_BY_ADDRESS = _of_promotion.where(_uses.c.email == bindparam("email"), _uses.c.customer_id != bindparam("customer"))
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


async def by_code(session: AsyncSession, code: str) -> Json | None:
    row = (await session.execute(_BY_CODE, {"code": code})).mappings().first()
    return dict(row) if row is not None else None


async def page(session: AsyncSession, filters: Json, limit: int, before: str | None) -> list[Json]:
    """Newest first; `q` is a part of the code, `active` as the staff set it."""
    statement = select(_table).where(_table.c.tenant_id == TENANT)
    if "q" in filters:
        statement = statement.where(_table.c.code.contains(filters["q"].upper(), autoescape=True))
    if "active" in filters:
        statement = statement.where(_table.c.active.is_(filters["active"]))
    if before is not None:
        statement = statement.where(_table.c.id < before)
    statement = statement.order_by(_table.c.id.desc()).limit(limit)
    return [dict(row) for row in (await session.execute(statement)).mappings()]


async def change(session: AsyncSession, promotion_id: str, changes: Json) -> None:
    statement = update(_table).where(_table.c.tenant_id == TENANT, _table.c.id == promotion_id)
    await session.execute(statement.values(**changes, updated_at=utc_now()))


async def remove(session: AsyncSession, promotion_id: str) -> None:
    await session.execute(delete(_table).where(*_this), {"promotion": promotion_id})


async def take_one(session: AsyncSession, promotion_id: str, now: Any) -> bool:
    """One more use, if there is one to have; the row stays locked until the transaction ends."""
    result: Any = await session.execute(_TAKE_ONE, {"promotion": promotion_id, "now": now})
    return bool(result.rowcount == 1)


async def uses_by(session: AsyncSession, promotion_id: str, customer_id: str, email: str | None) -> int:
    """How many orders of this customer have it, known by account or by address."""
    values = {"promotion": promotion_id, "customer": customer_id}
    uses = int(await session.scalar(_BY_ACCOUNT, values) or 0)
    if email is not None:
        uses += int(await session.scalar(_BY_ADDRESS, values | {"email": email}) or 0)
    return uses


async def add_use(session: AsyncSession, row: Json) -> None:
    await session.execute(insert(_uses), row)


async def give_back(session: AsyncSession, order_id: str) -> None:
    """The order has no promotion any more; nothing happens where that is so already."""
    promotion_id = await session.scalar(select(_uses.c.promotion_id).where(*_OF_ORDER), {"order": order_id})
    if promotion_id is None:
        return
    gone: Any = await session.execute(delete(_uses).where(*_OF_ORDER), {"order": order_id})
    if gone.rowcount == 1:
        await session.execute(_PUT_BACK, {"promotion": promotion_id})


async def hand_over(session: AsyncSession, before: str, after: str) -> None:
    await session.execute(_HAND_OVER, {"before": before, "after": after})
