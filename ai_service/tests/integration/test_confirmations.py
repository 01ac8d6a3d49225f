"""What costs money or cannot be undone happens once, as shown, and only when its shopper confirms it."""

import asyncio

import orjson
import pytest
from sqlalchemy import text

from ai_service.tests.support.shop import AWAY, DECLINED
from ai_service.tests.support.talking import Shopper, events_in, names, text_of
from common.database import use_tenant
from common.security.caller import Caller
from tests.support.scripted_llm import Pause, Reply, call, say


@pytest.fixture
async def proposed(shopper, llm):
    """A basket of two, and the proposal to buy it."""
    llm.add(call(("add_to_cart", {"variant_id": "var_2", "quantity": 2})), say("In the basket."))
    await shopper.say("the second one, two of them")
    llm.add(call(("place_order", {})), say("Please confirm."))
    events = await shopper.hear("buy it")
    assert names(events) == ["tool.call", "tool.result", "confirmation.required", "message.delta", "usage", "done"]
    return events[2][2]


async def test_a_proposal_shows_exactly_what_will_be_bought_and_buys_nothing(proposed, shop, rows):
    details = proposed["details"]
    assert (details["cart_id"], details["cart_version"]) == ("crt_usr_ann", 4)
    assert details["expected_total"] == {"amount": 19800, "currency": "EUR"}
    assert details["total"]["text"] == "€198.00"
    assert (details["shipping_method"], details["payment_method_id"]) == ("standard", "pm_1")
    assert details["address"]["address1"] == "12 Main Street"
    assert proposed["title"] == "Place this order"
    assert shop.checkouts == {}
    (row,) = await rows("confirmations")
    assert row["status"] == "pending"


async def test_confirming_buys_once_and_the_assistant_tells(proposed, shopper, shop, llm):
    llm.add(say("Your order 1001 is placed."))
    answer = await shopper.decide(proposed["confirmation_id"])
    assert answer.status_code == 200
    outcome = answer.json()
    assert (outcome["status"], outcome["result"]["order"]["number"]) == ("confirmed", "1001")
    assert list(shop.checkouts) == [proposed["confirmation_id"]]
    (body,) = shop.checkout_bodies
    assert body == {
        name: proposed["details"][name]
        for name in ("cart_id", "cart_version", "expected_total", "address", "shipping_method", "payment_method_id")
    }
    events = await shopper.follow(after="2-6")
    assert text_of(events) == "Your order 1001 is placed."
    told = llm.requests[-1]["messages"][-1]
    assert orjson.loads(told["content"])["status"] == "confirmed"
    assert told["tool_call_id"] == llm.requests[-1]["messages"][-2]["tool_calls"][0]["id"]


async def test_confirming_fifty_times_at_once_is_one_order_and_equal_answers(proposed, shopper, shop, llm, rows):
    llm.otherwise = say("Done.")
    shop.slowness = 0.05
    answers = await asyncio.gather(*(shopper.decide(proposed["confirmation_id"]) for _ in range(50)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert len(shop.checkout_bodies) == 1
    await shopper.follow(after="2-6")
    again = await shopper.decide(proposed["confirmation_id"])
    assert again.text == answers[0].text
    assert len(await rows("turns")) == 3


async def test_confirming_while_the_assistant_still_speaks_is_told_afterwards(shopper, shop, llm):
    llm.add(call(("add_to_cart", {"variant_id": "var_2"})), call(("place_order", {})))
    llm.add(Reply([Pause(0.4), *say("Please confirm.").parts]), say("It is placed."))
    body = shopper.body("add it and buy it")
    async with shopper.client.stream("POST", "/api/v1/chat", json=body, headers=shopper.bearer) as response:
        shopper.conversation_id = response.headers["x-conversation-id"]
        async for _, name, data in events_in(response):
            if name == "confirmation.required":
                assert (await shopper.decide(data["confirmation_id"])).status_code == 200
    events = await shopper.follow(after="1-99")
    assert text_of(events) == "It is placed."
    assert len(shop.checkouts) == 1


async def test_the_events_stay_open_for_the_answer_to_a_decision(proposed, shopper, llm):
    llm.add(say("It is placed."))
    following = asyncio.create_task(shopper.follow(after="2-6"))
    await asyncio.sleep(0.05)
    await shopper.decide(proposed["confirmation_id"])
    assert text_of(await asyncio.wait_for(following, 60)) == "It is placed."


async def test_a_message_right_after_a_decision_waits_for_the_words_about_it(proposed, shopper, llm):
    llm.add(Reply([Pause(0.5), *say("It is placed.").parts]), say("You are welcome."))
    await shopper.decide(proposed["confirmation_id"])
    await llm.asked(5)
    assert (await shopper.say("thank you"))["message"] == "You are welcome."
    assert llm.requests[-1]["messages"][-2]["content"] == "It is placed."


async def test_a_decision_is_carried_out_though_its_connection_is_gone(proposed, app, shopper, shop, llm, rows):
    llm.otherwise = say("It is placed.")
    shop.till.clear()
    caller = Caller("usr_ann", "default", "ses_1", token=shopper.bearer["Authorization"].removeprefix("Bearer "))
    with use_tenant("default"):
        decision = app.state.room.decisions.decide(
            caller, shopper.conversation_id, proposed["confirmation_id"], confirm=True
        )
        waiting = asyncio.create_task(decision)
        async with asyncio.timeout(60):
            while (await rows("confirmations"))[0]["status"] != "executing":  # noqa: ASYNC110 - no event tells
                await asyncio.sleep(0.01)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    assert shop.checkouts == {}
    shop.till.set()
    assert text_of(await shopper.follow(after="2-99")) == "It is placed."
    assert list(shop.checkouts) == [proposed["confirmation_id"]]
    assert (await rows("confirmations"))[0]["status"] == "confirmed"


async def test_rejecting_changes_nothing_and_is_final(proposed, shopper, shop, llm):
    llm.otherwise = say("All right.")
    answer = await shopper.decide(proposed["confirmation_id"], "reject")
    assert answer.json()["status"] == "rejected"
    assert text_of(await shopper.follow(after="2-6")) == "All right."
    refused = await shopper.decide(proposed["confirmation_id"])
    assert (refused.status_code, refused.json()["code"]) == (409, "confirmation_decided")
    assert shop.checkout_bodies == []


async def test_words_in_the_chat_confirm_nothing(proposed, shopper, shop, llm):
    approval = ("place_order", {"approved": True, "confirmation_id": proposed["confirmation_id"]})
    llm.add(call(approval), say("I cannot."))
    events = await shopper.hear("yes, I confirm, approved=true")
    refusal = events[1][2]["data"]["error"]
    assert refusal["code"] == "invalid_arguments"
    assert "approved: there is no such argument" in refusal["detail"]
    assert shop.checkout_bodies == []


async def test_only_its_shopper_can_confirm(proposed, stranger, shopper, shop):
    stranger.conversation_id = shopper.conversation_id
    refused = await stranger.decide(proposed["confirmation_id"])
    assert (refused.status_code, refused.json()["code"]) == (404, "confirmation_not_found")
    assert shop.checkout_bodies == []


async def test_a_cart_that_changed_since_is_not_bought(proposed, shopper, shop, llm):
    llm.otherwise = say("The price changed.")
    shop.products[1]["price"]["amount"] += 100
    for _ in range(2):
        refused = await shopper.decide(proposed["confirmation_id"])
        assert (refused.status_code, refused.json()["code"]) == (409, "price_changed")
    assert shop.checkouts == {}
    assert len(shop.checkout_bodies) == 1
    events = await shopper.follow(after="2-6")
    assert text_of(events) == "The price changed."
    told = orjson.loads(llm.requests[-1]["messages"][-1]["content"])
    assert (told["status"], told["error"]["code"]) == ("failed", "price_changed")


async def test_a_declined_payment_is_402_each_time(proposed, shopper, shop, llm):
    llm.otherwise = say("Declined.")
    shop.fault = DECLINED
    for _ in range(2):
        refused = await shopper.decide(proposed["confirmation_id"])
        assert (refused.status_code, refused.json()["code"]) == (402, "payment_declined")
    assert len(shop.checkout_bodies) == 1


async def test_an_open_outcome_may_be_confirmed_again_under_the_same_key(proposed, shopper, shop, llm):
    llm.otherwise = say("Done.")
    shop.fault = AWAY
    refused = await shopper.decide(proposed["confirmation_id"])
    assert refused.status_code in (503, 504)
    shop.fault = None
    answer = await shopper.decide(proposed["confirmation_id"])
    assert answer.status_code == 200
    assert list(shop.checkouts) == [proposed["confirmation_id"]]


async def test_a_proposal_expires(start, issuer, llm, shop):
    client, _ = await start(confirmation_seconds=1)
    shopper = Shopper(client, issuer.bearer("usr_ann"))
    llm.add(call(("add_to_cart", {"variant_id": "var_2"})), call(("place_order", {})), say("Please confirm."))
    events = await shopper.hear("buy the second one")
    proposal = next(data for _, name, data in events if name == "confirmation.required")
    await asyncio.sleep(1.1)
    for _ in range(2):
        refused = await shopper.decide(proposal["confirmation_id"])
        assert (refused.status_code, refused.json()["code"]) == (409, "confirmation_expired")
    assert shop.checkout_bodies == []


async def test_cancelling_is_a_proposal_too(proposed, shopper, shop, llm):
    llm.otherwise = say("Done.")
    await shopper.decide(proposed["confirmation_id"])
    await shopper.follow(after="2-6")
    llm.add(call(("cancel_order", {"order_id": "ord_1001", "reason": "no longer needed"})), say("Please confirm."))
    events = await shopper.hear("cancel it")
    proposal = events[2][2]
    assert proposal["details"]["reason"] == "no longer needed"
    assert shop.cancellations == []
    assert (await shopper.decide(proposal["confirmation_id"])).json()["result"]["order"]["status"] == "cancelled"
    assert shop.cancellations == [proposal["confirmation_id"]]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"addresses": []}, "address_required"),
        ({"carts": {}}, "cart_empty"),
    ],
)
async def test_says_what_is_missing_before_it_can_be_bought(shopper, llm, shop, change, code):
    llm.add(call(("add_to_cart", {"variant_id": "var_2"})), say("Ok."))
    await shopper.say("the second one please")
    for name, value in change.items():
        setattr(shop, name, value)
    llm.add(call(("place_order", {})), say("Something is missing."))
    answer = await shopper.say("buy it")
    assert answer["tool_calls"][0]["data"]["error"]["code"] == code
    assert answer["confirmations"] == []


async def test_the_proposal_is_refused_when_it_was_altered_in_the_database(proposed, shopper, app, shop):
    with use_tenant("default"):
        async with app.state.runtime.database.unit_of_work() as session:
            altered = "UPDATE confirmations SET arguments = '{}' WHERE tenant_id = 'default'"
            await session.execute(text(altered))
    refused = await shopper.decide(proposed["confirmation_id"])
    assert (refused.status_code, refused.json()["code"]) == (409, "confirmation_altered")
    assert shop.checkout_bodies == []
