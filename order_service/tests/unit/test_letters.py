"""Mails say what was bought, in both languages."""

import pytest

from order_service.app.mails.letters import letter

ORDER = {
    "id": "ord_1",
    "number": "1001",
    "currency": "EUR",
    "subtotal": 9800,
    "discount": 0,
    "shipping": 490,
    "tax": 1643,
    "tax_included": True,
    "total": 10290,
    "cancel_reason": "no longer needed",
    "address": {"name": "Ada", "address1": "12 Square", "city": "London", "zip": "SW1", "state": "", "country": "GB"},
    "shipping_method": {"code": "standard", "name": {"en": "Standard delivery", "zh": "标准配送"}},
}
LINES = [
    {
        "title": {"en": "Desk lamp", "zh": "台灯"},
        "variant_title": {"en": "Black", "zh": "黑色"},
        "quantity": 2,
        "total": 9800,
    }
]


@pytest.mark.parametrize(
    ("language", "subject", "line"),
    [
        ("en", "Your order 1001 at Lumen", "  2 × Desk lamp (Black)  €98.00"),
        ("zh", "您在 Lumen 的订单 1001", "  2 × 台灯 (黑色)  €98.00"),
    ],
)
def test_a_confirmation_lists_the_goods_and_the_total(language: str, subject: str, line: str) -> None:
    found, text = letter("order_confirmation", language, "Lumen", ORDER, LINES, shop_url="https://shop.example")
    assert found == subject
    assert line in text
    assert "€102.90" in text
    assert "https://shop.example/orders/ord_1\n" in text
    assert "$" not in text.replace("€", "")


def test_a_cancellation_names_the_reason_in_the_customers_language() -> None:
    assert "不再需要" in letter("order_cancelled", "zh", "Lumen", ORDER, LINES)[1]
    assert "no longer needed" in letter("order_cancelled", "en", "Lumen", ORDER, LINES)[1]
