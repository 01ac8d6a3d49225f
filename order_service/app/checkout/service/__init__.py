"""The checkout's operations."""

from common.database import Database
from common.idempotency import Idempotency, Receipt
from common.security.caller import Caller
from order_service.app.checkout.schemas import CheckoutCreate
from order_service.app.checkout.service.place_order import PlaceOrder, Reply


class CheckoutService:
    """Placing an order, once per idempotency key."""

    def __init__(self, database: Database, idempotency: Idempotency, place_order: PlaceOrder) -> None:
        self._database = database
        self._idempotency = idempotency
        self._place_order = place_order

    async def __call__(self, caller: Caller, key: str, wanted: CheckoutCreate) -> Reply:
        body, receipt = wanted.model_dump(mode="json"), Receipt()

        async def place_order() -> Reply:
            return await self._place_order(caller, key, wanted, receipt)

        status, order, _ = await self._idempotency.run(
            self._database, caller, "checkouts", key, body, place_order, receipt
        )
        return status, order

    async def forget_old_keys(self) -> None:
        await self._idempotency.forget_old(self._database)
