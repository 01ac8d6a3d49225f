"""The caller's own history; context that survives a restart and a lost cache; turns whose process died."""

import asyncio
from datetime import timedelta

from sqlalchemy import text

from ai_service.app.chat.recovery import end_left_behind
from ai_service.app.conversations.schemas import Conversation
from ai_service.tests.support.shop import DECLINED
from ai_service.tests.support.talking import Shopper, events_in, text_of
from common.clock import utc_now
from common.database import system_scope, use_tenant
from common.events import Event
from common.security.caller import Caller
from tests.support.scripted_llm import Hang, Reply, Until, call, delta, say


async def test_lists_shows_and_deletes_ones_own(shopper, stranger, llm, rows):
    llm.otherwise = say("Hi.")
    for number in range(3):
        shopper.conversation_id = None
        await shopper.say(f"hello   number {number}")
    await stranger.say("hello too")
    first = (await shopper.client.get("/api/v1/conversations?limit=2", headers=shopper.bearer)).json()
    assert [item["title"] for item in first["items"]] == ["hello number 2", "hello number 1"]
    cursor = first["next_cursor"]
    second = (await shopper.client.get(f"/api/v1/conversations?cursor={cursor}", headers=shopper.bearer)).json()
    assert [item["title"] for item in second["items"]] == ["hello number 0"]
    assert second["next_cursor"] is None
    url = f"/api/v1/conversations/{shopper.conversation_id}"
    shown = (await shopper.client.get(url, headers=shopper.bearer)).json()
    assert [(item["role"], item["content"]) for item in shown["messages"]] == [
        ("user", "hello   number 2"),
        ("assistant", "Hi."),
    ]
    assert (await shopper.client.delete(url, headers=shopper.bearer)).status_code == 204
    assert (await shopper.client.get(url, headers=shopper.bearer)).status_code == 404
    assert len(await rows("turns")) == 3
    assert len(await rows("model_calls")) == 4
    bad = await shopper.client.get("/api/v1/conversations?cursor=zzz", headers=shopper.bearer)
    assert (bad.status_code, bad.json()["code"]) == (422, "invalid_cursor")


async def test_a_page_that_was_loaded_again_can_draw_everything(shopper, llm, shop):
    llm.add(
        call(("add_to_cart", {"variant_id": "var_2"})),
        call(("search_policies", {"query": "returns"}), ("place_order", {})),
        say("Please confirm."),
    )
    events = await shopper.hear("add the second one and buy it")
    url = f"/api/v1/conversations/{shopper.conversation_id}"
    answer = await shopper.client.get(url, headers=shopper.bearer)
    Conversation.model_validate(answer.json())
    (turn,) = answer.json()["turns_shown"]
    assert (turn["question"], turn["message"], turn["status"]) == (
        "add the second one and buy it", "Please confirm.", "done"
    )  # fmt: skip
    assert turn["last_event_id"] == events[-1][0]
    results = [data for _, name, data in events if name == "tool.result"]
    assert [(each["name"], each["ok"], each["card"]) for each in turn["tool_calls"]] == [
        (each["name"], each["ok"], each["card"]) for each in results
    ]
    assert turn["citations"] == [data for _, name, data in events if name == "citation"]
    (offered,) = [data for _, name, data in events if name == "confirmation.required"]
    assert turn["confirmations"] == [offered | {"status": "pending", "decided_at": None, "card": None, "error": None}]

    llm.add(say("It is placed."))
    await shopper.decide(offered["confirmation_id"])
    told = await shopper.follow(after=turn["last_event_id"])
    first, second = (await shopper.client.get(url, headers=shopper.bearer)).json()["turns_shown"]
    (confirmed,) = first["confirmations"]
    assert (confirmed["status"], confirmed["card"]["order"]["number"]) == ("confirmed", "1001")
    assert (second["question"], second["message"], second["last_event_id"]) == (None, "It is placed.", told[-1][0])


async def test_a_refused_and_an_expired_proposal_say_so_in_the_history(shopper, llm, shop, app):
    llm.add(call(("add_to_cart", {"variant_id": "var_2"})), call(("place_order", {}), ("place_order", {})), say("?"))
    answer = await shopper.say("buy the second one")
    first, second = answer["confirmations"]
    llm.otherwise = say("Declined.")
    shop.fault = DECLINED
    await shopper.decide(first["confirmation_id"])
    past = (utc_now() - timedelta(seconds=1)).replace(tzinfo=None)
    with system_scope():
        async with app.state.runtime.database.unit_of_work() as session:
            aged = "UPDATE confirmations SET expires_at = :past WHERE id = :id"
            await session.execute(text(aged), {"past": past, "id": second["confirmation_id"]})
    await shopper.follow(after="1-99")
    url = f"/api/v1/conversations/{shopper.conversation_id}"
    shown = (await shopper.client.get(url, headers=shopper.bearer)).json()["turns_shown"][0]["confirmations"]
    assert [(each["status"], each["error"] and each["error"]["code"]) for each in shown] == [
        ("failed", "payment_declined"),
        ("expired", None),
    ]


async def test_after_drawing_only_the_running_turn_is_replayed(shopper, llm):
    go_on = asyncio.Event()
    llm.add(say("Hi."), Reply([delta(content="One "), Until(go_on), *say("moment.").parts]))
    await shopper.say("hello there")
    assert await shopper.follow(after="0") == []
    begun = asyncio.create_task(shopper.hear("think long"))
    await llm.asked(2)
    url = f"/api/v1/conversations/{shopper.conversation_id}/events"
    headers = shopper.bearer | {"Last-Event-ID": "0"}
    async with shopper.client.stream("GET", url, headers=headers) as response:
        events = events_in(response)
        replayed = [await anext(events)]
        go_on.set()
        replayed += [each async for each in events]
    assert replayed == await begun
    assert text_of(replayed) == "One moment."


async def test_the_context_is_rebuilt_from_the_database(start, issuer, llm):
    client, _ = await start()
    shopper = Shopper(client, issuer.bearer("usr_ann"))
    llm.add(call(("get_cart", {})), say("It is empty."), say("Still."))
    await shopper.say("what is in my basket?")
    await shopper.say("and now?")
    contents = [message["content"] for message in llm.requests[-1]["messages"][1:]]
    assert [contents[0], contents[3], contents[4]] == ["what is in my basket?", "It is empty.", "and now?"]


async def test_a_guests_conversations_and_proposals_are_the_customers_after_the_merge(client, app, issuer, llm):
    guest = Shopper(client, issuer.bearer("gst_1", roles=("guest",)))
    address = {"address1": "12 Main Street", "city": "Berlin", "zip": "10115", "country": "DE"}
    order = {"email": "a@b.example", "address": address}
    llm.add(call(("add_to_cart", {"variant_id": "var_1"})), call(("place_order", order)), say("Ok?"))
    answer = await guest.say("buy the first one")
    room, database = app.state.room, app.state.runtime.database
    merged = Event(
        "guest.merged", "usr_ann", {"guest_id": "gst_1", "user_id": "usr_ann"}, "evt_1", "default", utc_now(), 1
    )
    with use_tenant("default"):
        async with database.unit_of_work() as session:
            await room.conversations.merge_guest(session, merged)
            await room.confirmations.merge_guest(session, merged)
    customer = Shopper(client, issuer.bearer("usr_ann"))
    customer.conversation_id = guest.conversation_id
    llm.otherwise = say("Go on.")
    assert (await customer.say("where were we?"))["message"] == "Go on."
    assert (await guest.post("hello?")).status_code == 404
    rejected = await customer.decide(answer["confirmations"][0]["confirmation_id"], "reject")
    assert rejected.status_code == 200


async def test_a_turn_whose_process_died_is_ended_and_the_conversation_goes_on(shopper, app, llm):
    llm.otherwise = say("Hi.")
    answer = await shopper.say("hello there")
    room, database = app.state.room, app.state.runtime.database
    past = utc_now() - timedelta(seconds=1)
    with system_scope():
        async with database.unit_of_work() as session:
            await session.execute(text("UPDATE turns SET status = 'running', events = '[]'"))
            died = "UPDATE conversations SET running_turn_id = :turn, running_until = :past"
            await session.execute(text(died), {"turn": answer["turn_id"], "past": past.replace(tzinfo=None)})
    await end_left_behind(database, room.conversations, room.chat, room.staff.texts)
    events = await shopper.follow()
    assert [(name, data.get("code") or data.get("status")) for _, name, data in events] == [
        ("error", "turn_interrupted"),
        ("done", "failed"),
    ]
    assert (await shopper.say("again please"))["message"] == "Hi."
    assert "hello there" in [message["content"] for message in llm.requests[-1]["messages"]]


async def test_a_stop_asked_for_in_another_process_is_seen_within_a_lease(shopper, app, llm, issuer):
    llm.add(say("Hi."), Reply([delta(content="One moment"), Hang()]))
    await shopper.say("hello there")
    begun = asyncio.create_task(shopper.hear("think long"))
    await llm.asked(2)
    room = app.state.room
    caller = Caller("usr_ann", "default", "ses_1")
    with use_tenant("default"):
        await room.conversations.request_stop(caller, shopper.conversation_id)
    await room.chat.keep_leases()
    events = await asyncio.wait_for(begun, 60)
    assert events[-1][2]["status"] == "stopped"
