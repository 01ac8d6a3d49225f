"""The operations on gift cards: what people do with them, and what payments do."""

from user_service.app.gift_cards.service.cards import GiftCards
from user_service.app.gift_cards.service.payments import GiftCardPayments

__all__ = ["GiftCardPayments", "GiftCards"]
