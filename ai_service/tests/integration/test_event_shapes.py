"""What is shown has the shapes that the OpenAPI document promises: clients are generated from them."""

import pytest

from ai_service.app.shown.events import ChatEvent
from ai_service.tests.support.talking import events_in
from tests.support.scripted_llm import call, say


@pytest.fixture
def heard(shopper, llm):
    """`await heard("find", (tool, arguments), …)`: the events of a turn with these calls, each held to its shape."""

    async def talk(message, *calls):
        llm.add(call(*calls), say("Here."))
        events = await shopper.hear(message)
        for event_id, name, data in events:
            shape = ChatEvent.model_validate({"id": event_id, "event": name, "data": data})
            assert shape.model_dump(mode="json", exclude_unset=True)["data"].keys() == data.keys()
        return [(name, data) for _, name, data in events]

    return talk


def cards(events):
    return [data["card"] for name, data in events if name == "tool.result"]


def suggestions(events):
    return events[-1][1]["suggestions"]


async def test_found_products_are_a_card(heard, shop):
    shop.products[0] |= {"image": "/media/1.jpg", "max_price": {"amount": 14_900, "currency": "EUR"}}
    shop.products[0]["rating"] = {"average": 4.5, "count": 2}
    events = await heard("a monitor", ("search_products", {"query": "bright monitor"}))
    (card,) = cards(events)
    assert (card["type"], card["total"]) == ("products", 4)
    first, second, *_ = card["items"]
    assert first == {
        "product_id": "prd_1",
        "variant_id": "var_1",
        "title": "Bright monitor",
        "vendor": "Acme",
        "category": "Monitors",
        "image": "/media/1.jpg",
        "price": {"amount": 12900, "currency": "EUR", "text": "€129.00"},
        "max_price": {"amount": 14900, "currency": "EUR", "text": "€149.00"},
        "availability": "in_stock",
        "rating": {"average": 4.5, "count": 2},
        "variants_count": 1,
        "url": "/products/product-1",
    }
    assert (second["image"], second["max_price"], second["rating"]) == (None, None, None)
    assert events[0][1]["description"] == "Looking for “bright monitor” …"
    assert suggestions(events)[0] == "Compare the first two"


async def test_one_product_its_stock_and_a_comparison_are_cards(heard, shop):
    shop.products[1]["attributes"].append({"name": "Panel", "value": "IPS"})
    shop.products[0]["media"] = [{"url": "/media/1.jpg"}]
    product, stock, comparison = cards(
        await heard(
            "tell me more",
            ("get_product", {"product_id": "prd_1"}),
            ("check_stock", {"variant_id": "var_3", "product_id": "prd_3"}),
            ("compare_products", {"product_ids": ["prd_1", "prd_2"]}),
        )
    )
    assert product["product"]["title"] == "Bright monitor"
    assert product["attributes"] == [{"name": "Size", "value": "24 inch"}]
    assert [variant["variant_id"] for variant in product["variants"]] == ["var_1"]
    assert product["images"] == ["/media/1.jpg"]
    assert (stock["type"], stock["product"]["availability"]) == ("product", "few_left")
    assert [item["product_id"] for item in comparison["items"]] == ["prd_1", "prd_2"]
    assert comparison["cheapest"] == "prd_2"
    assert comparison["rows"] == [
        {"name": "Size", "values": ["24 inch", "24 inch"], "differs": False},
        {"name": "Panel", "values": [None, "IPS"], "differs": True},
    ]


async def test_the_basket_and_orders_are_cards_in_the_readers_language(heard, shopper):
    shopper.bearer = shopper.bearer | {"Accept-Language": "zh"}
    events = await heard("第二个，来两个", ("add_to_cart", {"variant_id": "var_2", "quantity": 2}))
    (cart,) = cards(events)
    assert (cart["type"], cart["items"][0]["quantity"]) == ("cart", 2)
    assert cart["totals"]["total"] == {"amount": 19800, "currency": "EUR", "text": "€198.00"}
    assert events[0][1]["description"] == "正在把 2 件加入购物车……"
    assert suggestions(events) == ["去结账", "购物车里有什么？"]
    (orders,) = cards(await heard("我的订单呢？", ("list_orders", {})))
    assert orders == {"type": "orders", "items": []}


async def test_a_purchase_says_what_happens_and_what_it_costs(heard, shopper, llm, shop):
    await heard("two of the second", ("add_to_cart", {"variant_id": "var_2", "quantity": 2}))
    events = await heard("buy it", ("place_order", {}))
    (proposal,) = [data for name, data in events if name == "confirmation.required"]
    assert proposal["text"].splitlines() == [
        "2 × Plain monitor at €99.00 each: €198.00",
        "Shipping (Standard): €0.00",
        "Total: €198.00",
        "Delivered to: Ann Lee, 12 Main Street, 10115, Berlin, DE",
        "Paid with: Visa •••• 4242",
    ]
    details = proposal["details"]
    assert details["kind"] == "purchase"
    assert details["shipping"]["name"] == "Standard"
    assert details["items"][0]["unit_price"]["text"] == "€99.00"
    assert (cards(events), suggestions(events)) == ([None], [])
    (result,) = [data for name, data in events if name == "tool.result"]
    assert result["data"]["summary"] == (
        "2 × Plain monitor at €99.00 each: €198.00; Shipping (Standard): €0.00; Total: €198.00"
    )
    llm.add(say("It is placed."))
    outcome = (await shopper.decide(proposal["confirmation_id"])).json()
    assert (outcome["card"]["type"], outcome["card"]["order"]["number"]) == ("order", "1001")


async def test_a_cancellation_says_what_is_paid_back(heard, shopper, llm, shop):
    await heard("the second", ("add_to_cart", {"variant_id": "var_2"}))
    bought = await heard("buy it", ("place_order", {}))
    (proposal,) = [data for name, data in bought if name == "confirmation.required"]
    llm.otherwise = say("Done.")
    await shopper.decide(proposal["confirmation_id"])
    await shopper.follow(after="2-99")
    shopper.bearer = shopper.bearer | {"Accept-Language": "zh"}
    events = await heard("请取消", ("cancel_order", {"order_id": "ord_1001", "reason": "ordered by mistake"}))
    (proposal,) = [data for name, data in events if name == "confirmation.required"]
    assert proposal["text"] == "取消订单 1001：1 × Plain monitor。将退回 €99.00。原因：下错了单。"
    assert proposal["details"]["kind"] == "cancellation"
    assert proposal["details"]["refund"]["amount"] == 9900


async def test_refusals_have_no_card_and_citations_have_their_shape(heard):
    events = await heard("?", ("get_product", {"product_id": "prd_9"}), ("search_policies", {"query": "returns"}))
    assert cards(events) == [None, None]
    assert [name for name, _ in events].count("citation") > 0


async def test_errors_have_their_shape(shopper, llm):
    llm.otherwise = lambda request: call(("get_cart", {}))
    body = shopper.body("loop for ever")
    async with shopper.client.stream("POST", "/api/v1/chat", json=body, headers=shopper.bearer) as response:
        events = [event async for event in events_in(response)]
    for event_id, name, data in events:
        ChatEvent.model_validate({"id": event_id, "event": name, "data": data})
    assert [name for _, name, _ in events[-3:]] == ["error", "usage", "done"]
    assert events[-1][2]["suggestions"] == []


async def test_the_document_has_every_event(client):
    document = (await client.get("/openapi.json")).json()
    stream = document["paths"]["/api/v1/chat"]["post"]["responses"]["200"]["content"]["text/event-stream"]
    assert stream["schema"] == {"$ref": "#/components/schemas/ChatEvent"}
    mapping = document["components"]["schemas"]["ChatEvent"]["discriminator"]["mapping"]
    assert set(mapping) == {
        "message.delta", "tool.call", "tool.result", "confirmation.required", "citation", "usage", "error", "done"
    }  # fmt: skip
