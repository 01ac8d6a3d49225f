"""What a tool may use: the shop's clients and the caller's own authority, never an identity from the model."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from common.security.caller import Caller

if TYPE_CHECKING:
    from ai_service.app.policies.service import PolicyIndex
    from ai_service.app.recommendations.service import Recommender
    from common.api_clients.orders import OrdersClient
    from common.api_clients.products import ProductsClient
    from common.api_clients.users import UsersClient


@dataclass(frozen=True, slots=True)
class Shop:
    """Shared by all calls."""

    users: "UsersClient"
    products: "ProductsClient"
    orders: "OrdersClient"
    policies: "PolicyIndex"
    recommender: "Recommender"
    phrases: Callable[[str], Mapping[str, str]]  # a language's words and sentences, by key; data in res/texts
    currency: str = "EUR"
    test_payment: bool = False


@dataclass(frozen=True, slots=True)
class ToolContext:
    """One turn's."""

    shop: Shop
    caller: Caller
    language: str = "en"
    currency: str | None = None  # what the shopper sees prices in; None: the shop's own

    @property
    def priced(self) -> dict[str, str]:
        """How the catalogue is asked."""
        return {"currency": self.currency} if self.currency is not None else {}

    @property
    def token(self) -> str:
        return self.caller.token

    def say(self, key: str, **values: object) -> str:
        """A phrase in the shopper's language."""
        return self.shop.phrases(self.language)[key].format_map(values)
