"""SQL of what Stripe was asked."""

from contextlib import suppress
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from common.database import TENANT, Database, retrying, system_scope
from order_service.app.payments.stripe import intents
from order_service.app.payments.stripe.models import StripePayment

_table: Any = StripePayment.__table__
_this = (_table.c.tenant_id == TENANT, _table.c.id == bindparam("payment"))
_ADD = insert(_table)
_FIND = select(_table).where(*_this)
_NAME = update(_table).where(*_this).values(intent_id=bindparam("intent"))
_BY_INTENT = select(_table).where(_table.c.intent_id == bindparam("intent"))


class Books:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, payment_id: str) -> Any:
        async with self._database.reading() as session:
            return (await session.execute(_FIND, {"payment": payment_id})).first()

    async def open(self, row: dict[str, Any]) -> Any:
        """The row, as it was written first: an id that is known keeps what it was known with."""
        try:
            async with self._database.unit_of_work() as session:
                await session.execute(_ADD, row)
        except IntegrityError:
            pass
        return await self.find(row["id"])

    async def open_confirmed(self, row: dict[str, Any], cart_id: str, owner_id: str) -> Any:
        """The same, and with it the PaymentIntent `token` becomes this payment's; without `intent_id` it may not."""
        with suppress(IntegrityError):
            await self._open_confirmed(row, cart_id, owner_id)
        return await self.find(row["id"])

    @retrying
    async def _open_confirmed(self, row: dict[str, Any], cart_id: str, owner_id: str) -> None:
        async with self._database.unit_of_work() as session:
            await session.execute(_ADD, row)
            if await intents.use(session, row, cart_id, owner_id):
                await session.execute(_NAME, {"payment": row["id"], "intent": row["token"]})

    async def name(self, payment_id: str, intent_id: str) -> None:
        """Stripe's own id for it is known now."""
        async with self._database.unit_of_work() as session:
            await session.execute(_NAME, {"payment": payment_id, "intent": intent_id})

    async def of_intent(self, intent_id: str) -> Any:
        """Across all shops: whose payment Stripe speaks of; None when it is none of ours."""
        with system_scope():
            async with self._database.reading() as session:
                return (await session.execute(_BY_INTENT, {"intent": intent_id})).first()
