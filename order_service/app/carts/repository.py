"""SQL of carts. Statements are built once; a cart that was read to be changed is saved only over what was read."""

from dataclasses import fields
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT
from order_service.app.carts.models import OPEN, Cart
from order_service.app.carts.rows import CartRow

_table: Any = Cart.__table__


_columns = [_table.c[field.name] for field in fields(CartRow)]
_ours = _table.c.tenant_id == TENANT
_BY_ID = select(*_columns).where(_ours, _table.c.id == bindparam("cart"), _table.c.owner_id == bindparam("owner"))
_CURRENT = select(*_columns).where(_ours, _table.c.open_for == bindparam("owner"))
_CURRENT_LOCKED = _CURRENT.with_for_update()
_ADD = insert(_table)
_CHANGEABLE = (
    *("owner_id", "open_for", "status", "version", "currency"),
    *("lines", "address", "shipping_code", "coupon_codes", "order_id"),
)
_SAVE = (
    update(_table)
    .where(_ours, _table.c.id == bindparam("cart"))
    .values({name: bindparam(f"new_{name}", type_=_table.c[name].type) for name in (*_CHANGEABLE, "updated_at")})
)
_as_seen = (_table.c.status == OPEN, _table.c.version == bindparam("seen_version"))
_SAVE_OVER = _SAVE.where(*_as_seen)
_CLAIM = (
    update(_table)
    .where(_ours, _table.c.id == bindparam("cart"), *_as_seen)
    .values(status=bindparam("new_status"), order_id=bindparam("new_order"))
)
_REOPEN = (
    update(_table)
    .where(_ours, _table.c.id == bindparam("cart"), _table.c.order_id == bindparam("order"))
    .values(status=OPEN, order_id=None)
)
_CLOSE = (
    update(_table)
    .where(_ours, _table.c.id == bindparam("cart"), _table.c.order_id == bindparam("order"))
    .values(status=bindparam("new_status"), open_for=None)
)
_HAND_OVER = update(_table).where(_ours, _table.c.owner_id == bindparam("before")).values(owner_id=bindparam("after"))


async def find(session: AsyncSession, cart_id: str, owner_id: str) -> CartRow | None:
    row = (await session.execute(_BY_ID, {"cart": cart_id, "owner": owner_id})).first()
    return CartRow(*row) if row is not None else None


async def current(session: AsyncSession, owner_id: str, *, lock: bool = False) -> CartRow | None:
    """The cart that is open for this owner."""
    statement = _CURRENT_LOCKED if lock else _CURRENT
    row = (await session.execute(statement, {"owner": owner_id})).first()
    return CartRow(*row) if row is not None else None


async def add(session: AsyncSession, cart: CartRow) -> None:
    row = {field.name: getattr(cart, field.name) for field in fields(CartRow)}
    await session.execute(_ADD, row | {"created_at": cart.updated_at})


async def save(session: AsyncSession, cart: CartRow) -> None:
    """The caller holds the row's lock."""
    await session.execute(_SAVE, _new(cart))


async def save_over(session: AsyncSession, cart: CartRow, version: int) -> bool:
    """Save an open cart that was read at this version; False when it is not that any more."""
    result: Any = await session.execute(_SAVE_OVER, {**_new(cart), "seen_version": version})
    return bool(result.rowcount == 1)


def _new(cart: CartRow) -> dict[str, Any]:
    return {"cart": cart.id, **{f"new_{name}": getattr(cart, name) for name in (*_CHANGEABLE, "updated_at")}}


async def claim(session: AsyncSession, cart_id: str, version: int, status: str, order_id: str) -> bool:
    """Tie an open cart of exactly this version to an order; False when it is not that any more."""
    values = {"cart": cart_id, "seen_version": version, "new_status": status, "new_order": order_id}
    result: Any = await session.execute(_CLAIM, values)
    return bool(result.rowcount == 1)


async def reopen(session: AsyncSession, cart_id: str, order_id: str) -> None:
    """Undo a claim: the cart is as it was."""
    await session.execute(_REOPEN, {"cart": cart_id, "order": order_id})


async def close(session: AsyncSession, cart_id: str, order_id: str, status: str) -> None:
    """The cart is no longer its owner's current one: the next will be a new one."""
    await session.execute(_CLOSE, {"cart": cart_id, "order": order_id, "new_status": status})


async def hand_over(session: AsyncSession, before: str, after: str) -> None:
    await session.execute(_HAND_OVER, {"before": before, "after": after})
