"""The chat-completions wire: what is sent, and how chunks of many dialects are read."""

import orjson
import pytest

from common.api_clients.llm.answers import ArgumentsRefused, ToolCallAssembler, parse_arguments
from common.api_clients.llm.openai_wire import ChunkReader, chat_body
from common.api_clients.llm.sse import EventReader
from common.api_clients.llm.types import (
    BadModelAnswer,
    BrokenStream,
    ChatRequest,
    Finished,
    Message,
    ReasoningDelta,
    TextDelta,
    ToolCall,
    ToolCallDelta,
    ToolSpec,
    Usage,
)


def chunk(**delta: object) -> bytes:
    finish = delta.pop("finish", None)
    return orjson.dumps({"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})


def test_sends_messages_tools_and_asks_for_usage_but_keeps_tags_at_home():
    spec = ToolSpec("get_cart", "The cart.", {"type": "object", "properties": {}}, ("cart.view",))
    calls = [ToolCall("confirm:cnf_" + "0" * 40, "get_cart", "{}")]
    messages = [Message("assistant", tool_calls=calls), Message("tool", "{}", tool_call_id=calls[0].id)]
    body = orjson.loads(chat_body(ChatRequest(messages, [spec]), "m"))
    assert body["model"] == "m"
    assert body["stream_options"] == {"include_usage": True}
    assert body["tools"] == [
        {
            "type": "function",
            "function": {"name": "get_cart", "description": "The cart.", "parameters": spec.parameters},
        }
    ]
    sent = body["messages"][0]["tool_calls"][0]["id"]
    assert len(sent) <= 40
    assert body["messages"][1]["tool_call_id"] == sent


def test_reads_text_reasoning_and_a_usage_only_last_chunk():
    reader = ChunkReader()
    chunks = [
        *reader.read(chunk(reasoning_content="hm")),
        *reader.read(chunk(content="Hi")),
        *reader.read(chunk(finish="stop")),
        *reader.read(
            b'{"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":2,"prompt_tokens_details":{"cached_tokens":4}}}'
        ),
        reader.finished(),
    ]
    assert chunks == [ReasoningDelta("hm"), TextDelta("Hi"), Usage(9, 2, 4, 0), Finished("stop")]


def test_cached_and_reasoning_tokens_are_never_more_than_the_tokens_they_are_a_part_of():
    counted = {"prompt_tokens": 9, "completion_tokens": 2, "prompt_tokens_details": {"cached_tokens": 40}}
    counted["completion_tokens_details"] = {"reasoning_tokens": 30}
    (used,) = ChunkReader().read(orjson.dumps({"choices": [], "usage": counted}))
    assert (used.input_tokens, used.output_tokens, used.cached_tokens, used.reasoning_tokens) == (9, 2, 9, 2)


def test_a_stream_without_finish_reason_is_broken():
    reader = ChunkReader()
    list(reader.read(chunk(content="All done")))
    with pytest.raises(BrokenStream):
        reader.finished()


@pytest.mark.parametrize("data", [b"<html>", b"[1]", b'{"choices":"x"}', b'{"id":1}', b'{"choices":[{"delta":7}]}'])
def test_garbage_is_no_answer(data: bytes):
    with pytest.raises(BadModelAnswer):
        list(ChunkReader().read(data))


def test_joins_parallel_calls_whose_fragments_are_interleaved():
    calls = ToolCallAssembler()
    for index, call_id, name, piece in [
        (0, "a", "one", '{"x"'),
        (1, "b", "two", ""),
        (1, None, None, '{"y":'),
        (0, "a", "one", ":1}"),
        (1, None, None, "2}"),
    ]:
        calls.add(ToolCallDelta(index, call_id, name, piece))
    assert calls.calls() == [ToolCall("a", "one", '{"x":1}'), ToolCall("b", "two", '{"y":2}')]


def test_servers_that_leave_out_index_id_or_send_an_object_are_understood():
    reader, calls = ChunkReader(), ToolCallAssembler()
    pieces = [
        {"id": "a", "function": {"name": "one", "arguments": {"x": 1}}},
        {"id": "b", "function": {"name": "two", "arguments": '{"y"'}},
        {"function": {"arguments": ":2}"}},
    ]
    for piece in pieces:
        for delta in reader.read(chunk(tool_calls=[piece])):
            calls.add(delta)
    list(reader.read(chunk(finish="stop")))
    assert reader.finished() == Finished("tool_calls")
    assert calls.calls() == [ToolCall("a", "one", '{"x":1}'), ToolCall("b", "two", '{"y":2}')]


def test_a_call_without_an_id_gets_one_and_a_call_without_a_name_is_refused():
    calls = ToolCallAssembler()
    calls.add(ToolCallDelta(0, None, "one", "{}"))
    assert calls.calls()[0].id
    nameless = ToolCallAssembler()
    nameless.add(ToolCallDelta(0, "a", None, "{}"))
    with pytest.raises(BadModelAnswer):
        nameless.calls()


def test_arguments_of_a_megabyte_are_cut_off():
    calls = ToolCallAssembler()
    for _ in range(64):
        calls.add(ToolCallDelta(0, "a", "one", "x" * 1024))
    with pytest.raises(BadModelAnswer):
        calls.add(ToolCallDelta(0, "a", "one", "x" * 1024))


@pytest.mark.parametrize(
    "text",
    ['{"a":1,"a":2}', '{"o":{"a":1,"a":1}}', "[1]", "{", '{"a":NaN}', '{"a":-Infinity}', '"x"', "[" * 100_000],
)
def test_refuses_arguments_that_are_not_one_plain_object(text: str):
    with pytest.raises(ArgumentsRefused):
        parse_arguments(text)


def test_no_arguments_are_an_empty_object():
    assert parse_arguments("") == {}


def test_events_are_read_from_pieces_of_any_size():
    wire = b': hello\r\ndata: {"a":\r\ndata: 1}\r\n\r\nevent: x\ndata:2\n\ndata: [DONE]'
    for size in (1, 3, 1000):
        reader, found = EventReader(), []
        for start in range(0, len(wire), size):
            found += reader.feed(wire[start : start + size])
        assert [*found, reader.end()] == [b'{"a":\n1}', b"2", b"[DONE]"]
