"""The settings of a shop that nobody has changed; a demo shop also has texts to show."""

from functools import cache
from pathlib import Path
from typing import Any

from common.languages import LANGUAGES
from user_service.app.settings import UserSettings
from user_service.app.shop_settings.schemas import LEGAL_PAGES, Invoices

FOLDER = Path(__file__).resolve().parents[2] / "res" / "legal"


def default_settings(settings: UserSettings) -> dict[str, Any]:
    return {
        "shop_name": {"en": "Shopkeeper", "zh": "掌柜小店"},
        "contact_email": None,
        "default_language": settings.default_language,
        "currencies": [],
        "return_window_days": 30,
        "mail_sender_name": None,
        "order_mails": True,
        "low_stock_threshold": 5,
        "banner": {"enabled": False, "text": {}},
        "invoices": Invoices().model_dump(),
        "legal": _demo_legal_texts() if settings.seed_demo else {page: {} for page in LEGAL_PAGES},
    }


@cache
def _demo_legal_texts() -> dict[str, dict[str, str]]:
    return {
        page: {language: (FOLDER / language / f"{page}.md").read_text(encoding="utf-8") for language in LANGUAGES}
        for page in LEGAL_PAGES
    }
