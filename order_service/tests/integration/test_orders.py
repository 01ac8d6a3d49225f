"""Reading orders: own ones, all of them for the staff, page by page."""

import pytest

from order_service.tests.shop import Shop


async def test_shoppers_see_their_own_orders_page_by_page(shop: Shop) -> None:
    variant = await shop.variant(quantity=100)
    ada, bob = shop.shopper("usr_ada"), shop.shopper("usr_bob")
    for _ in range(5):
        assert (await ada.buy(variant)).status_code == 201
    await bob.buy(variant)
    seen: list[str] = []
    path = "/api/v1/orders?limit=2"
    while path:
        page = (await ada.call("GET", path)).json()
        seen += [order["number"] for order in page["items"]]
        path = f"/api/v1/orders?limit=2&cursor={page['next_cursor']}" if page["next_cursor"] else ""
    assert seen == ["1005", "1004", "1003", "1002", "1001"]
    assert (await bob.call("GET", "/api/v1/orders?customer_id=usr_ada")).json()["items"][0]["number"] == "1006"
    assert len(await shop.orders()) == 6
    assert len(await shop.orders(customer_id="usr_ada")) == 5
    assert [order["number"] for order in await shop.orders(number="1003")] == ["1003"]
    assert await shop.orders(status="cancelled") == []
    assert len(await shop.orders(created_from="2020-01-01T00:00:00Z")) == 6
    assert await shop.orders(created_to="2020-01-01T00:00:00Z") == []


async def test_refused_attempts_are_shown_to_shoppers_who_ask(shop: Shop) -> None:
    shopper = shop.shopper()
    refused = (await shopper.buy(await shop.variant(), token="tok_decline")).json()["order_id"]
    assert (await shopper.call("GET", "/api/v1/orders")).json()["items"] == []
    asked = (await shopper.call("GET", "/api/v1/orders?status=refused")).json()["items"]
    assert [order["id"] for order in asked] == [refused]
    assert (await shopper.call("GET", f"/api/v1/orders/{refused}")).json()["refusal"]["code"] == "payment_declined"


async def test_a_foreign_order_is_not_there(shop: Shop) -> None:
    order = (await shop.shopper("usr_ada").buy(await shop.variant())).json()
    answer = await shop.shopper("usr_bob").call("GET", f"/api/v1/orders/{order['id']}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert (await shop.client.get("/api/v1/orders")).status_code == 401


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "cursor=x", "cursor=WyJ4IiwieSJd", "status=lost", "colour=red", "created_from=x"]
)
async def test_malformed_questions_are_refused(shop: Shop, query: str) -> None:
    answer = await shop.shopper().call("GET", f"/api/v1/orders?{query}")
    assert answer.status_code == 422, answer.text


async def test_texts_come_in_the_readers_language(shop: Shop) -> None:
    variant = await shop.variant(title={"en": "Desk lamp", "zh": "台灯"})  # type: ignore[arg-type]
    shopper = shop.shopper()
    order = (await shopper.buy(variant)).json()
    path = f"/api/v1/orders/{order['id']}"
    chinese = (await shopper.call("GET", path, Accept_Language="zh-CN")).json()
    assert (order["lines"][0]["title"], chinese["lines"][0]["title"]) == ("Desk lamp", "台灯")
    assert chinese["shipping_method"]["name"] == "标准配送"


async def test_another_shop_has_its_own_orders_and_numbers(shop: Shop) -> None:
    order = (await shop.shopper().buy(await shop.variant())).json()
    stranger = shop.issuer.bearer("usr_ada", tenant="other", permissions=("orders:read",), roles=("owner",))
    assert (await shop.client.get("/api/v1/orders", headers=stranger)).json()["items"] == []
    assert (await shop.client.get(f"/api/v1/orders/{order['id']}", headers=stranger)).status_code == 404


async def test_what_is_bought_together_and_often(shop: Shop) -> None:
    lamp, bulb, desk = [await shop.variant(title=title, quantity=50) for title in ("Lamp", "Bulb", "Desk")]
    shopper = shop.shopper()
    for lines in ([(lamp, 1), (bulb, 2)], [(lamp, 1), (bulb, 1), (desk, 1)], [(bulb, 1)]):
        assert (await shopper.check_out(await shopper.cart(*lines))).status_code == 201
    declined = await shopper.check_out(await shopper.cart((lamp, 1), (desk, 1)), "tok_decline")
    assert declined.status_code == 402
    quotes = (await shop.products.get(f"/api/v1/variants/{lamp}")).json()
    service = shop.issuer.service_bearer("ai_service")
    params = {"product_id": quotes["product_id"]}
    together = await shop.client.get("/internal/v1/purchases/together", params=params, headers=service)
    assert [item["count"] for item in together.json()["items"]] == [2, 1]
    popular = await shop.client.get("/internal/v1/purchases/popular?limit=2", headers=service)
    assert [item["count"] for item in popular.json()["items"]] == [3, 2]
    refused = await shop.client.get("/internal/v1/purchases/popular", headers=shopper.bearer)
    assert refused.status_code == 403


async def test_staff_finds_orders_by_number_name_and_email(shop: Shop) -> None:
    variant = await shop.variant(price=1000, quantity=100)
    ada, bob = shop.shopper("usr_ada"), shop.shopper("usr_bob")
    for quantity in (1, 3, 2):
        assert (await ada.buy(variant, quantity)).status_code == 201
    cart = await bob.cart((variant, 1))
    address = {**cart["address"], "name": "Bob O'Hara 100%"}
    assert (await bob.check_out(cart, address=address, email="Bob@Mail.Example")).status_code == 201

    async def numbers(**filters: str) -> list[str]:
        return [order["number"] for order in await shop.orders(**filters)]

    assert await numbers(q="#1002") == await numbers(q="1002") == ["1002"]
    assert await numbers(q="lovelace ADA") == ["1003", "1002", "1001"]
    assert await numbers(q="100%") == await numbers(q="bob@mail") == await numbers(email="bob@MAIL.example") == ["1004"]
    assert await numbers(q="%") == ["1004"]
    assert await numbers(q="nobody") == await numbers(q="99") == await numbers(email="mail.example") == []
    assert await numbers(sort="oldest") == ["1001", "1002", "1003", "1004"]
    assert await numbers(sort="total_desc") == ["1002", "1003", "1004", "1001"]
    assert await numbers(total_from="2000", total_to="2490") == ["1003"]
    assert await numbers(fulfilment_status="fulfilled") == []
    seen, cursor = [], ""
    for _ in range(4):
        query = f"/api/v1/orders?sort=total_asc&limit=1&count=true{cursor}"
        page = (await shop.client.get(query, headers=shop.staff)).json()
        assert page["count"] == 4
        seen.append(page["items"][0]["number"])
        cursor = f"&cursor={page['next_cursor']}"
    assert (seen, page["next_cursor"]) == (["1001", "1004", "1003", "1002"], None)
    own = (await bob.call("GET", "/api/v1/orders?q=lovelace&count=true")).json()
    assert ([order["number"] for order in own["items"]], own["count"]) == (["1004"], 1)


async def test_an_order_tells_its_reader_what_can_be_done_with_it(shop: Shop) -> None:
    shopper = shop.shopper()
    bought = (await shopper.buy(await shop.variant(price=1000))).json()
    path = f"/api/v1/orders/{bought['id']}"
    assert (bought["refundable"], "cancellation" in bought["actions"]) == (bought["total"], True)
    assert (await shopper.call("GET", path)).json()["actions"] == bought["actions"]
    [listed] = (await shopper.call("GET", "/api/v1/orders")).json()["items"]
    assert (listed["actions"], listed["refundable"]) == (bought["actions"], bought["refundable"])
    seen = await shop.order(bought["id"])
    assert {"cancellation", "refunds", "fulfilments"} <= set(seen["actions"])
    support = shop.issuer.bearer("usr_support", roles=("support",), permissions=("orders:read",))
    assert (await shop.client.get(path, headers=support)).json()["actions"] == []

    part = {"reason": "a scratch", "amount": {"amount": 400, "currency": "EUR"}}
    await shop.client.post(f"{path}/refunds", json=part, headers={**shop.staff, "Idempotency-Key": "k"})
    assert (await shop.order(bought["id"]))["refundable"]["amount"] == bought["total"]["amount"] - 400
    cancelled = (await shopper.cancel(bought["id"])).json()
    assert (cancelled["refundable"]["amount"], cancelled["actions"]) == (0, [])
    refused = (await shopper.buy(await shop.variant(), token="tok_decline")).json()["order_id"]
    told = await shop.order(refused)
    assert (told["refundable"]["amount"], told["actions"]) == (0, [])
