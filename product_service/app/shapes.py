"""Shapes that several features share: texts as they come in, products as lists show them."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field

from common.languages import LANGUAGES
from common.money import Money

Availability = Literal["in_stock", "few_left", "out_of_stock"]


def _texts(value: Any) -> Any:
    return {LANGUAGES[0]: value} if isinstance(value, str) else value


def _known(texts: dict[str, str]) -> dict[str, str]:
    if unknown := sorted(set(texts) - set(LANGUAGES)):
        raise ValueError(f"{unknown[0][:20]} is not one of the shop's languages: {', '.join(LANGUAGES)}")
    return texts


def _stripped(texts: dict[str, str]) -> dict[str, str]:
    return {language: text.strip() for language, text in texts.items() if text.strip()}


def _some(texts: dict[str, str]) -> dict[str, str]:
    if not texts:
        raise ValueError("a text in at least one language is needed")
    return texts


def _no_nul(text: str) -> str:
    if "\0" in text:
        raise ValueError("a NUL character is no text")
    return text


Text = Annotated[str, AfterValidator(_no_nul)]
ShortTexts = Annotated[
    dict[str, Annotated[Text, Field(max_length=500)]],
    BeforeValidator(_texts),
    AfterValidator(_known),
    AfterValidator(_stripped),
]
LongTexts = Annotated[
    dict[str, Annotated[Text, Field(max_length=50_000)]],
    BeforeValidator(_texts),
    AfterValidator(_known),
    AfterValidator(_stripped),
]
Title = Annotated[ShortTexts, AfterValidator(_some)]


class CategoryRef(BaseModel):
    id: str
    slug: str
    name: str


class Rating(BaseModel):
    average: float
    count: int


class ProductSummary(BaseModel):
    """A product on a list; `price` is the lowest of its variants, `variant_id` the one that has it."""

    id: str
    handle: str
    title: str
    vendor: str
    category: CategoryRef | None
    price: Money
    max_price: Money
    availability: Availability
    image: str | None
    rating: Rating | None
    variant_id: str
    variants_count: int
