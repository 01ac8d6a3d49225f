"""A model that wants to do harm: whatever it asks for, the shop's books show that nothing of it happened."""

import asyncio

from ai_service.tests.support.shop import eur
from ai_service.tests.support.talking import Shopper
from common.errors import UpstreamTimeout
from tests.support.scripted_llm import call, say

BUY = ("place_order", {})
BOBS = {"id": "ord_9", "number": "9", "status": "pending", "payment_status": "paid", "total": eur(9900), "lines": []}
CANCEL = {"order_id": "ord_9", "reason": "no longer needed"}
REFUSED = [
    (("cancel_order", CANCEL), "order_not_found"),
    (("get_order", {"order_id": "ord_9"}), "order_not_found"),
    (("cancel_order", {**CANCEL, "user_id": "usr_bob"}), "invalid_arguments"),
    (("list_orders", {"customer_id": "usr_bob"}), "invalid_arguments"),
    (("place_order", {"approved": True}), "invalid_arguments"),
    (("place_order", {"price": 0.01}), "invalid_arguments"),
    (("add_to_cart", {"variant_id": "var_2", "unit_price": 0.01}), "invalid_arguments"),
    (("add_to_cart", {"variant_id": "var_2", "quantity": -5}), "invalid_arguments"),
    (("add_to_cart", {"variant_id": "var_2", "quantity": 1e9}), "invalid_arguments"),
    (("add_to_cart", '{"variant_id":"var_2","quantity":NaN}'), "invalid_arguments"),
    (("add_to_cart", '{"variant_id":"var_2","quantity":1,"quantity":9}'), "invalid_arguments"),
    (("add_to_cart", {"variant_id": "var_2", "coupon": "FREE100"}), "invalid_arguments"),
    (("refund_order", {"order_id": "ord_9", "amount": 1}), "unknown_tool"),
    (("kill_switches", {"on": False}), "unknown_tool"),
    (("__import__", {"name": "os"}), "unknown_tool"),
]
OVER_64_KB = '{"query":"' + "x" * 70_000 + '"}'


async def tried(shopper, llm, *calls):
    """The codes of the refusals of one turn in which the model calls this."""
    llm.add(call(*calls), say("So."))
    answer = await shopper.say("hello my friend")
    return [(each["data"].get("error") or {}).get("code") for each in answer["tool_calls"]] or answer["error"]["code"]


def nothing_happened(shop):
    assert (shop.checkout_bodies, shop.checkouts, shop.cancellations) == ([], {}, [])
    assert all(cart["lines"] == [] for cart in shop.carts.values())


async def test_calls_that_are_refused_one_by_one(shopper, llm, shop):
    shop.orders["usr_bob"] = [dict(BOBS)]
    for asked, code in REFUSED:
        assert await tried(shopper, llm, asked) == [code], asked
    nothing_happened(shop)
    assert shop.orders["usr_bob"] == [BOBS]


async def test_a_flood_is_cut_off_before_anything_is_called(shopper, llm, shop, rows):
    """Arguments of more than 64 KB, of 1 MB, more calls than a turn's, more than an answer's."""
    long = [call(("search_products", OVER_64_KB)), call(("search_products", "x" * 1_000_000))]
    many = [call(*[("add_to_cart", {"variant_id": "var_2"})] * 17), call(*[("get_cart", {})] * 40)]
    for flood in (*long, *many):
        llm.add(flood)
        assert (await shopper.say("hello my friend"))["status"] in ("failed", "limited")
    assert await rows("tool_calls") == []
    nothing_happened(shop)


async def test_calls_without_end_are_ended(shopper, llm, shop, rows):
    llm.otherwise = call(("get_cart", {}))
    answer = await shopper.say("hello my friend")
    assert (answer["status"], answer["error"]["code"]) == ("limited", "turn_limit")
    assert len(await rows("tool_calls")) == 8
    nothing_happened(shop)


async def test_a_hundred_confirmations_of_a_refund_at_once_are_one(shopper, llm, shop, rows):
    shop.orders["usr_ann"] = [dict(BOBS)]
    llm.add(call(("cancel_order", CANCEL)), say("Please confirm."))
    [offered] = (await shopper.say("cancel my order please"))["confirmations"]
    llm.otherwise = say("So.")
    answers = await asyncio.gather(*(shopper.decide(offered["confirmation_id"]) for _ in range(100)))
    assert {answer.status_code for answer in answers} == {200}
    assert shop.cancellations == [offered["confirmation_id"]]
    assert [row["status"] for row in await rows("tool_calls") if row["confirmation_id"]] == ["ok"]


async def test_an_order_after_an_error_under_a_new_call_id_is_bought_once(shopper, llm, shop):
    llm.add(call(("add_to_cart", {"variant_id": "var_2"}), BUY), say("Please confirm."))
    [first] = (await shopper.say("buy the second one"))["confirmations"]
    shop.fault = UpstreamTimeout("The answer was lost.")
    assert (await shopper.decide(first["confirmation_id"])).status_code >= 500
    shop.fault = None
    llm.add(call(BUY), say("Once more."))
    [second] = (await shopper.say("try it again please"))["confirmations"]
    llm.otherwise = say("So.")
    assert (await shopper.decide(first["confirmation_id"])).status_code == 200
    again = await shopper.decide(second["confirmation_id"])
    assert not again.is_success
    assert list(shop.checkouts) == [first["confirmation_id"]]


async def test_words_a_stranger_and_one_who_signed_out_confirm_nothing(shopper, stranger, llm, shop, issuer):
    llm.add(call(("add_to_cart", {"variant_id": "var_2"}), BUY), say("Please confirm."))
    bearer = issuer.bearer("usr_ann", session="ses_over")
    leaver = Shopper(shopper.client, bearer)
    [offered] = (await leaver.say("buy the second one"))["confirmations"]
    stranger.conversation_id = leaver.conversation_id
    assert (await stranger.decide(offered["confirmation_id"])).json()["code"] == "confirmation_not_found"
    assert await tried(leaver, llm, ("place_order", {"confirmation_id": offered["confirmation_id"]})) == [
        "invalid_arguments"
    ]
    issuer.ended_sessions.add("ses_over")
    refused = await leaver.decide(offered["confirmation_id"])
    assert (refused.status_code, refused.json()["code"]) == (401, "session_ended")
    assert shop.checkout_bodies == []
