"""Shapes of images as staff changes them."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from common.texts import ShortTexts, Text


class ImageUpdate(BaseModel):
    """What is left out stays; `alt` replaces the words of all languages."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"alt": {"en": "From above", "zh": "俯视图"}, "position": 0}}
    )

    alt: ShortTexts | None = None
    position: Annotated[int, Field(ge=0, le=1000)] | None = None


class ImageOrder(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"ids": ["med_01j", "med_01k"]}})

    ids: Annotated[list[Annotated[Text, Field(min_length=1, max_length=64)]], Field(min_length=1, max_length=100)]
