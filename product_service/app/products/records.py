"""What a file or a seed says about products: the shape every bulk write takes.

Texts are {"en": …, "zh": …}; prices are minor units. A record's natural key is its handle, a variant's its SKU.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import md5

import orjson

from common.languages import Texts

STANDARD = "standard"  # the tax class of whatever says nothing else


@dataclass(slots=True)
class NamedValue:
    """An attribute or an option, e.g. Colour: Black."""

    name: Texts
    value: Texts


@dataclass(slots=True)
class MediaRecord:
    """An image already stored (`MediaStore.put` gives url, content_type and size)."""

    url: str
    content_type: str
    size: int
    alt: Texts = field(default_factory=dict)


@dataclass(slots=True)
class VariantRecord:
    """`quantity` is the stock a variant starts with; it is not looked at when the variant is already known.

    `id` is one that a new variant brings along from another shop.
    A `tax_class` of "" says nothing: a new variant is standard, a known one stays what it is. `prices` are those in
    other currencies than the product's; None says nothing of them.
    """

    sku: str
    price: int
    quantity: int = 0
    prices: dict[str, int] | None = None
    title: Texts = field(default_factory=dict)
    options: list[NamedValue] = field(default_factory=list)
    weight_grams: int = 0
    tax_class: str = ""
    image: str | None = None
    id: str | None = None


@dataclass(slots=True)
class ProductRecord:
    """A product with its variants. `category` is a slug; an unknown one is created under `category_name`.

    `media` None leaves the images a known product has; a list replaces them. `id` is one that a new product brings
    along from another shop.
    """

    handle: str
    title: Texts
    currency: str
    variants: Sequence[VariantRecord]
    description: Texts = field(default_factory=dict)
    vendor: str = ""
    category: str | None = None
    category_name: Texts = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    attributes: list[NamedValue] = field(default_factory=list)
    media: list[MediaRecord] | None = None
    status: str = "active"
    id: str | None = None

    def hash(self) -> str:
        """Equal for equal records, whatever their quantities: those set the stock, not the product."""
        variants = [_said(variant) for variant in self.variants]
        content = (
            (self.handle, self.title, self.description, self.vendor, self.category, self.currency, self.status),
            (self.tags, self.attributes, self.media, variants),
        )
        return md5(orjson.dumps(content), usedforsecurity=False).hexdigest()


def _said(v: VariantRecord) -> tuple[object, ...]:
    said = (v.sku, v.price, v.title, v.options, v.weight_grams, v.tax_class, v.image)
    return said if v.prices is None else (*said, sorted(v.prices.items()))


@dataclass(slots=True)
class Refusal:
    """A record that could not be taken: its handle, the field at fault and why."""

    handle: str
    field: str
    reason: str


@dataclass(slots=True)
class UpsertCounts:
    """What a bulk write did; `known_variants` maps the SKUs that were there before to their variant ids."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[Refusal] = field(default_factory=list)
    known_variants: dict[str, str] = field(default_factory=dict)
