"""The room: every object of this service, built once and handed to the routes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any

from fastapi import Depends, Request

from common.clock import Clock
from common.database import Database as ServiceDatabase
from common.idempotency import Idempotency
from common.runtime import Runtime
from common.shop_settings import KnownSettings
from product_service.app.categories.service import CategoryRecords, CategoryService
from product_service.app.demo.seed import DemoCatalogue
from product_service.app.exports.service import ExportService
from product_service.app.freshness import CataloguePages
from product_service.app.images.service import UnusedImages
from product_service.app.imports.service import ImportService
from product_service.app.imports.worker import ImportWorker
from product_service.app.inventory.service import InventoryService
from product_service.app.known_settings.models import KnownSettingsRow
from product_service.app.media.service import MediaService
from product_service.app.media.store import MediaStore
from product_service.app.moving_in.service import MovingIn
from product_service.app.products.bulk import BulkWriter
from product_service.app.products.bulk_changes import BulkChanges
from product_service.app.products.reader import ProductReader
from product_service.app.products.service import CatalogueService
from product_service.app.products.stock_list import StockLists
from product_service.app.products.stored import StoredProducts
from product_service.app.purchases.service import PurchaseService
from product_service.app.reservations.service import ReservationService
from product_service.app.reviews.service import ReviewService
from product_service.app.search.index import SearchIndex
from product_service.app.search.service import SearchService
from product_service.app.settings import ProductSettings
from product_service.app.stockroom.service import StockroomService
from product_service.app.storefront.service import StorefrontService

_PURGE_EVERY = 6 * 3600.0
_PURCHASES_EVERY = 5.0  # nobody waits to be vouched for; many orders at once cost less than one by one


@dataclass(slots=True)
class Room:
    """What routes ask for."""

    settings: ProductSettings
    database: ServiceDatabase
    categories: CategoryService
    category_records: CategoryRecords
    pages: CataloguePages
    inventory: InventoryService
    media: MediaStore
    unused_images: UnusedImages
    products: ProductReader
    catalogue: CatalogueService
    bulk: BulkChanges
    purchases: PurchaseService
    reviews: ReviewService
    storefront: StorefrontService
    stock_lists: StockLists
    stockroom: StockroomService
    shop: KnownSettings
    reservations: ReservationService
    search: SearchService
    imports: ImportService
    moving_in: MovingIn
    import_worker: ImportWorker
    new_import: asyncio.Event
    exports: ExportService
    idempotency: Idempotency


def make_room(runtime: Runtime, settings: ProductSettings, clock: Clock) -> Room:
    """Put the objects together; nothing runs yet."""
    database, language = runtime.database, settings.default_language
    pages = CataloguePages(runtime.response_cache)
    categories, media = CategoryService(), MediaService()
    store = MediaStore.at(settings.data_dir / "media", settings.media_url, settings.max_image_bytes)
    inventory = InventoryService(database, pages)
    products = ProductReader(database, categories, inventory, media)
    index = SearchIndex(products.documents, database.dialect)
    stored = StoredProducts(categories, inventory)
    bulk = BulkWriter(categories, inventory, media, index, stored, clock, language)
    catalogue = CatalogueService(database, categories, inventory, media, store, index, bulk, pages, language)
    stock_lists = StockLists(database, categories, inventory)
    purchases = PurchaseService(database, clock)
    search = SearchService(database, index)
    new_import = asyncio.Event()
    imports = ImportService(database, settings.data_dir / "media" / "imports", new_import, clock)
    return Room(
        settings=settings,
        database=database,
        categories=categories,
        category_records=CategoryRecords(database, pages, catalogue),
        pages=pages,
        inventory=inventory,
        media=store,
        unused_images=UnusedImages(database, store, media, products, clock),
        products=products,
        catalogue=catalogue,
        bulk=BulkChanges(database, categories, index, pages),
        purchases=purchases,
        reviews=ReviewService(database, products, catalogue, purchases),
        storefront=StorefrontService(database, products, categories, search, purchases),
        stock_lists=stock_lists,
        stockroom=StockroomService(inventory),
        shop=KnownSettings(database, KnownSettingsRow),
        reservations=ReservationService(database, inventory, products, clock),
        search=search,
        imports=imports,
        moving_in=MovingIn(database, catalogue),
        import_worker=ImportWorker(database, imports, catalogue, inventory, clock, settings.default_currency, language),
        new_import=new_import,
        exports=ExportService(database, stored, stock_lists, language),
        idempotency=Idempotency(clock),
    )


@asynccontextmanager
async def build_room(runtime: Runtime, settings: ProductSettings, clock: Clock) -> AsyncIterator[Room]:
    room = make_room(runtime, settings, clock)
    if settings.seed_demo:
        demo = DemoCatalogue(room.database, room.products, room.catalogue, room.media, room.reviews, clock)
        await demo.put_on_shelves()
    runtime.background.loop(
        "reservations.expire", room.reservations.expire_due, every=settings.reservation_sweep_seconds
    )
    runtime.background.loop("idempotency.forget", partial(room.idempotency.forget_old, room.database), every=3600)
    runtime.background.loop("imports", room.import_worker.run_due, every=5.0, wake=room.new_import)
    runtime.background.loop("imports.purge", room.imports.purge, every=_PURGE_EVERY)
    runtime.background.loop("media.purge", room.unused_images.purge, every=_PURGE_EVERY)
    bought = {
        "order.placed": room.purchases.placed,
        "order.imported": room.purchases.placed,
        "order.cancelled": room.purchases.cancelled,
    }
    runtime.events.consume("order_service", bought, every=_PURCHASES_EVERY, wakes=False)
    runtime.events.consume("user_service", {"guest.merged": room.purchases.merged, **room.shop.handlers})
    yield room


def _from_room(name: str) -> Callable[[Request], Any]:
    async def pick(request: Request) -> Any:
        return getattr(request.app.state.room, name)

    return pick


category_records = _from_room("category_records")
Database = Annotated[ServiceDatabase, Depends(_from_room("database"))]
Categories = Annotated[CategoryService, Depends(_from_room("categories"))]
Inventory = Annotated[InventoryService, Depends(_from_room("inventory"))]
Media = Annotated[MediaStore, Depends(_from_room("media"))]
Products = Annotated[ProductReader, Depends(_from_room("products"))]
Catalogue = Annotated[CatalogueService, Depends(_from_room("catalogue"))]
Bulk = Annotated[BulkChanges, Depends(_from_room("bulk"))]
Reviews = Annotated[ReviewService, Depends(_from_room("reviews"))]
Storefront = Annotated[StorefrontService, Depends(_from_room("storefront"))]
StockList = Annotated[StockLists, Depends(_from_room("stock_lists"))]
Shop = Annotated[KnownSettings, Depends(_from_room("shop"))]
Stockroom = Annotated[StockroomService, Depends(_from_room("stockroom"))]
Reservations = Annotated[ReservationService, Depends(_from_room("reservations"))]
Search = Annotated[SearchService, Depends(_from_room("search"))]
Imports = Annotated[ImportService, Depends(_from_room("imports"))]
ProductsMovingIn = Annotated[MovingIn, Depends(_from_room("moving_in"))]
Exports = Annotated[ExportService, Depends(_from_room("exports"))]
Idempotent = Annotated[Idempotency, Depends(_from_room("idempotency"))]
