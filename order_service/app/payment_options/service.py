"""The providers that are set up, in the reader's words."""

from typing import Any

from common.languages import localized
from order_service.app.payment_options.texts import TEST_HINT, TEST_NAME, TOKENS
from order_service.app.payments.providers import Providers
from order_service.app.payments.test_provider import TestProvider

Json = dict[str, Any]


class PaymentOptionService:
    def __init__(self, providers: Providers) -> None:
        self._providers = providers

    def all(self) -> Json:
        """{items, saved}; the test provider is there only where it runs, and that is never in production."""
        names = self._providers.names
        named = [name for name in names if not self._providers[name].saved_only]
        return {"items": [_option(name) for name in named], "saved": names}


def _option(provider: str) -> Json:
    if provider != TestProvider.name:
        return {"provider": provider, "name": provider, "hint": "", "test": False, "tokens": []}
    tokens = [
        {"token": token, "name": localized(name), "hint": localized(hint)} for token, (name, hint) in TOKENS.items()
    ]
    named = {"name": localized(TEST_NAME), "hint": localized(TEST_HINT)}
    return {"provider": provider, **named, "test": True, "tokens": tokens}
