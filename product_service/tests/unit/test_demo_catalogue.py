"""The demo catalogue is complete, in both languages, and its pictures are small and always the same."""

from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

from common.languages import LANGUAGES
from product_service.app.demo.catalogue import DemoProduct, load
from product_service.app.demo.drawings import DRAWINGS
from product_service.app.demo.images import TONES, picture
from product_service.app.demo.reviews import written
from product_service.app.media.store import kind_of

PRODUCTS = load()


def _texts(product: DemoProduct) -> Iterator[dict[str, str]]:
    record = product.record
    yield from (record.title, record.description, record.category_name)
    for named in record.attributes:
        yield from (named.name, named.value)
    for place, variant in enumerate(record.variants):
        yield product.caption(place)
        for option in variant.options:
            yield from (option.name, option.value)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.record.handle)
def test_every_text_is_there_in_both_languages(product: DemoProduct) -> None:
    for text in _texts(product):
        assert tuple(text) == LANGUAGES
        assert all(words.strip() == words and words for words in text.values())
    assert any("\u4e00" <= character <= "\u9fff" for character in product.record.title["zh"])
    assert any("\u4e00" <= character <= "\u9fff" for character in product.record.description["zh"])


def test_handles_and_skus_are_unique_and_prices_make_sense() -> None:
    records = [product.record for product in PRODUCTS]
    skus = Counter(variant.sku for record in records for variant in record.variants)
    assert set(Counter(record.handle for record in records).values()) == set(skus.values()) == {1}
    assert len(records) >= 60
    assert len({record.category for record in records}) == 8
    for record in records:
        options = [tuple(option.value["en"] for option in variant.options) for variant in record.variants]
        assert len(set(options)) == len(options), record.handle
        assert all(variant.price > 0 and variant.quantity >= 0 for variant in record.variants)
        assert any(variant.quantity for variant in record.variants), record.handle


def test_sells_what_the_tour_looks_for() -> None:
    def cheap(category: str, words: str) -> list[Any]:
        shelf = (product.record for product in PRODUCTS if product.record.category == category)
        return [record for record in shelf if words in record.title["en"] and record.variants[0].price < 20_000]

    assert len(cheap("monitors", "24-inch")) >= 3
    assert len(cheap("mice", "wireless")) >= 5


@pytest.mark.parametrize("drawing", sorted(DRAWINGS))
def test_every_drawing_is_a_small_svg_in_its_colour_and_never_changes(drawing: str) -> None:
    first, second = (picture(drawing, "#2f456e", "mice") for _ in range(2))
    assert first == second
    assert first != picture(drawing, "#c0453f", "mice")
    assert kind_of(first) == "svg"
    assert len(first) < 10_000
    assert ElementTree.fromstring(first).tag == "{http://www.w3.org/2000/svg}svg"


def test_products_use_every_drawing_and_tone() -> None:
    assert {product.drawing for product in PRODUCTS} == set(DRAWINGS)
    assert {product.record.category for product in PRODUCTS} == set(TONES)


def test_two_thirds_are_reviewed_in_both_languages_with_praise_and_blame() -> None:
    handles = {product.record.handle for product in load()}
    reviews = written()
    assert reviews.keys() <= handles
    assert len(reviews) * 3 >= len(handles) * 2
    listed = [review for of_product in reviews.values() for review in of_product]
    assert {review[1] for review in listed} == {"en", "zh"}
    assert {review[0] for review in listed} == {1, 2, 3, 4, 5}
    assert all(len(review) == 6 and review[3] and review[4] and "@" not in review[2] for review in listed)
