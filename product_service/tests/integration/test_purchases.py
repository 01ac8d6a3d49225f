"""What order_service's log says was bought vouches for reviews."""

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from tests.support.suite import InProcessSuite

Json = dict[str, Any]
ADDRESS = {"name": "Ada", "address1": "1 Main St", "city": "Berlin", "state": "BE", "zip": "10115", "country": "DE"}


async def _customer(suite: InProcessSuite) -> dict[str, str]:
    person = {"email": "ada@mail.example", "password": "correct horse battery"}
    (await suite.users.post("/api/v1/auth/register", json=person)).raise_for_status()
    form = {"username": person["email"], "password": person["password"]}
    tokens = (await suite.users.post("/api/v1/auth/token", data=form)).raise_for_status().json()
    return {"Authorization": f"Bearer {tokens['access_token']}"}


async def _buy(suite: InProcessSuite, who: dict[str, str], variant_id: str) -> Json:
    orders = suite.orders
    cart = (await orders.post("/api/v1/carts", headers=who)).raise_for_status().json()
    path = f"/api/v1/carts/{cart['id']}"
    line = {"variant_id": variant_id, "quantity": 1}
    (await orders.post(f"{path}/items", json=line, headers=who)).raise_for_status()
    (await orders.put(f"{path}/address", json=ADDRESS, headers=who)).raise_for_status()
    cart = (await orders.put(f"{path}/shipping", json={"shipping_method": "standard"}, headers=who)).json()
    wish = {
        "cart_id": cart["id"],
        "cart_version": cart["version"],
        "expected_total": cart["totals"]["total"],
        "payment": {"provider": "test"},
    }
    key = {**who, "Idempotency-Key": str(uuid4())}
    answer = await orders.post("/api/v1/checkouts", json=wish, headers=key)
    assert answer.status_code == 201, answer.text
    order: Json = answer.json()
    return order


async def test_an_order_vouches_for_a_review_until_it_is_cancelled(make_settings: Callable[..., Any]) -> None:
    async with InProcessSuite(make_settings, ("user", "product", "order"), seed_demo=True) as suite:
        who = await _customer(suite)
        products = suite.products
        product = (await products.get("/api/v1/products?in_stock=true&limit=1")).json()["items"][0]
        [consumer] = [
            one for one in suite.apps["product"].state.runtime.events.consumers if one.source == "order_service"
        ]

        async def reviewed() -> list[bool]:
            await consumer.catch_up()
            found = (await products.get("/api/v1/reviews/mine", headers=who)).json()["items"]
            return [review["verified_purchase"] for review in found]

        async def becomes(wanted: list[bool]) -> None:
            async with asyncio.timeout(60):  # on a server database the relay numbers an event a moment later
                while await reviewed() != wanted:  # noqa: ASYNC110 - asked of a service, not of this process
                    await asyncio.sleep(0.05)

        path = f"/api/v1/products/{product['id']}/reviews"
        review = await products.post(path, json={"rating": 5, "author_name": "Ada"}, headers=who)
        assert review.status_code == 201, review.text
        assert await reviewed() == [False]
        order = await _buy(suite, who, product["variant_id"])
        await becomes([True])
        picks = (await products.get("/api/v1/products/picks")).json()
        assert picks["popular"][0]["id"] == product["id"]
        key = {**who, "Idempotency-Key": str(uuid4())}
        cancelled = await suite.orders.post(
            f"/api/v1/orders/{order['id']}/cancellation", json={"reason": "no longer needed"}, headers=key
        )
        assert cancelled.status_code in (200, 201), cancelled.text
        await becomes([False])
