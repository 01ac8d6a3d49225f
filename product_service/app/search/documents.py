"""A product as it is handed to the index, and the row it becomes."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from common.languages import Texts
from product_service.app.search.tokens import fold, index_text, words
from product_service.app.search.wordlists import WordLists

MAX_FACETS, MAX_FACET_TEXT, LONG_LIST = 60, 60, 300
CATEGORY, VENDOR = "category", "vendor"


@dataclass(slots=True)
class ProductDocument:
    """What search needs to know of one public product; `attributes` and `options` are [{"name", "value"}] of Texts.

    `stars` are the whole stars of its rating, 0 without reviews; `rating_rank` is what lists sort by.
    """

    product_id: str
    title: Texts
    price: int
    created_at: datetime
    description: Texts = field(default_factory=dict)
    vendor: str = ""
    category: str | None = None  # its slug
    category_name: Texts = field(default_factory=dict)
    tags: Sequence[str] = ()
    attributes: Sequence[dict[str, Texts]] = ()
    options: Sequence[dict[str, Texts]] = ()
    skus: Sequence[str] = ()
    stars: int = 0
    rating_rank: int = 0


@dataclass(slots=True, frozen=True)
class FacetValue:
    """One value of one facet; `name` and `value` are the English texts, which stand in addresses."""

    id: int
    name: str
    value: str
    name_label: Texts = field(hash=False, compare=False)
    value_label: Texts = field(hash=False, compare=False)


@lru_cache(maxsize=16384)
def facet_id(name: str, value: str) -> int:
    """A signed 63-bit number for a facet value, the same for every spelling of case and accents."""
    digest = blake2b(f"{fold(name)}\0{fold(value)}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> 1


def facet_values(document: ProductDocument) -> list[FacetValue]:
    """The facet values of a product: its category, its vendor, and every short attribute or option."""
    found: dict[int, FacetValue] = {}
    for name, value, labels in _named(document):
        if name and value and len(name) <= MAX_FACET_TEXT and len(value) <= MAX_FACET_TEXT:
            number = facet_id(name, value)
            found.setdefault(number, FacetValue(number, name, value, *labels))
            if len(found) == MAX_FACETS:
                break
    return list(found.values())


def _named(document: ProductDocument) -> Iterator[tuple[str, str, tuple[Texts, Texts]]]:
    if document.category:
        labels: tuple[Texts, Texts] = ({"en": "Category", "zh": "分类"}, document.category_name)
        yield CATEGORY, document.category, labels
    if document.vendor:
        yield VENDOR, document.vendor, ({"en": "Brand", "zh": "品牌"}, {"en": document.vendor})
    for pair in (*document.options, *document.attributes):
        name = _key(pair["name"])
        if len(_key(pair["value"])) > LONG_LIST:
            continue
        for value in _single_values(pair["value"]):
            yield name, _key(value), (pair["name"], value)


def _key(texts: Texts) -> str:
    return (texts.get("en") or next(iter(texts.values()), "")).strip()


def _single_values(texts: Texts) -> list[Texts]:
    """`Black,Silver` is two values; `1,5 m` and running text are one."""
    key = _key(texts)
    if "," not in key or len(texts) > 1 or any(part[:1] in " 0123456789" for part in key.split(",")[1:]):
        return [texts]
    language = next(iter(texts))
    return [{language: part} for part in key.split(",") if part]


def document_row(
    document: ProductDocument, facets: Sequence[FacetValue], lists: WordLists, *, padded: bool
) -> dict[str, Any]:
    """The columns of `search_documents`; MySQL ignores words of one or two characters, so there they are padded."""
    attributes = [*document.tags, *document.skus]
    for pair in (*document.options, *document.attributes):
        attributes += [*pair["name"].values(), *pair["value"].values()]
    texts = {
        "title": index_text(*document.title.values()),
        "vendor": index_text(document.vendor),
        "category": index_text(*document.category_name.values()),
        "attributes": index_text(*attributes),
        "description": index_text(*document.description.values()),
    }
    if padded:
        texts = {name: pad(tokens) for name, tokens in texts.items()}
    return {
        "product_id": document.product_id,
        "price": document.price,
        "created_at": document.created_at,
        "stars": document.stars,
        "rating_rank": document.rating_rank,
        "is_accessory": any(lists.is_accessory(word) for text in document.title.values() for word in words(text)),
        "facets": array("q", [value.id for value in facets]).tobytes(),
        **texts,
    }


def pad(tokens: str) -> str:
    """Short tokens made long enough for MySQL (`hp` is `hp__`), plurals cut since it does not stem."""
    return " ".join(padded(token) for token in tokens.split())


def padded(token: str) -> str:
    if len(token) < 3:
        return token + "__"
    if token.isascii() and len(token) > 3 and token.endswith("s") and not token.endswith("ss"):
        return token[:-1]
    return token
