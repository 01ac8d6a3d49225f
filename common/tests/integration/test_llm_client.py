"""The LLM client against a scripted server over real HTTP."""

import asyncio
from dataclasses import replace

import httpx
import pytest
from httpx_aiohttp import AiohttpTransport
from pydantic import BaseModel

from common.api_clients.llm.answers import complete
from common.api_clients.llm.deadlines import Deadlines, Retries
from common.api_clients.llm.embeddings import OpenAICompatibleEmbeddings
from common.api_clients.llm.openai_compatible import OpenAICompatibleModel
from common.api_clients.llm.structured import structured_answer
from common.api_clients.llm.types import (
    BadModelAnswer,
    BrokenStream,
    ChatRequest,
    Message,
    ModelMisconfigured,
    ModelRefused,
    ModelTimeout,
    ModelUnavailable,
    TextDelta,
)
from tests.support.scripted_llm import Cut, Hang, Pause, Reply, ScriptedLLM, call, delta, refuse, say

ASK = ChatRequest([Message("user", "Hello")])
PATIENT = Deadlines(connect=30, first_token=30, between_tokens=30, total=60)
SHORT = Deadlines(connect=30, first_token=1, between_tokens=1, total=30)  # where somebody falls silent


@pytest.fixture(params=["httpx", "aiohttp"])
async def http(request):
    transport = AiohttpTransport() if request.param == "aiohttp" else None
    async with httpx.AsyncClient(transport=transport) as client:
        yield client


@pytest.fixture
async def llm():
    async with ScriptedLLM() as server:
        yield server


def client(http, llm, **options) -> OpenAICompatibleModel:
    return OpenAICompatibleModel(http, llm.base_url, "scripted-1", "key", **({"deadlines": PATIENT} | options))


async def test_streams_text_with_usage_and_sends_the_key(http, llm):
    llm.add(say("Hello there"))
    answer = await complete(client(http, llm), ASK)
    assert (answer.text, answer.finish_reason) == ("Hello there", "stop")
    assert (answer.usage.input_tokens, answer.usage.output_tokens) == (11, 7)
    assert llm.headers[0]["authorization"] == "Bearer key"
    assert llm.requests[0]["model"] == "scripted-1"


async def test_joins_parallel_fragmented_tool_calls(http, llm):
    llm.add(call(("search", {"query": "mouse"}), ("get_cart", {})))
    answer = await complete(client(http, llm), ASK)
    assert [(item.name, item.arguments) for item in answer.tool_calls] == [
        ("search", '{"query":"mouse"}'),
        ("get_cart", "{}"),
    ]


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (say("half", finish=None), BrokenStream),
        (Reply([delta(content="ha"), Cut()]), BrokenStream),
        (Reply([delta(content="ha"), b"data: {oops\n\n"]), BadModelAnswer),
        (Reply([b"<html>Bad gateway</html>"], content_type="text/html"), BadModelAnswer),
        (Reply([delta(content="ha"), Hang()]), ModelTimeout),
        (Reply([Hang()]), ModelTimeout),
        (Reply([b": ping\n\n", delta(content=""), Hang()]), ModelTimeout),
        (refuse(401), ModelRefused),
        (refuse(400), ModelRefused),
    ],
)
async def test_names_what_went_wrong_and_does_not_try_again(http, llm, reply, error):
    llm.add(reply)
    deadlines = SHORT if error is ModelTimeout else PATIENT
    with pytest.raises(error):
        await complete(client(http, llm, deadlines=deadlines), ASK)
    assert len(llm.requests) == 1


async def test_tells_how_long_the_provider_wants_to_be_left_alone(http, llm):
    llm.add(refuse(429, "60"))
    with pytest.raises(ModelUnavailable) as refused:
        await complete(client(http, llm), ASK)
    assert refused.value.retry_after == 60


async def test_a_key_that_the_provider_repeats_is_in_no_error(http, llm):
    told = Reply([b'{"error":"bad key ' + b"x" * 270 + b' sk-much-too-secret"}'], 401, "application/json")
    llm.add(told, Reply([b"data: {sk-much-too-secret\n\n"]))
    for kind in (ModelMisconfigured, BadModelAnswer):
        with pytest.raises(kind) as refused:
            await complete(OpenAICompatibleModel(http, llm.base_url, "m", "sk-much-too-secret", PATIENT), ASK)
        assert "[key" in str(refused.value)
        assert "secret" not in str(refused.value)


async def test_a_provider_that_is_not_there_is_unavailable(http):
    model = OpenAICompatibleModel(http, "http://127.0.0.1:9/v1", "m", deadlines=PATIENT)
    with pytest.raises(ModelUnavailable):
        await complete(model, ASK)


async def test_slow_tokens_within_their_deadline_are_an_answer_but_the_total_holds(http, llm):
    drip = [part for _ in range(5) for part in (delta(content="a"), Pause(0.25))]
    llm.add(Reply([*drip, delta("stop")]), Reply(drip * 10))
    assert (await complete(client(http, llm, deadlines=SHORT), ASK)).text == "aaaaa"  # more than a second in all
    with pytest.raises(ModelTimeout):
        await complete(client(http, llm, deadlines=replace(PATIENT, total=0.6)), ASK)


async def test_a_finished_answer_needs_no_done_line(http, llm):
    llm.add(Reply([delta(content="ok"), delta("stop")]))
    assert (await complete(client(http, llm), ASK)).text == "ok"


async def test_closing_the_stream_hangs_up_on_the_provider(http, llm):
    llm.add(Reply([delta(content="ha"), Hang()]))
    chunks = client(http, llm, deadlines=Deadlines()).stream(ASK)
    assert await anext(chunks) == TextDelta("ha")
    await chunks.aclose()
    await asyncio.wait_for(llm.hung_up.wait(), 30)


async def test_cancelling_the_turn_hangs_up_on_the_provider(http, llm):
    llm.add(Reply([Hang()]))
    task = asyncio.create_task(complete(client(http, llm, deadlines=Deadlines()), ASK))
    await llm.asked()
    task.cancel()
    await asyncio.wait_for(llm.hung_up.wait(), 30)


class Verdict(BaseModel):
    score: int


async def test_an_answer_that_does_not_fit_is_repaired_once(http, llm):
    llm.add(say('{"score":"high"}'), say('```json\n{"score": 4}\n```'))
    assert (await structured_answer(client(http, llm), ASK, Verdict)).score == 4
    assert llm.requests[0]["response_format"]["json_schema"]["schema"]["properties"]["score"]["type"] == "integer"
    assert "score" in llm.requests[1]["messages"][-1]["content"]


async def test_an_answer_that_still_does_not_fit_is_refused(http, llm):
    llm.add(say("no"), say("still no"))
    with pytest.raises(BadModelAnswer):
        await structured_answer(client(http, llm), ASK, Verdict)


async def test_embeddings_come_back_in_the_order_of_the_texts(http, llm):
    rows = b'{"data":[{"index":1,"embedding":[2.0]},{"index":0,"embedding":[1.0]}]}'
    llm.add(
        refuse(503), Reply([rows], content_type="application/json"), Reply([b"{}"], content_type="application/json")
    )
    embeddings = OpenAICompatibleEmbeddings(
        http, llm.base_url, "e", deadlines=PATIENT, retries=Retries(first_wait=0.01)
    )
    assert await embeddings.embed(["a", "b"]) == [[1.0], [2.0]]
    with pytest.raises(BadModelAnswer):
        await embeddings.embed(["a"])
