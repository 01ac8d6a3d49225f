"""Answers that must fit a schema: validated, and repaired once by telling the model what was wrong."""

from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from common.api_clients.llm.answers import complete
from common.api_clients.llm.types import BadModelAnswer, ChatModel, ChatRequest, Message

T = TypeVar("T", bound=BaseModel)


async def structured_answer(model: ChatModel, request: ChatRequest, shape: type[T]) -> T:
    """The answer as a `shape`; raises BadModelAnswer when the second try does not fit either."""
    request = replace(request, response_schema=shape.model_json_schema(), tools=[])
    text = (await complete(model, request)).text
    try:
        return _parsed(text, shape)
    except ValidationError as error:
        repaired = (await complete(model, _with_repair(request, text, error))).text
    try:
        return _parsed(repaired, shape)
    except ValidationError as error:
        raise BadModelAnswer(f"the answer does not fit {shape.__name__}: {_reasons(error)}") from error


def _parsed(text: str, shape: type[T]) -> T:
    """Models without a JSON mode like to wrap the object into a fenced block."""
    body = text.strip()
    if body.startswith("```"):
        body = body.partition("\n")[2].rpartition("```")[0]
    return shape.model_validate_json(body)


def _with_repair(request: ChatRequest, text: str, error: ValidationError) -> ChatRequest:
    complaint = f"That does not fit the schema: {_reasons(error)}. Answer again with only the corrected JSON object."
    said = [Message("assistant", text[:20_000]), Message("user", complaint)]
    return replace(request, messages=[*request.messages, *said])


def _reasons(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(str(part) for part in item['loc']) or 'answer'}: {item['msg']}"
        for item in error.errors(include_url=False, include_input=False)[:5]
    )
