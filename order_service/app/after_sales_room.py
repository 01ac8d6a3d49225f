"""The corner of the room where placed orders are changed, sent back and exchanged; see dependencies."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from common.clock import Clock
from common.database import Database
from common.idempotency import Idempotency
from order_service.app.addresses.service import AddressService
from order_service.app.checkout.service.means import PaymentMeans
from order_service.app.checkout.service.paying import Paying
from order_service.app.checkout.service.saga import Checkpoint, Saga
from order_service.app.checkout.service.stock import Stock
from order_service.app.exchanges.decisions import ExchangeDecisions
from order_service.app.exchanges.service import ExchangeService
from order_service.app.item_changes.service import ItemChangeService
from order_service.app.order_changes.service import OrderChanges
from order_service.app.order_changes.service.changing import Changing
from order_service.app.order_changes.service.debts import ChangeDebts
from order_service.app.order_changes.service.endings import ChangeEndings
from order_service.app.order_changes.service.recovery import ChangeRecovery
from order_service.app.payment_changes.service import PaymentChangeService
from order_service.app.payments.providers import Providers
from order_service.app.quotes.service import Quotes
from order_service.app.returns.debts import ReturnDebts
from order_service.app.returns.decisions import ReturnDecisions
from order_service.app.returns.service import ReturnService
from order_service.app.settlements.service import Debts, Settlement


@dataclass(frozen=True, slots=True)
class Parts:
    """What the whole room shares. `times` are those of a recovery: deadline, lease, wanted, pause, review (seconds)."""

    database: Database
    idempotency: Idempotency
    stock: Stock
    providers: Providers
    paying: Paying
    means: PaymentMeans
    quotes: Quotes
    clock: Clock
    reached: Checkpoint
    times: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AfterSales:
    addresses: AddressService
    payment_changes: PaymentChangeService
    item_changes: ItemChangeService
    returns: ReturnService
    return_decisions: ReturnDecisions
    exchanges: ExchangeService
    exchange_decisions: ExchangeDecisions
    recovery: ChangeRecovery
    return_settlement: Settlement

    async def recover(self) -> int:
        """Take up changes and returns that were left behind; how many there were."""
        return await self.recovery.run_once() + await self.return_settlement.run_once()


def build_after_sales(parts: Parts, settlement_of: Callable[[Debts], Settlement]) -> AfterSales:
    database, idempotency, clock, times = parts.database, parts.idempotency, parts.clock, parts.times
    means, lease = parts.means, parts.times["lease"]
    change_settlement, return_settlement = settlement_of(ChangeDebts()), settlement_of(ReturnDebts())
    endings = ChangeEndings(database, clock, lease=lease)
    saga: Saga[Changing] = Saga(parts.stock, parts.providers, parts.paying, endings, clock, parts.reached)
    changes = OrderChanges(database, saga, endings, change_settlement, deadline=times["deadline"])
    return AfterSales(
        addresses=AddressService(database, clock),
        payment_changes=PaymentChangeService(database, idempotency, changes, means),
        item_changes=ItemChangeService(database, idempotency, changes, parts.quotes, means),
        returns=ReturnService(database, idempotency, means, clock),
        return_decisions=ReturnDecisions(database, idempotency, return_settlement, clock, lease=lease),
        exchanges=ExchangeService(database, idempotency, parts.quotes, means, clock),
        exchange_decisions=ExchangeDecisions(database, idempotency, changes, means, clock),
        return_settlement=return_settlement,
        recovery=ChangeRecovery(database, saga, endings, change_settlement, clock, **times),
    )
