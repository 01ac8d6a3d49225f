"""The providers of this shop by name."""

from collections.abc import Iterable

from common.errors import InvalidInput
from order_service.app.payments.providers.port import PaymentProvider


class UnknownProvider(InvalidInput):
    code = "unknown_payment_provider"
    title = "The shop does not take this kind of payment"


class Providers:
    def __init__(self, providers: Iterable[PaymentProvider]) -> None:
        self._by_name = {provider.name: provider for provider in providers}

    @property
    def names(self) -> list[str]:
        """In the order in which they are set up."""
        return list(self._by_name)

    def __getitem__(self, name: str) -> PaymentProvider:
        """The provider of this name, or UnknownProvider."""
        try:
            return self._by_name[name]
        except KeyError:
            raise UnknownProvider(f"{name} is not one of {', '.join(self._by_name) or 'none'}.") from None
