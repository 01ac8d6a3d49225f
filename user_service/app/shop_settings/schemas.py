"""The shop's settings as its staff, its visitors and the other services see them."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from common.money import Currency
from common.texts import LongTexts, ShortTexts, Title
from user_service.app.shapes import Body, Email, Line, without_control_characters

Language = Literal["en", "zh"]
LegalPage = Literal["imprint", "privacy", "terms"]
Currencies = Annotated[list[Currency], Field(max_length=20)]
# without digits, no two numbers of a kind can ever read the same, however often the prefix changes
NumberPrefix = Annotated[str, StringConstraints(max_length=12, pattern=r"^[A-Za-z./_-]*$")]
LEGAL_PAGES: tuple[LegalPage, ...] = ("imprint", "privacy", "terms")


def _lines(text: str) -> str:
    lines = [without_control_characters(line).strip() for line in text.splitlines()]
    return "\n".join(line for line in lines if line)


AddressLines = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), AfterValidator(_lines)]
_EXAMPLE: dict[str, Any] = {
    "shop_name": {"en": "Lindenhof Supplies", "zh": "林登霍夫用品店"},
    "contact_email": "hello@shop.example",
    "default_language": "en",
    "currencies": ["USD", "JPY"],
    "return_window_days": 30,
    "mail_sender_name": "Lindenhof Supplies",
    "order_mails": True,
    "low_stock_threshold": 5,
    "banner": {"enabled": True, "text": {"en": "Free shipping this week", "zh": "本周免运费"}},
    "invoices": {
        "legal_name": "Lindenhof Supplies GmbH",
        "address": "Lindenhof 7\n10115 Berlin\nGermany",
        "tax_id": "DE123456789",
        "invoice_prefix": "INV-",
        "credit_note_prefix": "CN-",
        "numbered_by_year": False,
    },
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


class Invoices(Body):
    """What invoices and credit notes say of the shop; without a legal name they have the shop's."""

    legal_name: Line | None = None
    address: AddressLines | None = None
    tax_id: Line | None = None
    invoice_prefix: NumberPrefix = "INV-"
    credit_note_prefix: NumberPrefix = "CN-"
    numbered_by_year: bool = Field(False, description="Whether numbers begin anew each year, which is then in them.")


class InvoicesUpdate(Body):
    legal_name: Line | None = None
    address: AddressLines | None = Field(None, description="Several lines.")
    tax_id: Line | None = None
    invoice_prefix: NumberPrefix | None = None
    credit_note_prefix: NumberPrefix | None = None
    numbered_by_year: bool | None = None


class BannerUpdate(Body):
    enabled: bool | None = None
    text: ShortTexts | None = None


class LegalUpdate(Body):
    imprint: LongTexts | None = None
    privacy: LongTexts | None = None
    terms: LongTexts | None = None


class ShopSettingsUpdate(Body):
    """A field left out stays as it is; null gives it its default again. The shop's own currency is not among
    them: it is set by DEFAULT_CURRENCY before the first sale, since prices and orders are in it."""

    model_config = ConfigDict(json_schema_extra={"example": _EXAMPLE})

    shop_name: Title | None = None
    contact_email: Email | None = None
    default_language: Language | None = None
    currencies: Currencies | None = Field(None, description="What the shop sells in besides its own currency.")
    return_window_days: int | None = Field(None, ge=0, le=365)
    mail_sender_name: Line | None = None
    order_mails: bool | None = Field(None, description="Whether customers get mails about their orders.")
    low_stock_threshold: int | None = Field(None, ge=0, le=1_000_000)
    banner: BannerUpdate | None = None
    legal: LegalUpdate | None = None
    invoices: InvoicesUpdate | None = None


class ShopSettings(BaseModel):
    """All settings of the shop. `currency` is read-only, `currencies` are those besides it."""

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
    currencies: list[str]
    return_window_days: int
    mail_sender_name: str | None
    order_mails: bool
    low_stock_threshold: int
    banner: Banner
    legal: Legal
    invoices: Invoices
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
                "currencies": ["EUR", "USD", "JPY"],
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
    currencies: list[str] = Field(description="All it sells in, its own first.")
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
    order_mails: bool
    return_window_days: int
    low_stock_threshold: int
    currencies: list[str]
    invoices: Invoices
    version: int
