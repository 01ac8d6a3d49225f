"""What a tool may use: the shop's clients and the caller's own authority, never an identity from the model."""

from collections.abc import Callable
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
    reasons: Callable[[str, str], str]  # (language, code of a reason to suggest something) -> words
    currency: str = "EUR"
    test_payment: bool = False


@dataclass(frozen=True, slots=True)
class ToolContext:
    """One turn's."""

    shop: Shop
    caller: Caller
    language: str = "en"

    @property
    def token(self) -> str:
        return self.caller.token
