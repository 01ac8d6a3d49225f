"""create_app(): this service, ready to be served."""

import httpx
from fastapi import FastAPI

from common.config import load_settings
from common.service import Build, create_service
from order_service.app.addresses.routes import router as addresses
from order_service.app.base import Base
from order_service.app.cancellations.routes import router as cancellations
from order_service.app.card_payments.routes import router as card_payments
from order_service.app.carts.routes import router as carts
from order_service.app.checkout.routes import router as checkout
from order_service.app.dependencies import open_room
from order_service.app.exchanges.routes import router as exchanges
from order_service.app.exports.routes import router as exports
from order_service.app.fulfilments.routes import router as fulfilments
from order_service.app.invoices.routes import router as invoices
from order_service.app.item_changes.routes import router as item_changes
from order_service.app.moving_in.routes import router as moving_in
from order_service.app.orders.routes import router as orders
from order_service.app.payment_changes.routes import router as payment_changes
from order_service.app.payment_options.routes import router as payment_options
from order_service.app.promotion_previews.routes import router as promotion_previews
from order_service.app.promotions.routes import router as promotions
from order_service.app.provider_notices.routes import router as provider_notices
from order_service.app.purchases.routes import router as purchases
from order_service.app.refunds.routes import router as refunds
from order_service.app.reports.routes import router as reports
from order_service.app.returns.routes import router as returns
from order_service.app.sales_history.routes import router as sales_history
from order_service.app.settings import OrderSettings
from order_service.app.shipping_methods.routes import router as shipping_methods
from order_service.app.tax_rates.routes import router as tax_rates
from order_service.app.timelines.routes import router as timelines
from order_service.app.webhooks.routes import router as webhooks

DESCRIPTION = "Carts, checkout, payments and orders."


def create_app(
    settings: OrderSettings | None = None, http: httpx.AsyncClient | None = None, build: Build = open_room
) -> FastAPI:
    """`http` and `build` are for tests: siblings in this process, a clock of their own."""
    return create_service(
        settings or load_settings(OrderSettings),
        title="Shopkeeper orders",
        description=DESCRIPTION,
        base=Base,
        build=build,
        routers=(
            *(carts, checkout, moving_in, orders, cancellations, refunds, fulfilments, timelines),
            *(addresses, payment_changes, item_changes, returns, exchanges),
            *(promotion_previews, promotions, shipping_methods, tax_rates, payment_options, card_payments),
            *(reports, sales_history, exports, purchases, provider_notices, webhooks),
            invoices,
        ),
        begun=("/api/v1/checkouts", "/api/v1/carts/"),
        http=http,
    )
