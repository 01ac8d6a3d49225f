"""The product service as an ASGI app."""

from functools import partial

import httpx
from fastapi import FastAPI

from common.cache.rules import CacheRule
from common.clock import Clock
from common.config import load_settings
from common.service import create_service
from product_service.app.base import Base
from product_service.app.categories.routes import router as categories
from product_service.app.dependencies import build_room
from product_service.app.exports.routes import router as exports
from product_service.app.freshness import CATALOGUE
from product_service.app.images.routes import router as images
from product_service.app.imports.routes import router as imports
from product_service.app.imports.service import MAX_UPLOAD
from product_service.app.inventory.routes import router as inventory
from product_service.app.media.routes import router as media
from product_service.app.moving_in.routes import router as moving_in
from product_service.app.products.routes import internal as variants_for_services
from product_service.app.products.routes import router as products
from product_service.app.reservations.routes import router as reservations
from product_service.app.reviews.routes import router as reviews
from product_service.app.search.routes import router as search
from product_service.app.settings import ProductSettings
from product_service.app.stockroom.routes import router as stockroom
from product_service.app.storefront.routes import router as storefront

_FILTERS = (
    *("category", "vendor", "min_price", "max_price", "in_stock", "min_rating"),
    *("currency", "sort", "limit", "cursor"),
)
CACHEABLE = (
    CacheRule("/api/v1/products/picks", ("limit", "currency"), CATALOGUE),
    CacheRule("/api/v1/products/{product_id}", ("texts", "currency"), CATALOGUE),
    CacheRule("/api/v1/products", (*_FILTERS, "ids", "status", "texts", "facet", "facets", "q", "counts"), CATALOGUE),
    CacheRule("/api/v1/products/{product_id}/related", ("limit", "currency"), CATALOGUE),
    CacheRule("/api/v1/products/{product_id}/reviews", ("sort", "rating", "language", "limit", "cursor"), CATALOGUE),
    CacheRule("/api/v1/search", ("q", *_FILTERS, "facet", "literal"), CATALOGUE),
    CacheRule("/api/v1/search/suggest", ("q", "limit", "currency"), CATALOGUE),
    CacheRule("/api/v1/categories", ("limit", "cursor", "slug", "parent_id", "texts"), CATALOGUE),
    CacheRule("/api/v1/variants/{variant_id}", ("texts", "currency"), CATALOGUE),
)
_FORM_BYTES = 20_000  # what a form takes besides its file


def create_app(
    settings: ProductSettings | None = None, http: httpx.AsyncClient | None = None, clock: Clock | None = None
) -> FastAPI:
    """The whole service; tests hand in settings, a client and a clock of their own."""
    settings = settings or load_settings(ProductSettings)
    return create_service(
        settings,
        title="Shopkeeper products",
        description="The catalogue, its stock and reservations, images, search and imports.",
        base=Base,
        build=partial(build_room, settings=settings, clock=clock or Clock()),
        routers=[
            storefront,
            moving_in,
            products,
            search,
            reservations,
            variants_for_services,
            stockroom,
            inventory,
            categories,
            images,
            media,
            imports,
            exports,
            reviews,
        ],
        cacheable=CACHEABLE,
        uploads={
            "/api/v1/imports": MAX_UPLOAD + _FORM_BYTES,
            "/api/v1/products/{product_id}/media": settings.max_image_bytes + _FORM_BYTES,
        },
        http=http,
    )
