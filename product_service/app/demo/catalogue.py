"""The demo products as written in res/demo, one file for each category."""

from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

import orjson

from common.languages import Texts
from product_service.app.products.records import NamedValue, ProductRecord, VariantRecord

FOLDER = Path(__file__).resolve().parents[2] / "res" / "demo"
CURRENCY = "EUR"
ORDER = (
    "monitors",
    "mice",
    "keyboards",
    "headphones",
    "chargers-and-cables",
    "storage",
    "laptop-and-tablet",
    "home-office",
)


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """A product to sell, what to draw for it, and the body colour of each of its variants."""

    record: ProductRecord
    drawing: str
    colours: tuple[str | None, ...]

    def caption(self, place: int) -> Texts:
        """What the picture of this variant shows: the title and, where it has one, the colour."""
        variant = self.record.variants[place]
        colour = next((one.value for one in variant.options if one.name["en"] == "Colour"), None)
        if colour is None:
            return self.record.title
        return {language: f"{text} – {colour[language]}" for language, text in self.record.title.items()}


def load() -> list[DemoProduct]:
    """All products; the categories take turns, so that the newest ones are not all of one kind."""
    shelves = [_shelf(orjson.loads((FOLDER / f"{slug}.json").read_bytes())) for slug in ORDER]
    return [product for product in chain.from_iterable(zip_longest(*shelves)) if product is not None]


def _shelf(written: dict[str, Any]) -> list[DemoProduct]:
    return [_product(product, written["slug"], written["name"]) for product in written["products"]]


def _product(written: dict[str, Any], category: str, category_name: Texts) -> DemoProduct:
    record = ProductRecord(
        handle=written["handle"],
        title=written["title"],
        description=written["description"],
        vendor=written["vendor"],
        category=category,
        category_name=category_name,
        currency=CURRENCY,
        attributes=_named(written["attributes"]),
        variants=[_variant(variant) for variant in written["variants"]],
    )
    return DemoProduct(record, written["drawing"], tuple(one.get("colour") for one in written["variants"]))


def _variant(written: dict[str, Any]) -> VariantRecord:
    options = _named(written["options"])
    texts = [option.value for option in options]
    title = {language: " / ".join(text[language] for text in texts) for language in ("en", "zh")} if texts else {}
    return VariantRecord(
        sku=written["sku"],
        price=written["price"],
        quantity=written["quantity"],
        title=title,
        options=options,
        weight_grams=written["weight_grams"],
    )


def _named(written: list[dict[str, Texts]]) -> list[NamedValue]:
    return [NamedValue(one["name"], one["value"]) for one in written]
