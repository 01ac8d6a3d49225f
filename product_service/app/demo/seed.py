"""Puts the demo catalogue on the shelves, once, of a shop that never had a product."""

from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import DEFAULT_TENANT, Database, use_tenant
from common.observability.logs import get_logger
from product_service.app.demo.catalogue import DemoProduct, load
from product_service.app.demo.images import picture
from product_service.app.demo.reviews import rows_of, written
from product_service.app.media.store import MediaStore
from product_service.app.products.reader import ProductReader
from product_service.app.products.records import MediaRecord, ProductRecord
from product_service.app.products.service import CatalogueService
from product_service.app.reviews.service import ReviewService

log = get_logger(__name__)


@dataclass(frozen=True)
class DemoCatalogue:
    """What was deleted stays deleted: a shop that ever had a product is left alone."""

    database: Database
    products: ProductReader
    catalogue: CatalogueService
    store: MediaStore
    reviews: ReviewService
    clock: Clock

    async def put_on_shelves(self) -> int:
        """How many products were put there."""
        with use_tenant(DEFAULT_TENANT):
            if await self.products.ever_any():
                return 0
            records = [await self._illustrated(product) for product in load()]
            try:
                async with self.database.unit_of_work() as session:
                    counts = await self.catalogue.upsert_products(session, records)
                    await self._review(session)
            except IntegrityError:  # another worker of this service was quicker
                return 0
        log.info("demo catalogue seeded", products=counts.created)
        return counts.created

    async def _review(self, session: AsyncSession) -> None:
        """What customers might say of two thirds of it, in both languages, praise and blame."""
        reviews = written()
        product_ids = await self.products.ids_of(session, sorted(reviews))
        await self.reviews.seed(session, rows_of(reviews, product_ids, self.clock.now()))

    async def _illustrated(self, product: DemoProduct) -> ProductRecord:
        """Draw a picture for every colour and show each variant in its own."""
        record, drawn = product.record, dict[str | None, MediaRecord]()
        for place, (variant, colour) in enumerate(zip(record.variants, product.colours, strict=True)):
            if colour not in drawn:
                file = await self.store.put(DEFAULT_TENANT, picture(product.drawing, colour, record.category or ""))
                drawn[colour] = MediaRecord(file.url, file.content_type, file.size, product.caption(place))
            variant.image = drawn[colour].url
        record.media = list(drawn.values())
        return record
