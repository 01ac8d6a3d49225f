"""Nothing of a conversation costs more with every one that was held."""

from tests.support.scripted_llm import say

ALLOWED: dict[str, str] = {}


async def test_a_turn_and_what_watches_over_it(plans, client, app, shopper, llm):
    plans.known.clear()  # of its start
    llm.otherwise = say("Hi.")
    await shopper.say("hello")
    room = app.state.room
    await room.chat.keep_leases()
    for path in ("conversations", f"conversations/{shopper.conversation_id}"):
        assert (await client.get(f"/api/v1/{path}", headers=shopper.bearer)).status_code == 200
    await room.conversations.left_behind()
    await room.conversations.prolong(["trn_1"])
    assert not (faults := plans.faults(ALLOWED)), "\n".join(faults)
