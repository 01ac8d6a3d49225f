"""Labels, texts and names as shoppers see them; no database."""

import pytest

from product_service.app.inventory.service import availability
from product_service.app.media.store import NotAnImage, kind_of
from product_service.app.products.records import NamedValue, ProductRecord, VariantRecord
from product_service.app.products.rendering import all_languages, best, options


@pytest.mark.parametrize(
    ("available", "label"),
    [(-1, "out_of_stock"), (0, "out_of_stock"), (1, "few_left"), (5, "few_left"), (6, "in_stock"), (10**6, "in_stock")],
)
def test_the_label_is_coarse(available: int, label: str) -> None:
    assert availability(available) == label


def test_a_product_is_as_available_as_its_best_variant() -> None:
    assert best(["out_of_stock", "few_left"]) == "few_left"
    assert best(["in_stock", "out_of_stock"]) == "in_stock"
    assert best([]) == "out_of_stock"


def test_options_by_language() -> None:
    pairs = [{"name": {"en": "Colour", "zh": "颜色"}, "value": {"en": "Black"}}]
    assert options(pairs, lambda texts: texts.get("zh") or texts["en"]) == {"颜色": "Black"}
    assert options(pairs, all_languages) == pairs


def test_the_hash_of_a_record_leaves_quantities_out() -> None:
    def record(quantity: int, price: int) -> str:
        variant = VariantRecord("sku", price, quantity, options=[NamedValue({"en": "a"}, {"en": "b"})])
        return ProductRecord("handle", {"en": "t"}, "EUR", [variant]).hash()

    assert record(1, 100) == record(2, 100)
    assert record(1, 100) != record(1, 101)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF",
        b"RIFF....WAVE",
        b"<svgfoo>",
        b"<!DOCTYPE html><svg>",
        pytest.param(b"<!---->" * 1000, id="comments"),
    ],
)
def test_what_only_looks_like_an_image_is_none(content: bytes) -> None:
    with pytest.raises(NotAnImage):
        kind_of(content)


def test_an_svg_may_begin_with_a_mark_a_declaration_and_comments() -> None:
    assert kind_of(b"\xef\xbb\xbf<?xml version='1.0'?><!-- a --><!-- b -->\n<svg\nwidth='1'>") == "svg"
