"""Which records can be taken at all; the others are named with the field at fault."""

from collections.abc import Mapping, Sequence
from typing import Any

from product_service.app.products.records import ProductRecord, Refusal, UpsertCounts

MAX_PRICE, MAX_QUANTITY, MAX_VARIANTS = 10**12, 10**6, 250
_LENGTHS = {"handle": 255, "vendor": 120, "currency": 3}


def sound(records: Sequence[ProductRecord], counts: UpsertCounts) -> list[ProductRecord]:
    """The records that can be stored at all; handles and SKUs may occur once in a batch."""
    taken: list[ProductRecord] = []
    handles: set[str] = set()
    skus: set[str] = set()
    for record in records:
        own = [one.sku for one in record.variants]
        fault = _fault(record)
        if fault is None and record.handle in handles:
            fault = ("handle", "the handle occurs twice")
        if fault is None and (len(set(own)) < len(own) or not skus.isdisjoint(own)):
            fault = ("sku", "a SKU occurs twice")
        if fault is not None:
            counts.refused.append(Refusal(record.handle, *fault))
            continue
        handles.add(record.handle)
        skus.update(own)
        taken.append(record)
    return taken


def _fault(record: ProductRecord) -> tuple[str, str] | None:
    for name, longest in _LENGTHS.items():
        if len(getattr(record, name)) > longest:
            return name, f"longer than {longest} characters"
    if any("\0" in text for text in (record.handle, record.vendor, *(one.sku for one in record.variants))):
        return "handle", "a NUL character is no text"
    if not record.handle or not any(record.title.values()):
        return ("title" if record.handle else "handle"), "must not be empty"
    if not 1 <= len(record.variants) <= MAX_VARIANTS:
        return "variants", f"between 1 and {MAX_VARIANTS} variants are needed"
    for one in record.variants:
        if not 0 < len(one.sku) <= 255:
            return "sku", "between 1 and 255 characters are needed"
        if not all(0 <= price <= MAX_PRICE for price in (one.price, *(one.prices or {}).values())):
            return "price", "out of range"
        if not 0 <= one.quantity <= MAX_QUANTITY:
            return "quantity", "out of range"
    return None


def taken_elsewhere(
    record: ProductRecord, product_id: str | None, skus: Mapping[str, Any], counts: UpsertCounts
) -> bool:
    taken = [one.sku for one in record.variants if one.sku in skus and skus[one.sku].product_id != product_id]
    if taken:
        counts.refused.append(Refusal(record.handle, "sku", f"{taken[0]} belongs to another product"))
    return bool(taken)
