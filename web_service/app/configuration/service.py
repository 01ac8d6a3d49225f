"""What a page needs to know before it can ask anything else."""

from typing import Any

from flask import Request

from common.languages import LANGUAGES
from web_service.app.origins import operations, service_origins
from web_service.app.settings import WebSettings


def shop_configuration(request: Request, settings: WebSettings) -> dict[str, Any]:
    """The services as this browser reaches them, the languages, and what is switched on."""
    return {
        "suite_id": settings.suite_id,
        "services": service_origins(request, settings),
        "operations": operations(request, settings),
        "languages": list(LANGUAGES),
        "default_language": settings.default_language,
        "currency": settings.default_currency,
        "features": {
            "assistant": True,
            "guest_checkout": True,
            "demo": settings.seed_demo,
            "test_payments": settings.env != "production",
        },
    }
