"""SQL of the PaymentIntents that shoppers confirm in the browser: one open for a cart, each used by one payment."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT, Database, leases, retrying, system_scope
from order_service.app.payments.stripe.models import StripeIntent

_table: Any = StripeIntent.__table__
_moment = _table.c.due_at.type
_this = (_table.c.tenant_id == TENANT, _table.c.id == bindparam("row"))
_until = bindparam("until", type_=_moment)
_ADD = insert(_table)
_FIND = select(_table).where(*_this)
_OPEN_FOR = select(_table).where(_table.c.tenant_id == TENANT, _table.c.open_for == bindparam("cart"))
_NAME = update(_table).where(*_this).values(intent_id=bindparam("intent"))
_KEEP = update(_table).where(*_this, _table.c.open_for.is_not(None)).values(due_at=_until)
_CLOSE = update(_table).where(*_this, _table.c.payment_id.is_(None)).values(open_for=None, due_at=_until)
_CLOSE_DUE = _CLOSE.where(_table.c.due_at == bindparam("was", type_=_moment))
_END = update(_table).where(*_this).values(due_at=None)
_USE = (
    update(_table)
    .where(
        _table.c.tenant_id == TENANT,
        _table.c.intent_id == bindparam("intent"),
        _table.c.open_for == bindparam("cart"),
        _table.c.owner_id == bindparam("owner"),
        _table.c.amount == bindparam("agreed"),
        _table.c.currency == bindparam("in_currency"),
    )
    .values(open_for=None, due_at=None, payment_id=bindparam("payment"))
)
_HAND_OVER = (
    update(_table)
    .where(_table.c.tenant_id == TENANT, _table.c.owner_id == bindparam("before"))
    .values(owner_id=bindparam("after"))
)
_DUE = (
    select(_table.c.tenant_id, _table.c.id).where(leases.run_out(_table.c.due_at)).order_by(_table.c.due_at).limit(50)
)
Json = dict[str, Any]


class Intents:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def open_for(self, cart_id: str) -> Any:
        async with self._database.reading() as session:
            return (await session.execute(_OPEN_FOR, {"cart": cart_id})).first()

    async def find(self, row_id: str) -> Any:
        async with self._database.reading() as session:
            return (await session.execute(_FIND, {"row": row_id})).first()

    @retrying
    async def add(self, row: Json) -> None:
        """Unless another one is open for this cart by now."""
        try:
            async with self._database.unit_of_work() as session:
                await session.execute(_ADD, row)
        except IntegrityError:
            pass

    @retrying
    async def name(self, row_id: str, intent_id: str) -> None:
        """Stripe's own id for it is known now."""
        async with self._database.unit_of_work() as session:
            await session.execute(_NAME, {"row": row_id, "intent": intent_id})

    async def keep(self, row_id: str, until: datetime) -> bool:
        """False when it is not open any more."""
        return await self._changed(_KEEP, {"row": row_id, "until": until})

    async def close(self, row_id: str, until: datetime) -> bool:
        """From here on nothing can be paid with it; False when a payment was first. `until`: who else cancels it."""
        return await self._changed(_CLOSE, {"row": row_id, "until": until})

    async def close_due(self, row_id: str, was: datetime, until: datetime) -> bool:
        """The same, unless somebody has kept it since `was` was read as when it is due."""
        return await self._changed(_CLOSE_DUE, {"row": row_id, "was": was, "until": until})

    async def end(self, row_id: str) -> None:
        """Nothing is left to do."""
        await self._changed(_END, {"row": row_id})

    async def due(self, now: datetime) -> Sequence[Any]:
        """(tenant, id) across all shops: what waited too long for its order, or was not cancelled yet."""
        with system_scope():
            async with self._database.reading() as session:
                return (await session.execute(_DUE, leases.at(now))).all()

    @retrying
    async def _changed(self, statement: Any, values: Json) -> bool:
        async with self._database.unit_of_work() as session:
            result: Any = await session.execute(statement, values)
            return bool(result.rowcount == 1)


async def use(session: AsyncSession, payment: Json, cart_id: str, owner_id: str) -> bool:
    """This payment is paid with its `token`; False unless that was made for this cart, person and amount, and waits."""
    values = {"intent": payment["token"], "cart": cart_id, "owner": owner_id, "payment": payment["id"]}
    agreed = {"agreed": payment["amount"], "in_currency": payment["currency"]}
    result: Any = await session.execute(_USE, values | agreed)
    return bool(result.rowcount == 1)


async def hand_over(session: AsyncSession, before: str, after: str) -> None:
    """A guest signed in: what the guest has confirmed is the user's."""
    await session.execute(_HAND_OVER, {"before": before, "after": after})
