"""A product as another shop had it; every id stays what it was."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from common.imports import MOST_ITEMS, ImportedId, ImportItem
from common.texts import LongTexts, ShortTexts, Text, Title
from product_service.app.products.schemas import NamedTexts, Slug, Status, VariantCreate
from product_service.app.products.soundness import MAX_VARIANTS


class VariantImport(VariantCreate):
    """`quantity` is what lies on the shelf now; without a SKU its id is its SKU."""

    id: ImportedId


class ProductImport(ImportItem):
    """A category is named by its slug and made where it is new, under `category_name`."""

    handle: Slug | None = Field(None, description="Default: made of the title and the id.")
    title: Title
    description: LongTexts = {}
    vendor: Annotated[Text, Field(max_length=120)] = ""
    category: Annotated[Text, Field(max_length=100, pattern=r"^[\w.-]+$")] | None = None
    category_name: ShortTexts = {}
    tags: Annotated[list[Annotated[Text, Field(min_length=1, max_length=100)]], Field(max_length=100)] = []
    attributes: Annotated[list[NamedTexts], Field(max_length=250)] = []
    status: Status = "active"
    variants: Annotated[list[VariantImport], Field(min_length=1, max_length=MAX_VARIANTS)]


class ProductImports(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "items": [
                    {
                        "id": "9523456873",
                        "title": "T-Shirt",
                        "variants": [
                            {
                                "id": "9612497925",
                                "options": [{"name": "colour", "value": "blue"}, {"name": "size", "value": "M"}],
                                "price": {"amount": 5088, "currency": "USD"},
                                "quantity": 20,
                            }
                        ],
                    }
                ]
            }
        },
    )
    items: list[ProductImport] = Field(min_length=1, max_length=MOST_ITEMS)
