"""Finding card numbers where none belong."""

from typing import Any

import pytest

from user_service.app.payment_methods.card_numbers import holds_card_number


@pytest.mark.parametrize(
    "body",
    [
        {"token": "4242424242424242"},
        {"note": "my card is 4242 4242 4242 4242, thanks"},
        {"a": [{"b": 378282246310005}]},
        {"CVV": 1},
    ],
)
def test_finds_a_card_number(body: Any) -> None:
    assert holds_card_number(body)


@pytest.mark.parametrize(
    "body",
    [
        {"token": "tok_approve"},
        {"token": "4242424242424243"},
        {"last4": "4242"},
        {"id": "pm_0198f2c4a1b2"},
        [],
        None,
        3,
    ],
)
def test_lets_other_texts_pass(body: Any) -> None:
    assert not holds_card_number(body)
