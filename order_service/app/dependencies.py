"""The one place where this room's objects are built and handed to routes."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, Any, cast

import httpx
from fastapi import Depends, Request

from common.api_clients.products import ProductsClient
from common.api_clients.users import UsersClient
from common.clock import Clock
from common.database import Database
from common.idempotency import Idempotency
from common.mail import make_mailer
from common.runtime import Runtime
from common.security.dependencies import AnyCaller
from common.shop_settings import KnownSettings
from order_service.app.addresses.service import AddressService
from order_service.app.after_sales_room import AfterSales, Parts, build_after_sales
from order_service.app.cancellations.debts import CancellationDebts
from order_service.app.cancellations.service import CancellationService
from order_service.app.card_payments.service import CardPaymentService
from order_service.app.carts.service import CartService
from order_service.app.checkout.service import CheckoutService
from order_service.app.checkout.service.contacts import Contacts
from order_service.app.checkout.service.draft import Placing
from order_service.app.checkout.service.endings import Endings
from order_service.app.checkout.service.means import PaymentMeans
from order_service.app.checkout.service.paying import Paying
from order_service.app.checkout.service.place_order import Patience, PlaceOrder
from order_service.app.checkout.service.recovery import CheckoutRecovery
from order_service.app.checkout.service.saga import Checkpoint, Saga, pass_by
from order_service.app.checkout.service.stock import Stock
from order_service.app.exchanges.decisions import ExchangeDecisions
from order_service.app.exchanges.service import ExchangeService
from order_service.app.exports.service import ExportService
from order_service.app.fulfilments.service import FulfilmentService
from order_service.app.guests.service import guest_merged
from order_service.app.invoices.books import InvoiceBooks
from order_service.app.invoices.issuing import Issuing
from order_service.app.invoices.service import InvoiceService
from order_service.app.item_changes.service import ItemChangeService
from order_service.app.known_settings.models import KnownSettingsRow
from order_service.app.mails.service import OrderMails
from order_service.app.moving_in.service import MovingIn
from order_service.app.orders.service import OrderService
from order_service.app.payment_changes.service import PaymentChangeService
from order_service.app.payment_options.service import PaymentOptionService
from order_service.app.payments.gift_card import GiftCardProvider
from order_service.app.payments.providers import PaymentProvider, Providers
from order_service.app.payments.stripe import StripeProvider
from order_service.app.payments.stripe.api import StripeApi
from order_service.app.payments.stripe.browser import BrowserPayments
from order_service.app.payments.test_provider import TestProvider
from order_service.app.promotion_previews.service import PromotionPreviewService
from order_service.app.promotions.redeeming import Entitlements
from order_service.app.promotions.service import PromotionService
from order_service.app.provider_notices.service import ProviderNoticeService
from order_service.app.purchases.service import PurchaseService
from order_service.app.quotes.service import Quotes
from order_service.app.refunds.debts import RefundDebts
from order_service.app.refunds.service import RefundService
from order_service.app.reports.service import ReportService
from order_service.app.returns.decisions import ReturnDecisions
from order_service.app.returns.service import ReturnService
from order_service.app.sales_history.service import SalesHistory
from order_service.app.settings import OrderSettings
from order_service.app.settlements.service import Debts, Settlement
from order_service.app.tariffs.service import TariffRecords, Tariffs
from order_service.app.timelines.service import TimelineService
from order_service.app.webhooks.service import WebhookServices, make_webhooks

_INVOICES_EVERY = 1.0  # seconds


@dataclass(slots=True)
class Room:
    database: Database
    tariff_records: TariffRecords
    carts: CartService
    checkout: CheckoutService
    orders: OrderService
    moving_in: MovingIn
    sales_history: SalesHistory
    cancellations: CancellationService
    after_sales: AfterSales
    refunds: RefundService
    fulfilments: FulfilmentService
    timelines: TimelineService
    payment_options: PaymentOptionService
    browser_payments: BrowserPayments | None
    card_payments: CardPaymentService
    reports: ReportService
    exports: ExportService
    promotions: PromotionService
    promotion_previews: PromotionPreviewService
    purchases: PurchaseService
    provider_notices: ProviderNoticeService
    recovery: CheckoutRecovery
    settlement: Settlement
    refund_settlement: Settlement
    mails: OrderMails
    shop: KnownSettings
    issuing: Issuing
    invoices: InvoiceService
    invoice_books: InvoiceBooks
    webhooks: WebhookServices


class PaymentProviderMissing(ValueError):
    """PAYMENT_PROVIDERS names one that is not built in."""


def build_room(runtime: Runtime, clock: Clock, reached: Checkpoint = pass_by) -> Room:
    """Everything this service does, on the given clock; `reached` hears of every step of a saga."""
    settings, database = cast(OrderSettings, runtime.settings), runtime.database
    users = UsersClient(runtime.http, settings.user_service_url, runtime.service_tokens)
    products = ProductsClient(runtime.http, settings.product_service_url, runtime.service_tokens)
    quotes = Quotes(products, settings.quote_seconds)
    tariffs = Tariffs(database, clock, settings.default_currency, settings.home_country)
    entitlements = Entitlements(database, clock)
    contacts, shop = Contacts(users), KnownSettings(database, KnownSettingsRow)
    stripe_api = make_stripe_api(settings, runtime.http)
    stripe = StripeProvider(stripe_api, database, clock) if stripe_api is not None else None
    browser_payments = make_browser_payments(settings, stripe_api, database, clock)
    providers = make_providers(settings, database, clock, users, stripe)
    means = PaymentMeans(users, providers)
    endings = Endings(database, clock)
    stock, paying = Stock(products, quotes, settings.hold_seconds), Paying(providers, settings.unknown_outcome_wait)
    saga: Saga[Placing] = Saga(stock, providers, paying, endings, clock, reached)
    carts = CartService(database, quotes, tariffs, entitlements, clock, settings.default_currency, shop)
    place_order = PlaceOrder(
        database,
        carts,
        quotes,
        tariffs,
        entitlements,
        contacts,
        means,
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
    promotions = PromotionService(database, clock, settings.default_currency, tariffs.forget)
    idempotency = Idempotency(clock)
    recovering = {**times, "wanted": settings.checkout_patience, "pause": pause, "review": settings.review_interval}
    shared = Parts(database, idempotency, stock, providers, paying, means, quotes, clock, reached, recovering)
    return Room(
        database=database,
        tariff_records=TariffRecords(database, tariffs),
        carts=carts,
        checkout=CheckoutService(database, idempotency, place_order),
        orders=OrderService(database),
        moving_in=MovingIn(database, tariffs, users, means, providers, clock),
        sales_history=SalesHistory(database, clock),
        cancellations=CancellationService(database, idempotency, settlement, clock, lease=lease),
        after_sales=build_after_sales(shared, settlement_of),
        refunds=RefundService(database, idempotency, refund_settlement, clock, lease=lease),
        fulfilments=FulfilmentService(database, idempotency, clock, shop),
        timelines=TimelineService(database),
        payment_options=PaymentOptionService(providers, settings.stripe_publishable_key),
        browser_payments=browser_payments,
        card_payments=CardPaymentService(carts, quotes, browser_payments),
        reports=ReportService(database, clock, settings.default_currency, settings.time_zone),
        exports=ExportService(database),
        promotions=promotions,
        promotion_previews=PromotionPreviewService(promotions, tariffs, clock, settings.default_currency),
        purchases=PurchaseService(database),
        provider_notices=ProviderNoticeService(database, clock, stripe, settings.stripe_webhook_secret),
        recovery=CheckoutRecovery(database, saga, endings, clock, **recovering),
        settlement=settlement,
        refund_settlement=refund_settlement,
        mails=OrderMails(
            database,
            make_mailer(settings),
            contacts.email_of,
            clock,
            shop,
            settings.mail_from,
            settings.shop_name,
            shop_url=settings.web_origins[0] if settings.web_origins else "",
        ),
        shop=shop,
        issuing=Issuing(shop, clock, settings.shop_name, settings.time_zone),
        invoices=InvoiceService(database),
        invoice_books=InvoiceBooks(database),
        webhooks=make_webhooks(settings, database, clock, runtime.background),
    )


def make_providers(
    settings: OrderSettings,
    database: Database,
    clock: Clock,
    users: UsersClient,
    stripe: StripeProvider | None = None,
) -> Providers:
    """Those that are named, and the shop's own gift cards."""
    providers: list[PaymentProvider] = []
    for name in settings.payment_providers:
        if name == TestProvider.name:
            timeout, late = settings.provider_timeout, settings.test_provider_late
            providers.append(TestProvider(database, clock, env=settings.env, timeout=timeout, late=late))
        elif name == StripeProvider.name and stripe is not None:
            providers.append(stripe)
        else:
            raise PaymentProviderMissing(f"PAYMENT_PROVIDERS: {name} is not built in; there are: test, stripe")
    return Providers([*providers, GiftCardProvider(users)])


def make_stripe_api(settings: OrderSettings, http: httpx.AsyncClient) -> StripeApi | None:
    """None where the shop is not paid through it."""
    if StripeProvider.name not in settings.payment_providers:
        return None
    if settings.stripe_secret_key is None:
        raise PaymentProviderMissing("PAYMENT_PROVIDERS names stripe: STRIPE_SECRET_KEY is needed")
    key = settings.stripe_secret_key.get_secret_value()
    return StripeApi(http, settings.stripe_api_base, key, settings.stripe_timeout)


def make_browser_payments(
    settings: OrderSettings, api: StripeApi | None, database: Database, clock: Clock
) -> BrowserPayments | None:
    """None where the shop is not paid through Stripe."""
    if api is None:
        return None
    return BrowserPayments(api, database, clock, settings.stripe_publishable_key, settings.card_payment_patience)


@asynccontextmanager
async def open_room(runtime: Runtime) -> AsyncIterator[Room]:
    """The room in business: sagas left behind are taken up, mails sent, the guests of user_service followed."""
    room = build_room(runtime, Clock())
    settings = cast(OrderSettings, runtime.settings)
    runtime.background.loop("checkout.recovery", room.recovery.run_once, every=settings.recovery_interval)
    runtime.background.loop("cancellation.recovery", room.settlement.run_once, every=settings.recovery_interval)
    runtime.background.loop("refund.recovery", room.refund_settlement.run_once, every=settings.recovery_interval)
    runtime.background.loop("after_sales.recovery", room.after_sales.recover, every=settings.recovery_interval)
    if room.browser_payments is not None:
        cancel_unused = room.browser_payments.cancel_unused
        runtime.background.loop("card_payments.cancel", cancel_unused, every=settings.recovery_interval)
    runtime.background.loop("mails", room.mails.send_due, every=settings.mail_interval)
    sender, tidy = room.webhooks.sender, room.webhooks.housekeeping.tidy
    runtime.background.loop("webhooks", sender.dispatch, every=settings.webhook_interval, wake=sender.wake)
    runtime.background.loop("webhooks.tidy", tidy, every=3600)
    room.webhooks.recording.consume(runtime.events)
    room.issuing.consume(runtime.events, every=_INVOICES_EVERY)
    runtime.background.loop("idempotency.forget", room.checkout.forget_old_keys, every=3600)
    runtime.events.consume("user_service", {"guest.merged": guest_merged, **room.shop.handlers})
    yield room


async def _room(request: Request) -> Room:
    room: Room = request.app.state.room
    return room


async def tariff_records(room: Annotated[Room, Depends(_room)], caller: AnyCaller) -> TariffRecords:
    return room.tariff_records.on_behalf_of(caller.subject_id)


def _from_room(name: str) -> Callable[[Room], Awaitable[Any]]:
    async def pick(room: Annotated[Room, Depends(_room)]) -> Any:
        return getattr(room, name)

    return pick


def _after_sales(name: str) -> Callable[[Room], Awaitable[Any]]:
    async def pick(room: Annotated[Room, Depends(_room)]) -> Any:
        return getattr(room.after_sales, name)

    return pick


Carts = Annotated[CartService, Depends(_from_room("carts"))]
Checkout = Annotated[CheckoutService, Depends(_from_room("checkout"))]
Orders = Annotated[OrderService, Depends(_from_room("orders"))]
History = Annotated[SalesHistory, Depends(_from_room("sales_history"))]
OrdersMovingIn = Annotated[MovingIn, Depends(_from_room("moving_in"))]
Cancellations = Annotated[CancellationService, Depends(_from_room("cancellations"))]
OrderAddresses = Annotated[AddressService, Depends(_after_sales("addresses"))]
PaymentChanges = Annotated[PaymentChangeService, Depends(_after_sales("payment_changes"))]
ItemChanges = Annotated[ItemChangeService, Depends(_after_sales("item_changes"))]
Returns = Annotated[ReturnService, Depends(_after_sales("returns"))]
ReturnsOfStaff = Annotated[ReturnDecisions, Depends(_after_sales("return_decisions"))]
Exchanges = Annotated[ExchangeService, Depends(_after_sales("exchanges"))]
ExchangesOfStaff = Annotated[ExchangeDecisions, Depends(_after_sales("exchange_decisions"))]
Refunds = Annotated[RefundService, Depends(_from_room("refunds"))]
Fulfilments = Annotated[FulfilmentService, Depends(_from_room("fulfilments"))]
Timelines = Annotated[TimelineService, Depends(_from_room("timelines"))]
PaymentOptionsOffered = Annotated[PaymentOptionService, Depends(_from_room("payment_options"))]
CardPayments = Annotated[CardPaymentService, Depends(_from_room("card_payments"))]
Reports = Annotated[ReportService, Depends(_from_room("reports"))]
Exports = Annotated[ExportService, Depends(_from_room("exports"))]
Invoices = Annotated[InvoiceService, Depends(_from_room("invoices"))]
BooksOfInvoices = Annotated[InvoiceBooks, Depends(_from_room("invoice_books"))]
Promotions = Annotated[PromotionService, Depends(_from_room("promotions"))]
ProviderNotices = Annotated[ProviderNoticeService, Depends(_from_room("provider_notices"))]
PromotionPreviews = Annotated[PromotionPreviewService, Depends(_from_room("promotion_previews"))]
Purchases = Annotated[PurchaseService, Depends(_from_room("purchases"))]
Webhooks = Annotated[WebhookServices, Depends(_from_room("webhooks"))]
