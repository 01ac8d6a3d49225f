"""How something is paid: a means named at its provider, or a saved method of the payer's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.api_clients.users import UsersClient
from common.errors import NotFound
from common.money import money
from order_service.app.checkout.errors import (
    CardOfOtherCurrency,
    InsufficientBalance,
    PaymentMethodRequired,
    UnknownPaymentMethod,
)
from order_service.app.checkout.schemas import PaymentChoice
from order_service.app.payments.providers import Providers, UnknownProvider


@dataclass(frozen=True, slots=True)
class Means:
    """`balance` (minor units of `currency`) is what a gift card holds; others have none that the shop knows of."""

    provider: str
    token: str
    method: str
    payment_method_id: str | None = None
    balance: int | None = None
    currency: str | None = None

    def cover(self, amount: int, currency: str) -> None:
        """InsufficientBalance when a gift card does not hold so much, CardOfOtherCurrency when it holds other money;
        with others their provider decides."""
        if self.currency is not None and self.currency != currency:
            raise CardOfOtherCurrency(currency=self.currency)
        if self.balance is not None and self.balance < amount:
            raise InsufficientBalance(needed=money(amount, currency), balance=money(self.balance, currency))

    def frozen(self) -> dict[str, Any]:
        """As it is written down with what it is to pay or to get."""
        named = {"provider": self.provider, "token": self.token, "method": self.method}
        return named | {"payment_method_id": self.payment_method_id}


class PaymentMeans:
    def __init__(self, users: UsersClient, providers: Providers) -> None:
        self._users = users
        self._providers = providers

    async def chosen(self, payer_id: str, payment: PaymentChoice | None, payment_method_id: str | None) -> Means:
        """What a checkout names."""
        if payment is not None:
            if self._providers[payment.provider].saved_only:
                raise PaymentMethodRequired(f"{payment.provider} is paid with a saved payment method.")
            return self._accepted(Means(payment.provider, payment.token, payment.provider))
        if payment_method_id is None:
            raise PaymentMethodRequired
        return await self.saved(payer_id, payment_method_id)

    async def saved(self, payer_id: str, payment_method_id: str) -> Means:
        """A saved method, which must be the payer's own: UnknownPaymentMethod."""
        try:
            saved = await self._users.payment_method(payer_id, payment_method_id)
        except NotFound as error:
            raise UnknownPaymentMethod from error
        provider, token = saved.get("provider") or saved["type"], saved.get("provider_token") or ""
        balance = saved.get("balance")
        held = (int(balance["amount"]), balance["currency"]) if balance is not None else (None, None)
        return self._accepted(Means(provider, token, saved["type"], payment_method_id, *held))

    async def of(self, payer_id: str, payment_method_id: str | None, paid: Sequence[Mapping[str, Any]]) -> Means:
        """A saved method, or with none named the means of the first of these payments."""
        if payment_method_id is None and not paid:
            raise PaymentMethodRequired
        named = payment_method_id or paid[0]["payment_method_id"]
        if named is not None:
            return await self.saved(payer_id, named)
        return Means(paid[0]["provider"], paid[0]["token"], paid[0]["method"])

    def _accepted(self, means: Means) -> Means:
        if not self._providers[means.provider].accepts(means.token):
            raise UnknownProvider(f"{means.provider} does not know this means of payment.")
        return means
