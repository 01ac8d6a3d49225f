"""Rows of the catalogue as the JSON that shoppers read, in one language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from common.languages import Texts, localized
from common.money import money
from product_service.app.base import Record
from product_service.app.categories.service import CategoryName
from product_service.app.inventory.service import Availability, Level, availability
from product_service.app.products.models import ACTIVE, ARCHIVED, DRAFT

Words = Callable[[Texts], Any]
Json = dict[str, Any]
_BEST_FIRST: tuple[Availability, ...] = ("in_stock", "few_left", "out_of_stock")


def all_languages(texts: Texts) -> Any:
    """For staff, who edit every language: the texts as they are."""
    return texts


def best(labels: Iterable[Availability]) -> Availability:
    """A product is as available as the best of its variants."""
    found = set(labels)
    return next((label for label in _BEST_FIRST if label in found), "out_of_stock")


def summary(row: Record, category: CategoryName | None, label: Availability, words: Words = localized) -> Json:
    """A product on a list."""
    return {
        "id": row.id,
        "handle": row.handle,
        "title": words(row.title),
        "vendor": row.vendor,
        "category": category and {"id": category.id, "slug": category.slug, "name": words(category.name)},
        "price": money(row.price, row.currency),
        "max_price": money(row.max_price, row.currency),
        "availability": label,
        "image": row.image,
        "rating": rating(row.rating_sum, row.rating_count),
        "variant_id": row.variant_id,
        "variants_count": row.variants_count,
    }


def rating(total: int, count: int) -> Json | None:
    """The average of the shown reviews with two digits, or None without any."""
    return {"average": round(total / count, 2), "count": count} if count else None


def staff_facts(row: Record, levels: Sequence[Level]) -> Json:
    """What only staff sees of a product on a list."""
    on_hand, reserved = sum(level.on_hand for level in levels), sum(level.reserved for level in levels)
    return {
        "status": row.status,
        "version": row.version,
        "on_hand": on_hand,
        "reserved": reserved,
        "available": on_hand - reserved,
        "created_at": row.created_at,
        "updated_at": row.updated_at,
    }


def status_counts(counted: Mapping[str, int]) -> Json:
    """How many products there are of each status that staff sees, and of all."""
    return {"all": sum(counted.values()), **{status: counted.get(status, 0) for status in (ACTIVE, DRAFT, ARCHIVED)}}


def product(
    row: Record,
    category: CategoryName | None,
    variants: Sequence[Record],
    available: Mapping[str, int],
    media: Sequence[Record],
    words: Words = localized,
) -> Json:
    """A product on its own page."""
    shown = [variant(one, row.currency, available.get(one.id, 0), words) for one in variants]
    return {
        **summary(row, category, best(one["availability"] for one in shown), words),
        "status": row.status,
        "version": row.version,
        "description": words(row.description),
        "tags": row.tags,
        "attributes": [{"name": words(pair["name"]), "value": words(pair["value"])} for pair in row.attributes],
        "options": _product_options(variants, words),
        "variants": shown,
        "media": [{"id": one.id, "url": one.url, "alt": words(one.alt), "position": one.position} for one in media],
        "created_at": row.created_at,
        "updated_at": row.updated_at,
    }


def variant(row: Record, currency: str, available: int, words: Words = localized) -> Json:
    return {
        "id": row.id,
        "product_id": row.product_id,
        "sku": row.sku,
        "title": words(row.title),
        "options": options(row.options, words),
        "price": money(row.price, currency),
        "availability": availability(available),
        "image": row.image,
        "weight_grams": row.weight_grams,
        "version": row.version,
    }


def quote(row: Record, available: int) -> Json:
    """A variant as the other services price and freeze it, and how many there are."""
    return {**price(row), "available": max(0, available)}


def price(row: Record) -> Json:
    """A variant with its authoritative price; texts in all languages."""
    return {
        "variant_id": row.id,
        "product_id": row.product_id,
        "sku": row.sku,
        "title": row.product_title,
        "variant_title": row.title,
        "options": options(row.options, localized),
        "unit_price": money(row.price, row.currency),
        "image": row.image or row.product_image,
        "weight_grams": row.weight_grams,
        "category_id": row.category_id,
        "tax_class": row.tax_class,
    }


def options(pairs: Sequence[dict[str, Texts]], words: Words) -> Any:
    """{"Colour": "Black"}; with all languages a list of pairs, since texts cannot be keys."""
    if words is all_languages:
        return pairs
    return {words(pair["name"]): words(pair["value"]) for pair in pairs}


def _product_options(variants: Sequence[Record], words: Words) -> list[Json]:
    """Every option of the product with its values, in the order of the variants."""
    found: dict[str, Json] = {}
    for row in variants:
        for pair in row.options:
            entry = found.setdefault(localized(pair["name"]), {"name": words(pair["name"]), "values": []})
            value = words(pair["value"])
            if value not in entry["values"]:
                entry["values"].append(value)
    return list(found.values())
