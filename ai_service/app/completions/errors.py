"""Errors in the shape that OpenAI's clients read, and what only this wire refuses."""

from collections.abc import Awaitable, Callable
from typing import Any

import orjson

from common.errors import NotFound, Unavailable

Send = Callable[[dict[str, Any]], Awaitable[None]]
PROBLEM = b"application/problem+json"
KINDS = {401: "authentication_error", 403: "permission_error", 429: "rate_limit_error"}


class ModelNotFound(NotFound):
    code = "model_not_found"
    title = "There is no such agent"


class NoAnswer(Unavailable):
    """The turn broke off. What its tools did has happened, so clients are told not to ask again by themselves."""

    title = "The assistant did not answer"

    def __init__(self, detail: str, code: str) -> None:
        super().__init__(detail, code=code, headers={"X-Should-Retry": "false"})


def error_members(status: int, problem: dict[str, Any]) -> dict[str, Any]:
    """`{"error": …}` of a problem document."""
    kind = KINDS.get(status, "invalid_request_error" if status < 500 else "server_error")
    message = problem.get("detail") or problem["title"]
    return {"error": {"message": message, "type": kind, "code": problem["code"], "param": _param(problem)}}


def _param(problem: dict[str, Any]) -> str | None:
    """The field that is wrong, as this wire spells it: body.messages.0.content is messages[0].content."""
    for wrong in problem.get("errors") or ():
        _, *parts = wrong["at"].split(".")
        return "".join(f"[{part}]" if part.isdigit() else f".{part}" for part in parts).lstrip(".") or None
    return None


def openai_errors(scope: dict[str, Any], send: Send) -> Send:
    """Passes answers on, problem documents in OpenAI's shape. Malformed input is 400 on this wire, not 422."""
    held: dict[str, Any] = {}
    body: list[bytes] = []

    async def reshaped(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start" and (b"content-type", PROBLEM) in message["headers"]:
            held.update(message)
        elif not held:
            await send(message)
        else:
            body.append(message.get("body", b""))
            if not message.get("more_body"):
                await _send_reshaped(send, held, orjson.loads(b"".join(body)))

    return reshaped


async def _send_reshaped(send: Send, start: dict[str, Any], problem: dict[str, Any]) -> None:
    status = 400 if start["status"] == 422 else start["status"]
    content = orjson.dumps(error_members(status, problem))
    kept = [line for line in start["headers"] if line[0] not in (b"content-type", b"content-length")]
    lines = [*kept, (b"content-type", b"application/json"), (b"content-length", str(len(content)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": lines})
    await send({"type": "http.response.body", "body": content})
