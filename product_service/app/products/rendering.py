"""Rows of the catalogue as the JSON that shoppers read, in one language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from common.languages import Texts, localized
from common.money import money
from product_service.app.base import Record
from product_service.app.categories.service import CategoryName
from product_service.app.inventory.service import Availability, Level, availability
from product_service.app.products.currencies import price_in
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
    currency: str | None = None,
) -> Json:
    """A product on its own page. In a currency that nothing of it is for sale in, it has no price."""
    shown = [variant(one, row.currency, available.get(one.id, 0), words, currency) for one in variants]
    sold = [one for one in shown if one["price"] is not None]
    return {
        **summary(row, category, best(one["availability"] for one in sold), words),
        **({} if currency is None or currency == row.currency else _from_to(sold)),
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


def _from_to(sold: Sequence[Json]) -> Json:
    """What a product repeats of its variants, in another currency than its own."""
    if not sold:
        return {"price": None, "max_price": None}
    by_price = sorted(sold, key=lambda one: one["price"]["amount"])
    return {"price": by_price[0]["price"], "max_price": by_price[-1]["price"], "variant_id": by_price[0]["id"]}


def variant(row: Record, own: str, available: int, words: Words = localized, currency: str | None = None) -> Json:
    """`own` is the product's currency; `price` is None where it is not for sale in the one asked for."""
    amount = price_in(row, own, currency)
    return {
        "id": row.id,
        "product_id": row.product_id,
        "sku": row.sku,
        "title": words(row.title),
        "options": options(row.options, words),
        "price": None if amount is None else money(amount, currency or own),
        "prices": [money(row.price, own), *(money(each, other) for other, each in (row.prices or {}).items())],
        "availability": availability(available),
        "image": row.image,
        "weight_grams": row.weight_grams,
        "tax_class": row.tax_class,
        "version": row.version,
    }


def quote(row: Record, available: int, category_ids: Sequence[str]) -> Json:
    """A variant as the other services price and freeze it, and how many there are."""
    return {**price(row, category_ids), "available": max(0, available), "availability": availability(available)}


def price(row: Record, category_ids: Sequence[str]) -> Json:
    """A variant with its authoritative price; texts in all languages, its category with those above it."""
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
        "category_ids": category_ids,
        "tax_class": row.tax_class,
        **({"prices": row.prices} if row.prices else {}),
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
