"""Amounts as Stripe counts them (docs.stripe.com/currencies): minor units of ISO 4217, but for a few currencies."""

_AS_IF_IN_HUNDREDTHS = frozenset({"ISK", "UGX"})  # no decimals any more, but Stripe still wants two
_AS_IF_WHOLE = frozenset({"MGA"})  # two decimals, none for Stripe
_IN_TENS = frozenset({"BHD", "JOD", "KWD", "OMR", "TND"})  # three decimals, and the cards' networks take two


class NotCounted(Exception):
    """Stripe has no number for this amount."""


def to_stripe(amount: int, currency: str) -> int:
    """Minor units of ISO 4217 as Stripe's API takes them; NotCounted rather than another amount."""
    step = 100 if currency in _AS_IF_WHOLE else 10 if currency in _IN_TENS else 1
    if amount % step:
        raise NotCounted(f"{amount} {currency} is no multiple of {step}")
    if currency in _AS_IF_WHOLE:
        return amount // 100
    return amount * 100 if currency in _AS_IF_IN_HUNDREDTHS else amount


def from_stripe(amount: int, currency: str) -> int:
    """The way back."""
    if currency in _AS_IF_WHOLE:
        return amount * 100
    return amount // 100 if currency in _AS_IF_IN_HUNDREDTHS else amount
