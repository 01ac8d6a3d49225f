"""The shop's settings as its staff, its visitors and the other services see them."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from common.texts import LongTexts, ShortTexts, Title
from user_service.app.shapes import Body, Email, Line

Language = Literal["en", "zh"]
LegalPage = Literal["imprint", "privacy", "terms"]
LEGAL_PAGES: tuple[LegalPage, ...] = ("imprint", "privacy", "terms")

_EXAMPLE: dict[str, Any] = {
    "shop_name": {"en": "Lindenhof Supplies", "zh": "林登霍夫用品店"},
    "contact_email": "hello@shop.example",
    "default_language": "en",
    "return_window_days": 30,
    "mail_sender_name": "Lindenhof Supplies",
    "low_stock_threshold": 5,
    "banner": {"enabled": True, "text": {"en": "Free shipping this week", "zh": "本周免运费"}},
}


class Banner(Body):
    """A line above every page of the shop."""

    enabled: bool = False
    text: ShortTexts = {}


class Legal(Body):
    """The pages a shop must show, in Markdown."""

    imprint: LongTexts = {}
    privacy: LongTexts = {}
    terms: LongTexts = {}


class BannerUpdate(Body):
    enabled: bool | None = None
    text: ShortTexts | None = None


class LegalUpdate(Body):
    imprint: LongTexts | None = None
    privacy: LongTexts | None = None
    terms: LongTexts | None = None


class ShopSettingsUpdate(Body):
    """A field left out stays as it is; null gives it its default again. The currency is not among them: it is set
    by DEFAULT_CURRENCY before the first sale, since prices and orders are in it."""

    model_config = ConfigDict(json_schema_extra={"example": _EXAMPLE})

    shop_name: Title | None = None
    contact_email: Email | None = None
    default_language: Language | None = None
    return_window_days: int | None = Field(None, ge=0, le=365)
    mail_sender_name: Line | None = None
    low_stock_threshold: int | None = Field(None, ge=0, le=1_000_000)
    banner: BannerUpdate | None = None
    legal: LegalUpdate | None = None


class ShopSettings(BaseModel):
    """All settings of the shop. `currency` is read-only."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                **_EXAMPLE,
                "currency": "EUR",
                "legal": {"imprint": {"en": "# Imprint"}, "privacy": {}, "terms": {}},
                "version": 3,
                "updated_by": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                "updated_at": "2026-01-05T09:30:00Z",
            }
        }
    )
    shop_name: dict[str, str]
    contact_email: str | None
    default_language: Language
    currency: str
    return_window_days: int
    mail_sender_name: str | None
    low_stock_threshold: int
    banner: Banner
    legal: Legal
    version: int = Field(description="Counts the changes; 0 while everything is as it came.")
    updated_by: str | None
    updated_at: datetime | None


class PublicSettings(BaseModel):
    """What a visitor's page needs, in the language of the request."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "shop_name": "Lindenhof Supplies",
                "contact_email": "hello@shop.example",
                "default_language": "en",
                "languages": ["en", "zh"],
                "currency": "EUR",
                "return_window_days": 30,
                "banner": "Free shipping this week",
                "legal_pages": ["imprint", "privacy", "terms"],
            }
        }
    )
    shop_name: str
    contact_email: str | None
    default_language: Language
    languages: list[str]
    currency: str
    return_window_days: int
    banner: str | None = Field(description="Null while there is none, or it is switched off.")
    legal_pages: list[LegalPage] = Field(description="Those that have a text: GET /api/v1/settings/legal/{page}.")


class LegalText(BaseModel):
    model_config = ConfigDict(json_schema_extra={"example": {"page": "terms", "text": "# Terms\n\nThese terms …"}})
    page: LegalPage
    text: str = Field(description="Markdown, in the language of the request.")


class InternalSettings(BaseModel):
    """What the other services go by."""

    shop_name: dict[str, str]
    mail_sender_name: str | None
    contact_email: str | None
    return_window_days: int
    low_stock_threshold: int
    version: int
