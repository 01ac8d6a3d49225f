"""Every way a payment provider can answer, seen by the shopper: paid, declined, or open and then one of them."""

import pytest

from tests.support.open_shop import Json, OpenShop, soon

pytestmark = [pytest.mark.faults, pytest.mark.timeout(120)]


@pytest.mark.parametrize("token", ["tok_approve", "tok_decline", "tok_timeout", "tok_late", "tok_charge_timeout"])
async def test_whatever_the_provider_does_the_books_are_right(shop: OpenShop, token: str) -> None:
    staff, customer = await shop.staff(), await shop.newcomer()
    variant = await staff.shelf(quantity=5)
    cart = await customer.cart((variant, 2))
    wish = customer.wish(cart, payment={"provider": "test", "token": token})
    answer = await customer.check_out(wish, "key-1")
    assert answer.status_code in {201, 202, 402}, answer.text
    again = await customer.check_out(wish, "key-1")
    assert again.status_code == answer.status_code

    customer_id = (await customer.get("user", "/api/v1/users/me"))["id"]

    async def ended() -> Json | None:
        [order] = await staff.orders(customer_id=customer_id)
        return order if order["checkout_state"] != "placing" else None

    order = await staff.get("order", f"/api/v1/orders/{(await soon(ended, 60, 'an end'))['id']}")
    paid = sum(entry["amount"]["amount"] for entry in order["ledger"] if entry["type"] == "payment")
    back = sum(entry["amount"]["amount"] for entry in order["ledger"] if entry["type"] == "refund")
    if order["checkout_state"] == "placed" and order["payment_status"] == "paid":
        assert (paid, back) == (order["total"]["amount"], 0)
        assert await staff.stock(variant) == (3, 0)
    elif order["checkout_state"] == "refused":
        assert paid == back

        async def put_back() -> bool:
            return await staff.stock(variant) == (5, 0)

        await soon(put_back, 30, "the stock")
        retry = await customer.get("order", "/api/v1/carts/current")
        assert (await customer.check_out(customer.wish(retry))).status_code == 201
    else:
        assert order["payment_status"] == "payment_review", order
    assert order["total"] == cart["totals"]["total"]
