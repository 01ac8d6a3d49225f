"""What the shop asks of a payment provider, whoever it is."""

from order_service.app.payments.providers.port import (
    AdoptionRefused,
    CreditRefused,
    CreditRequest,
    OutcomeUnknown,
    PaymentProvider,
    PaymentRequest,
    PaymentState,
    ProviderPayment,
    RefundRequest,
)
from order_service.app.payments.providers.registry import Providers, UnknownProvider

__all__ = [
    "AdoptionRefused",
    "CreditRefused",
    "CreditRequest",
    "OutcomeUnknown",
    "PaymentProvider",
    "PaymentRequest",
    "PaymentState",
    "ProviderPayment",
    "Providers",
    "RefundRequest",
    "UnknownProvider",
]
