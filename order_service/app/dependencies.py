"""The one place where this room's objects are built and handed to routes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from common.api_clients.products import ProductsClient
from common.api_clients.users import UsersClient
from common.clock import Clock
from common.database import Database
from common.idempotency import Idempotency
from common.mail import make_mailer
from common.runtime import Runtime
from common.security.dependencies import AnyCaller
from order_service.app.cancellations.debts import CancellationDebts
from order_service.app.cancellations.service import CancellationService
from order_service.app.carts.service import CartService
from order_service.app.checkout.service import CheckoutService
from order_service.app.checkout.service.contacts import Contacts
from order_service.app.checkout.service.endings import Endings
from order_service.app.checkout.service.paying import Paying
from order_service.app.checkout.service.place_order import Patience, PlaceOrder
from order_service.app.checkout.service.recovery import CheckoutRecovery
from order_service.app.checkout.service.saga import CheckoutSaga, Checkpoint, pass_by
from order_service.app.checkout.service.stock import Stock
from order_service.app.exports.service import ExportService
from order_service.app.fulfilments.service import FulfilmentService
from order_service.app.guests.service import guest_merged
from order_service.app.mails.service import OrderMails
from order_service.app.orders.service import OrderService
from order_service.app.payment_options.service import PaymentOptionService
from order_service.app.payments.providers import PaymentProvider, Providers
from order_service.app.payments.test_provider import TestProvider
from order_service.app.pricing.tariffs import TariffRecords, Tariffs
from order_service.app.promotions.service import PromotionService
from order_service.app.purchases.service import PurchaseService
from order_service.app.quotes.service import Quotes
from order_service.app.refunds.debts import RefundDebts
from order_service.app.refunds.service import RefundService
from order_service.app.reports.service import ReportService
from order_service.app.settings import OrderSettings
from order_service.app.settlements.service import Debts, Settlement
from order_service.app.timelines.service import TimelineService


@dataclass(slots=True)
class Room:
    database: Database
    tariff_records: TariffRecords
    carts: CartService
    checkout: CheckoutService
    orders: OrderService
    cancellations: CancellationService
    refunds: RefundService
    fulfilments: FulfilmentService
    timelines: TimelineService
    payment_options: PaymentOptionService
    reports: ReportService
    exports: ExportService
    promotions: PromotionService
    purchases: PurchaseService
    recovery: CheckoutRecovery
    settlement: Settlement
    refund_settlement: Settlement
    mails: OrderMails


class NoSuchProvider(ValueError):
    """PAYMENT_PROVIDERS names one that is not built in."""


def build_room(runtime: Runtime, clock: Clock, reached: Checkpoint = pass_by) -> Room:
    """Everything this service does, on the given clock; `reached` hears of every step of a saga."""
    settings, database = cast(OrderSettings, runtime.settings), runtime.database
    users = UsersClient(runtime.http, settings.user_service_url, runtime.service_tokens)
    products = ProductsClient(runtime.http, settings.product_service_url, runtime.service_tokens)
    quotes = Quotes(products, settings.quote_seconds)
    tariffs = Tariffs(database, settings.default_currency)
    contacts = Contacts(users)
    providers = make_providers(settings, database, clock)
    endings = Endings(database, clock)
    stock, paying = Stock(products, quotes, settings.hold_seconds), Paying(providers, settings.unknown_outcome_wait)
    saga = CheckoutSaga(stock, providers, paying, endings, clock, reached)
    carts = CartService(database, quotes, tariffs, clock, settings.default_currency)
    place_order = PlaceOrder(
        database,
        carts,
        quotes,
        tariffs,
        users,
        contacts,
        providers,
        saga,
        endings,
        clock,
        Patience(settings.checkout_deadline, settings.checkout_lease),
    )
    times = {"deadline": settings.checkout_deadline, "lease": settings.checkout_lease}
    pause = settings.recovery_interval

    def settlement_of(debts: Debts) -> Settlement:
        return Settlement(database, products, providers, clock, debts, **times, pause=pause, reached=reached)

    settlement, refund_settlement = settlement_of(CancellationDebts()), settlement_of(RefundDebts())
    lease = settings.checkout_lease
    idempotency = Idempotency(clock)
    return Room(
        database=database,
        tariff_records=TariffRecords(database, tariffs),
        carts=carts,
        checkout=CheckoutService(database, idempotency, place_order),
        orders=OrderService(database),
        cancellations=CancellationService(database, idempotency, settlement, clock, lease=lease),
        refunds=RefundService(database, idempotency, refund_settlement, clock, lease=lease),
        fulfilments=FulfilmentService(database, idempotency, clock),
        timelines=TimelineService(database),
        payment_options=PaymentOptionService(providers),
        reports=ReportService(database, clock, settings.default_currency, settings.time_zone),
        exports=ExportService(database),
        promotions=PromotionService(database, clock, settings.default_currency),
        purchases=PurchaseService(database),
        recovery=CheckoutRecovery(
            database,
            saga,
            endings,
            clock,
            **times,
            wanted=settings.checkout_patience,
            pause=pause,
            review=settings.review_interval,
        ),
        settlement=settlement,
        refund_settlement=refund_settlement,
        mails=OrderMails(
            database, make_mailer(settings), contacts.email_of, clock, settings.mail_from, settings.shop_name
        ),
    )


def make_providers(settings: OrderSettings, database: Database, clock: Clock) -> Providers:
    providers: list[PaymentProvider] = []
    for name in settings.payment_providers:
        if name != TestProvider.name:
            raise NoSuchProvider(f"PAYMENT_PROVIDERS: {name} is not built in; there is: {TestProvider.name}")
        timeout, late = settings.provider_timeout, settings.test_provider_late
        providers.append(TestProvider(database, clock, env=settings.env, timeout=timeout, late=late))
    return Providers(providers)


@asynccontextmanager
async def open_room(runtime: Runtime) -> AsyncIterator[Room]:
    """The room in business: sagas left behind are taken up, mails sent, the guests of user_service followed."""
    room = build_room(runtime, Clock())
    settings = cast(OrderSettings, runtime.settings)
    runtime.background.loop("checkout.recovery", room.recovery.run_once, every=settings.recovery_interval)
    runtime.background.loop("cancellation.recovery", room.settlement.run_once, every=settings.recovery_interval)
    runtime.background.loop("refund.recovery", room.refund_settlement.run_once, every=settings.recovery_interval)
    runtime.background.loop("mails", room.mails.send_due, every=settings.mail_interval)
    runtime.background.loop("idempotency.forget", room.checkout.forget_old_keys, every=3600)
    runtime.events.consume("user_service", {"guest.merged": guest_merged})
    yield room


async def _room(request: Request) -> Room:
    room: Room = request.app.state.room
    return room


async def tariff_records(room: Annotated[Room, Depends(_room)], caller: AnyCaller) -> TariffRecords:
    return room.tariff_records.on_behalf_of(caller.subject_id)


async def _carts(room: Annotated[Room, Depends(_room)]) -> CartService:
    return room.carts


async def _checkout(room: Annotated[Room, Depends(_room)]) -> CheckoutService:
    return room.checkout


async def _orders(room: Annotated[Room, Depends(_room)]) -> OrderService:
    return room.orders


async def _cancellations(room: Annotated[Room, Depends(_room)]) -> CancellationService:
    return room.cancellations


async def _refunds(room: Annotated[Room, Depends(_room)]) -> RefundService:
    return room.refunds


async def _fulfilments(room: Annotated[Room, Depends(_room)]) -> FulfilmentService:
    return room.fulfilments


async def _timelines(room: Annotated[Room, Depends(_room)]) -> TimelineService:
    return room.timelines


async def _payment_options(room: Annotated[Room, Depends(_room)]) -> PaymentOptionService:
    return room.payment_options


async def _reports(room: Annotated[Room, Depends(_room)]) -> ReportService:
    return room.reports


async def _exports(room: Annotated[Room, Depends(_room)]) -> ExportService:
    return room.exports


async def _promotions(room: Annotated[Room, Depends(_room)]) -> PromotionService:
    return room.promotions


async def _purchases(room: Annotated[Room, Depends(_room)]) -> PurchaseService:
    return room.purchases


Carts = Annotated[CartService, Depends(_carts)]
Checkout = Annotated[CheckoutService, Depends(_checkout)]
Orders = Annotated[OrderService, Depends(_orders)]
Cancellations = Annotated[CancellationService, Depends(_cancellations)]
Refunds = Annotated[RefundService, Depends(_refunds)]
Fulfilments = Annotated[FulfilmentService, Depends(_fulfilments)]
Timelines = Annotated[TimelineService, Depends(_timelines)]
PaymentOptionsOffered = Annotated[PaymentOptionService, Depends(_payment_options)]
Reports = Annotated[ReportService, Depends(_reports)]
Exports = Annotated[ExportService, Depends(_exports)]
Promotions = Annotated[PromotionService, Depends(_promotions)]
Purchases = Annotated[PurchaseService, Depends(_purchases)]
