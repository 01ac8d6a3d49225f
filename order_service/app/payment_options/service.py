"""The providers that are set up, in the reader's words."""

from typing import Any

from common.languages import localized
from order_service.app.payment_options.texts import CARD_HINT, CARD_NAME, TEST_HINT, TEST_NAME, TOKENS
from order_service.app.payments.providers import Providers
from order_service.app.payments.stripe import StripeProvider
from order_service.app.payments.test_provider import TestProvider

Json = dict[str, Any]


class PaymentOptionService:
    """`publishable_key` is Stripe's, empty where shoppers enter no card in the storefront."""

    def __init__(self, providers: Providers, publishable_key: str) -> None:
        self._providers = providers
        self._publishable_key = publishable_key

    def all(self) -> Json:
        """{items, saved}; the test provider is there only where it runs, and that is never in production."""
        names = self._providers.names
        named = [name for name in names if not self._providers[name].saved_only]
        return {"items": [self._option(name) for name in named], "saved": names}

    def _option(self, provider: str) -> Json:
        common = {"provider": provider, "test": False, "tokens": [], "publishable_key": None}
        if provider == StripeProvider.name:
            named = {"name": localized(CARD_NAME), "hint": localized(CARD_HINT)}
            return common | named | {"publishable_key": self._publishable_key or None}
        if provider != TestProvider.name:
            return common | {"name": provider, "hint": ""}
        tokens = [
            {"token": token, "name": localized(name), "hint": localized(hint)} for token, (name, hint) in TOKENS.items()
        ]
        named = {"name": localized(TEST_NAME), "hint": localized(TEST_HINT)}
        return common | named | {"test": True, "tokens": tokens}
