"""From a cart to a paid order, and what stops it."""

from order_service.tests.shop import Shop


async def test_a_cart_becomes_a_paid_order(shop: Shop) -> None:
    variant = await shop.variant(price=4900, quantity=10)
    shopper = shop.shopper()
    cart = await shopper.cart((variant, 2))
    answer = await shopper.check_out(cart)
    assert answer.status_code == 201, answer.text
    order = answer.json()
    assert order["number"] == "1001"
    assert (order["status"], order["payment_status"], order["checkout_state"]) == ("pending", "paid", "placed")
    assert order["total"] == {"amount": 10290, "currency": "EUR"}
    assert await shop.stock(variant) == (8, 0)
