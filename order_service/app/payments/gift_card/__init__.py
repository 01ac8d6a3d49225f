"""Gift cards as a payment provider: user_service keeps them, and is asked by our own ids."""

from order_service.app.payments.gift_card.provider import GiftCardProvider

__all__ = ["GiftCardProvider"]
