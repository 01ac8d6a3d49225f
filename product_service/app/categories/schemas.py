"""Shapes of categories over HTTP."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from common.languages import localized
from common.texts import LongTexts, Text, Title

Slug = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[\w-]+$")]
Position = Annotated[int, Field(ge=0, le=1_000_000)]


class CategoryCreate(BaseModel):
    """Texts are a string (English) or one per language."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"slug": "lighting", "name": {"en": "Lighting", "zh": "灯具"}}}
    )

    slug: Slug
    name: Title
    description: LongTexts = {}
    parent_id: Annotated[str, Field(min_length=1, max_length=64)] | None = None
    position: Position = 0


class CategoryUpdate(BaseModel):
    """What is left out stays."""

    model_config = ConfigDict(extra="forbid")

    slug: Slug | None = None
    name: Title | None = None
    description: LongTexts | None = None
    parent_id: Annotated[str, Field(min_length=1, max_length=64)] | None = None
    position: Position | None = None


def _read(texts: Any) -> str:
    return localized(texts) if isinstance(texts, dict) else str(texts)


class Category(BaseModel):
    """A category in the reader's language."""

    id: str
    slug: str
    name: Annotated[str, BeforeValidator(_read)]
    description: Annotated[str, BeforeValidator(_read)]
    parent_id: str | None
    position: int


class CategoryListed(Category):
    """A category with how many products shoppers find on it (not counting those of categories below)."""

    products: int


class CategoryInLanguages(BaseModel):
    """A category as staff edits it (`texts=all`)."""

    id: str
    slug: str
    name: dict[str, str]
    description: dict[str, str]
    parent_id: str | None
    position: int
    products: int


class CategoryOrder(BaseModel):
    """These first, in this order; the others keep theirs behind them."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"ids": ["cat_01j", "cat_01k"]}})

    ids: Annotated[list[Annotated[Text, Field(min_length=1, max_length=64)]], Field(min_length=1, max_length=1000)]
