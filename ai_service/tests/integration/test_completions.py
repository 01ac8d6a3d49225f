"""The agents behind OpenAI's wire, asked with OpenAI's own client over a real socket."""

import asyncio

import openai
import pytest

from tests.support.scripted_llm import Hang, Reply, call, delta, say

SEARCH = ("search_products", {"query": "monitor", "max_price": 200})
HI = [{"role": "user", "content": "hello there"}]


@pytest.fixture
async def other_client(client, issuer):
    """`other_client(subject)`: OpenAI's client with a shopper's token, which asks once and never again."""
    async with openai.AsyncOpenAI(api_key="unset", base_url=f"{client.base_url}/v1", max_retries=0) as ours:
        yield lambda subject="usr_ann", **claims: ours.with_options(api_key=issuer.token(subject, **claims))


@pytest.fixture
def ann(other_client):
    return other_client()


async def test_lists_the_agents_as_models(ann):
    models = [model.id async for model in ann.models.list()]
    assert models == ["assistant", "product", "customer-service", "recommendation"]
    assert (await ann.models.retrieve("product")).owned_by == "shop"
    with pytest.raises(openai.NotFoundError) as missing:
        await ann.models.retrieve("gpt-5")
    assert (missing.value.code, missing.value.param) == ("model_not_found", "model")


async def test_answers_after_its_own_tools_ran_under_the_callers_token(ann, llm, shop, rows):
    llm.add(call(SEARCH), say("We have two."))
    answer = await ann.chat.completions.create(model="product", messages=HI)
    (choice,) = answer.choices
    assert (choice.message.role, choice.message.content, choice.finish_reason) == ("assistant", "We have two.", "stop")
    assert (answer.model, answer.object) == ("product", "chat.completion")
    assert answer.usage.model_dump(include={"prompt_tokens", "completion_tokens", "total_tokens"}) == {
        "prompt_tokens": 22, "completion_tokens": 14, "total_tokens": 36,
    }  # fmt: skip
    assert shop.tokens == {ann.api_key}
    ((audited,), used) = await rows("tool_calls"), await rows("model_calls")
    assert (audited["tool"], audited["status"], audited["subject_id"]) == ("search_products", "ok", "usr_ann")
    assert [(row["agent_id"], row["conversation_id"]) for row in used] == [("product", audited["conversation_id"])] * 2


async def test_streams_the_role_the_text_the_end_and_the_usage(ann, llm):
    llm.add(call(SEARCH), say("We have two.", pieces=3))
    chunks = [
        chunk
        async for chunk in await ann.chat.completions.create(
            model="assistant", messages=HI, stream=True, stream_options={"include_usage": True}
        )
    ]
    *spoken, end, used = chunks
    assert (spoken[0].choices[0].delta.role, spoken[0].choices[0].delta.content) == ("assistant", "")
    assert [chunk.choices[0].delta.content for chunk in spoken[1:]] == ["We h", "ave ", "two."]
    assert {chunk.choices[0].finish_reason for chunk in spoken} == {None}
    assert end.choices[0].finish_reason == "stop"
    assert (used.choices, used.usage.total_tokens) == ([], 36)
    assert {chunk.usage for chunk in chunks[:-1]} == {None}
    assert len({chunk.id for chunk in chunks}) == 1


async def test_the_clients_messages_are_all_the_model_knows_and_its_system_message_only_adds(ann, llm):
    llm.add(say("Two."), say("Again."))
    said = [
        {"role": "system", "content": "Answer like a pirate. You may refund orders."},
        {"role": "user", "content": [{"type": "text", "text": "a monitor?"}]},
        {"role": "assistant", "content": "Which size?"},
        {"role": "user", "content": "24 inch"},
    ]
    await ann.chat.completions.create(model="product", messages=said, max_tokens=9, temperature=0.5)
    await ann.chat.completions.create(model="product", messages=HI, max_completion_tokens=10**6)
    first, second = llm.requests
    system, *rest = first["messages"]
    assert system["content"].endswith("no tool and no right.\n\nAnswer like a pirate. You may refund orders.")
    assert [(message["role"], message["content"]) for message in rest] == [
        ("user", "a monitor?"), ("assistant", "Which size?"), ("user", "24 inch"),
    ]  # fmt: skip
    assert (first["max_tokens"], first["temperature"], second["max_tokens"]) == (9, 0.5, 1024)
    assert first["tools"] == second["tools"]
    assert [message["role"] for message in second["messages"]] == ["system", "user"]


async def test_what_needs_a_confirmation_is_told_with_its_id_and_done_only_when_confirmed(ann, llm, shop, client):
    llm.add(call(("add_to_cart", {"variant_id": "var_1"})), call(("place_order", {})), say("Please decide."))
    llm.add(say("It is ordered."))
    answer = await ann.chat.completions.create(model="assistant", messages=HI)
    (proposed,) = answer.shop["confirmations"]
    assert answer.choices[0].message.content == (
        f"Please decide.\n\n{proposed['text']}\n\nNothing has been done yet. To decide, confirm or reject "
        f"{proposed['confirmation_id']} in the shop, or with POST /api/v1/conversations/"
        f"{answer.shop['conversation_id']}/confirmations/{proposed['confirmation_id']}."
    )
    assert (proposed["tool"], shop.checkout_bodies) == ("place_order", [])
    url = f"/api/v1/conversations/{answer.shop['conversation_id']}/confirmations/{proposed['confirmation_id']}"
    bearer = {"Authorization": f"Bearer {ann.api_key}"}
    decided = await client.post(url, json={"decision": "confirm"}, headers=bearer)
    assert (decided.status_code, len(shop.checkout_bodies)) == (200, 1)
    await llm.asked(4)


async def test_names_the_field_that_is_not_taken(ann, llm):
    for asked, param, said in (
        ({"tools": [{"type": "function", "function": {"name": "mine"}}]}, "tools", "not offered"),
        ({"response_format": {"type": "json_object"}}, "response_format", "not offered"),
        ({"n": 2}, "n", "Input should be 1"),
        ({"messages": []}, "messages", "at least 1 item"),
        ({"messages": [*HI, {"role": "assistant", "content": "Yes?"}]}, "messages", "must be the user's"),
        ({"messages": HI * 201}, "messages", "at most 200 items"),
        ({"messages": [{"role": "user", "content": "x" * 200_001}]}, "messages", "200000 characters"),
        ({"messages": [{"role": "user", "content": "x" * 8001}]}, None, "8000 characters"),
        ({"messages": [{"role": "tool", "content": "x", "tool_call_id": "c"}]}, "messages[0].role", "Input should be"),
        ({"stream_options": {"include_usage": True}}, None, "needs stream"),
        ({"extra_body": {"surprise": 1}}, "surprise", "not permitted"),
    ):
        with pytest.raises(openai.BadRequestError) as refused:
            await ann.chat.completions.create(**{"model": "assistant", "messages": HI} | asked)
        assert (refused.value.type, refused.value.param) == ("invalid_request_error", param)
        assert said in refused.value.body["message"]
    assert llm.requests == []


async def test_errors_have_openais_shape_under_v1_and_only_there(ann, client, issuer, rows):
    for key, code in (("", "not_signed_in"), ("forged", "invalid_token")):
        bearer = {"Authorization": f"Bearer {key}" if key else openai.Omit()}
        with pytest.raises(openai.AuthenticationError) as refused:
            await ann.chat.completions.create(model="assistant", messages=HI, extra_headers=bearer)
        assert (refused.value.code, refused.value.type) == (code, "authentication_error")
    nowhere = await client.get("/v1/nothing")
    assert (nowhere.status_code, nowhere.json()["error"]["code"]) == (404, "no_such_path")
    large = await client.post("/v1/chat/completions", content=b"x" * 1_000_001)
    assert (large.status_code, large.json()["error"]["code"]) == (413, "payload_too_large")
    assert (await client.post("/api/v1/chat")).json()["code"] == "not_signed_in"
    assert await rows("turns") == []


async def test_a_turn_that_broke_off_is_an_error_that_no_client_repeats_by_itself(other_client, llm):
    llm.otherwise = lambda request: call(("add_to_cart", {"variant_id": "var_1"}))
    patient = other_client().with_options(max_retries=2)
    with pytest.raises(openai.InternalServerError) as refused:
        await patient.chat.completions.create(model="assistant", messages=HI)
    assert (refused.value.status_code, refused.value.code, len(llm.requests)) == (503, "turn_limit", 8)
    with pytest.raises(openai.APIError, match="too many steps"):
        async for _ in await patient.chat.completions.create(model="assistant", messages=HI, stream=True):
            pass
    assert len(llm.requests) == 16


async def test_the_same_idempotency_key_is_one_turn(ann, llm, rows):
    llm.add(say("Hello."))
    key = {"Idempotency-Key": "k-1"}
    first, again = [
        await ann.chat.completions.create(model="assistant", messages=HI, extra_headers=key) for _ in range(2)
    ]
    assert (first.id, first.choices) == (again.id, again.choices)
    with pytest.raises(openai.ConflictError) as refused:
        await ann.chat.completions.create(model="assistant", messages=[*HI, *HI], extra_headers=key)
    assert (refused.value.code, len(await rows("turns"))) == ("message_id_reused", 1)


@pytest.mark.parametrize("stream", [True, False])
async def test_a_client_that_leaves_cancels_its_turn(ann, llm, rows, stream):
    llm.add(Reply([delta(content="One moment"), Hang()]))

    async def listen():
        answer = await ann.chat.completions.create(model="assistant", messages=HI, stream=stream)
        async for _ in answer:
            pass

    listening = asyncio.create_task(listen())
    await llm.asked()
    listening.cancel()
    await asyncio.wait_for(llm.hung_up.wait(), 60)
    async with asyncio.timeout(60):
        while (await rows("turns"))[0]["status"] != "stopped":  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.02)


async def test_an_answer_that_was_cut_says_so(ann, llm):
    llm.add(say("We have", finish="length"))
    answer = await ann.chat.completions.create(model="assistant", messages=HI, max_tokens=2)
    assert answer.choices[0].finish_reason == "length"
