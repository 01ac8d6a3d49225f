"""Shapes of products and variants over HTTP."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from common.money import Money
from common.pagination import Page
from common.texts import LongTexts, ShortTexts, Text, Title
from product_service.app.products.amounts import Price, Prices
from product_service.app.products.soundness import MAX_QUANTITY, MAX_VARIANTS
from product_service.app.shapes import Availability, CategoryTexts, FacetView, ProductSummary, Rating, RatingView

Sort = Literal["newest", "price", "-price", "title", "-title", "rating", "updated", "stock", "-stock"]


Slug = Annotated[Text, Field(min_length=1, max_length=255, pattern=r"^[\w.-]+$")]
Sku = Annotated[Text, Field(min_length=1, max_length=255)]
TaxClass = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$", examples=["reduced"])]
Grams = Annotated[int, Field(ge=0, le=10_000_000)]
Status = Literal["active", "draft", "archived"]


class _Input(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NamedTexts(_Input):
    """An attribute or option; each text is a string (English) or one per language."""

    name: Title
    value: Title


class _Priced(_Input):
    """`price` is in the product's own currency; `prices` may repeat it, as answers do."""

    @model_validator(mode="after")
    def _of_one_mind(self) -> Self:
        price, prices = getattr(self, "price", None), getattr(self, "prices", None) or ()
        if price is not None and any(one.currency == price.currency and one != price for one in prices):
            raise ValueError("`price` and `prices` say different things")
        return self


class VariantCreate(_Priced):
    """`quantity` is the stock it starts with; later changes are inventory adjustments."""

    sku: Sku | None = None
    title: ShortTexts = {}
    options: Annotated[list[NamedTexts], Field(max_length=10)] = []
    price: Price
    prices: Prices = []
    quantity: Annotated[int, Field(ge=0, le=MAX_QUANTITY)] = 0
    weight_grams: Grams = 0
    tax_class: TaxClass = "standard"


class VariantUpdate(_Priced):
    """What is left out stays. `prices` are all there are from now on; the own currency's stays where not named."""

    sku: Sku | None = None
    title: ShortTexts | None = None
    options: Annotated[list[NamedTexts], Field(max_length=10)] | None = None
    price: Price | None = None
    prices: Prices | None = None
    weight_grams: Grams | None = None
    tax_class: TaxClass | None = None


class ProductCreate(_Input):
    """A product with at least one variant. A handle left out is made from the title; `category` is a slug or an id."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "title": {"en": "Desk lamp", "zh": "台灯"},
                "vendor": "Lumen",
                "category": "lighting",
                "attributes": [{"name": "Colour", "value": "Black"}],
                "variants": [{"sku": "LAMP-1", "price": {"amount": 4900, "currency": "EUR"}, "quantity": 12}],
            }
        },
    )

    handle: Slug | None = None
    title: Title
    description: LongTexts = {}
    vendor: Annotated[Text, Field(max_length=120)] = ""
    category: Annotated[Text, Field(max_length=100)] | None = None
    tags: Annotated[list[Annotated[Text, Field(min_length=1, max_length=100)]], Field(max_length=100)] = []
    attributes: Annotated[list[NamedTexts], Field(max_length=250)] = []
    status: Status = "active"
    variants: Annotated[list[VariantCreate], Field(min_length=1, max_length=MAX_VARIANTS)]


class ProductUpdate(_Input):
    """What is left out stays; a language left out of a text stays too."""

    handle: Slug | None = None
    title: Title | None = None
    description: LongTexts | None = None
    vendor: Annotated[Text, Field(max_length=120)] | None = None
    category: Annotated[Text, Field(max_length=100)] | None = None
    tags: Annotated[list[Annotated[Text, Field(min_length=1, max_length=100)]], Field(max_length=100)] | None = None
    attributes: Annotated[list[NamedTexts], Field(max_length=250)] | None = None
    status: Status | None = None


class ProductBulk(_Input):
    """One action for up to 200 products. `category` is a slug, an id or null; `percent` changes every price."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"ids": ["prd_01j"], "action": "change_price_percent", "percent": -12.5}},
    )

    ids: Annotated[list[Annotated[Text, Field(min_length=1, max_length=64)]], Field(min_length=1, max_length=200)]
    action: Literal["archive", "activate", "delete", "set_category", "change_price_percent"]
    category: Annotated[Text, Field(max_length=100)] | None = None
    percent: Annotated[Decimal, Field(ge=-99, le=1000, decimal_places=2)] | None = None


class ProductBulkResult(BaseModel):
    """What came of one product; a refusal has a code and a text in the reader's language."""

    id: str
    result: Literal["changed", "unchanged", "refused"]
    code: str | None
    detail: str | None


class ProductBulkResults(BaseModel):
    results: list[ProductBulkResult]


class StatusCounts(BaseModel):
    """How many products a list would show for each status."""

    all: int
    active: int
    draft: int
    archived: int


class ProductList(Page[ProductSummary]):
    """A page of products; `total`, `facets`, `ratings` when facets are asked for, `counts` when staff asks for them."""

    total: int | None = None
    facets: list[FacetView] | None = None
    ratings: list[RatingView] | None = None
    counts: StatusCounts | None = None


class NamedText(BaseModel):
    name: str
    value: str


class OptionValues(BaseModel):
    name: str
    values: list[str]


class Variant(BaseModel):
    """What can be put into a basket."""

    id: str
    product_id: str
    sku: str
    title: str
    options: dict[str, str]
    price: Money | None = Field(description="Null where it is not for sale in the `currency` that was asked for.")
    prices: list[Money] = Field(description="In every currency it is for sale in, its own first.")
    availability: Availability
    image: str | None
    weight_grams: int
    tax_class: str = Field(description="By which taxes are chosen: standard, reduced, zero, or one of the shop's own.")
    version: int = Field(description="What `If-Match` takes when it is changed.")


class MediaView(BaseModel):
    id: str
    url: str
    alt: str
    position: int


class Product(ProductSummary):
    """A product on its own page, in the reader's language.

    Without a price (`price` null) nothing of it is for sale in the `currency` that was asked for.
    """

    price: Money | None  # type: ignore[assignment]
    max_price: Money | None  # type: ignore[assignment]
    status: str
    version: int = Field(description="What `If-Match` takes when it is changed.")
    description: str
    tags: list[str]
    attributes: list[NamedText]
    options: list[OptionValues]
    variants: list[Variant]
    media: list[MediaView]
    created_at: datetime
    updated_at: datetime


class TextsPair(BaseModel):
    name: dict[str, str]
    value: dict[str, str]


class VariantInLanguages(BaseModel):
    """A variant as staff edits it (`texts=all`)."""

    id: str
    product_id: str
    sku: str
    title: dict[str, str]
    options: list[TextsPair]
    price: Money
    prices: list[Money]
    availability: Availability
    image: str | None
    weight_grams: int
    tax_class: str
    version: int


class MediaInLanguages(BaseModel):
    """An image as staff edits it."""

    id: str
    url: str
    alt: dict[str, str]
    position: int


class ProductInLanguages(BaseModel):
    """A product as staff edits it (`texts=all`): every text in every language."""

    id: str
    handle: str
    title: dict[str, str]
    vendor: str
    category: CategoryTexts | None
    price: Money
    max_price: Money
    availability: Availability
    image: str | None
    rating: Rating | None
    variant_id: str
    variants_count: int
    status: Status
    version: int
    description: dict[str, str]
    tags: list[str]
    attributes: list[TextsPair]
    variants: list[VariantInLanguages]
    media: list[MediaInLanguages]
    created_at: datetime
    updated_at: datetime


class VariantQuote(BaseModel):
    """A variant as other services price and freeze it; title in every language."""

    variant_id: str
    product_id: str
    sku: str
    title: dict[str, str]
    variant_title: dict[str, str]
    options: dict[str, str]
    unit_price: Money = Field(description="In the product's own currency.")
    prices: dict[str, int] | None = Field(None, description="In other currencies, in minor units.")
    available: int
    availability: Availability
    image: str | None
    weight_grams: int
    category_ids: list[str] = Field(description="Its category and all above it.")
    tax_class: str


class VariantQuotes(BaseModel):
    items: list[VariantQuote]
