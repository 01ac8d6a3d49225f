"""Amounts go to Stripe and come back the same, or do not go."""

import pytest

from order_service.app.payments.stripe.units import NotCounted, from_stripe, to_stripe


@pytest.mark.parametrize(
    ("amount", "currency", "sent"),
    [
        (4900, "EUR", 4900),
        (500, "JPY", 500),
        (500, "ISK", 50_000),
        (4900, "MGA", 49),  # 49.00 by ISO 4217, 49 for Stripe
        (4990, "KWD", 4990),
    ],
)
def test_an_amount_is_the_same_money_at_stripe(amount: int, currency: str, sent: int) -> None:
    assert to_stripe(amount, currency) == sent
    assert from_stripe(sent, currency) == amount


@pytest.mark.parametrize(("amount", "currency"), [(4950, "MGA"), (4995, "KWD"), (1, "BHD")])
def test_what_stripe_cannot_count_is_not_rounded(amount: int, currency: str) -> None:
    with pytest.raises(NotCounted):
        to_stripe(amount, currency)
