"""Bringing products in, each with all its variants and their stock or not at all."""

import re
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import Database
from common.events import publish
from common.imports import ImportReport, take_in
from common.languages import localized
from common.security.caller import Caller
from product_service.app.moving_in.schemas import ProductImport, VariantImport
from product_service.app.products.currencies import others
from product_service.app.products.records import NamedValue, ProductRecord, VariantRecord
from product_service.app.products.schemas import NamedTexts
from product_service.app.products.service import CatalogueService, MixedCurrencies

PRODUCT = "product"  # the kind under which they are noted


@dataclass(frozen=True)
class MovingIn:
    database: Database
    catalogue: CatalogueService

    async def __call__(self, caller: Caller, items: list[ProductImport]) -> ImportReport:
        """What became of each; those that are here already are compared with what was brought in then."""

        async def bring_in(session: AsyncSession, item: ProductImport, _: None) -> None:
            await self.catalogue.bring_in(session, _record(item))
            news = {"action": "product.imported", "actor_id": caller.subject_id, "detail": {}}
            await publish(session, "audit.recorded", item.id, news)

        return await take_in(self.database, PRODUCT, items, _check, bring_in)


async def _check(item: ProductImport) -> None:
    if len({variant.price.currency for variant in item.variants}) > 1:
        raise MixedCurrencies


def _record(item: ProductImport) -> ProductRecord:
    return ProductRecord(
        id=item.id,
        handle=item.handle or _handle(item),
        title=dict(item.title),
        currency=item.variants[0].price.currency,
        variants=[_variant(variant) for variant in item.variants],
        description=dict(item.description),
        vendor=item.vendor,
        category=item.category,
        category_name=dict(item.category_name),
        tags=item.tags,
        attributes=_named(item.attributes),
        status=item.status,
    )


def _variant(given: VariantImport) -> VariantRecord:
    return VariantRecord(
        id=given.id,
        sku=given.sku or given.id,
        price=given.price.amount,
        prices=others(given.prices, given.price.currency) or None,
        quantity=given.quantity,
        title=dict(given.title),
        options=_named(given.options),
        weight_grams=given.weight_grams,
    )


def _handle(item: ProductImport) -> str:
    """`t-shirt-9523456873`"""
    return re.sub(r"[^a-z0-9]+", "-", f"{localized(item.title)[:80]} {item.id}".lower()).strip("-")


def _named(values: list[NamedTexts]) -> list[NamedValue]:
    return [NamedValue(dict(one.name), dict(one.value)) for one in values]
