"""Stripe as a payment provider: PaymentIntents, captured by hand, known to us by our own ids."""

from order_service.app.payments.stripe.provider import StripeProvider

__all__ = ["StripeProvider"]
