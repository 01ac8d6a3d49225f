"""A turn's events as one completion, or as the chunks of one."""

from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import orjson

from ai_service.app.chat.events import KEEP_ALIVE
from ai_service.app.completions.errors import NoAnswer, error_members
from common.errors import problem

Json = dict[str, Any]
Event = tuple[str, Json]
_PROPOSED = ("confirmation_id", "tool", "title", "text", "details", "expires_at")
STOPPED = "turn_stopped"


@dataclass(slots=True)
class Completion:
    """One answer as it comes about. `proposal` is the sentence that a proposal ends the answer with."""

    turn_id: str
    conversation_id: str
    model: str
    created: int
    proposal: str
    include_usage: bool = False
    said: list[str] = field(default_factory=list)
    confirmations: list[Json] = field(default_factory=list)
    usage: Json | None = None
    error: Json | None = None
    status: str = "running"
    finish_reason: str = "stop"

    def take(self, event: Event) -> str:
        """What the event adds to the text."""
        name, data = event
        text = ""
        if name == "message.delta":
            text = data["text"]
        elif name == "confirmation.required":
            self.confirmations.append({part: data[part] for part in _PROPOSED})
        elif name == "usage":
            self.usage = data
        elif name == "error":
            self.error = data
        elif name == "done":
            self.status, self.finish_reason = data["status"], data.get("finish_reason", "stop")
            text = self._proposals() if self.status == "done" else ""
        if text:
            self.said.append(text)
        return text

    def _proposals(self) -> str:
        """In the shop's own words, after the model's: what is proposed, that nothing is done, and where to decide."""
        before = "\n\n" if self.said else ""
        sentences = [self.proposal.format(**each, conversation_id=self.conversation_id) for each in self.confirmations]
        return before + "\n\n".join(sentences) if sentences else ""

    def failure(self) -> NoAnswer | None:
        if self.status == "done":
            return None
        if self.error is not None:
            return NoAnswer(self.error["detail"], self.error["code"])
        return NoAnswer("", STOPPED)

    def whole(self) -> Json:
        message = {"role": "assistant", "content": "".join(self.said).strip()}
        choice = {"index": 0, "message": message, "finish_reason": self.finish_reason, "logprobs": None}
        head = self._head("chat.completion")
        return {**head, "choices": [choice], "usage": self._used(), "shop": self._standing()}

    async def chunks(self, events: AsyncIterator[Event | None]) -> AsyncGenerator[bytes, None]:
        """The role first, the text as it comes, how it ended, what it used if that was asked for."""
        yield self._chunk({"role": "assistant", "content": ""})
        async for event in events:
            if event is None:
                yield KEEP_ALIVE
            elif text := self.take(event):
                yield self._chunk({"content": text})
        failure = self.failure()
        if failure is not None:
            yield _data(error_members(failure.status, problem(failure, "")))
            return
        yield self._chunk({}, self.finish_reason, shop=self._standing())
        if self.include_usage:
            yield _data({**self._head("chat.completion.chunk"), "choices": [], "usage": self._used()})
        yield b"data: [DONE]\n\n"

    def _chunk(self, delta: Json, finish_reason: str | None = None, **more: Any) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish_reason, "logprobs": None}
        usage = {"usage": None} if self.include_usage else {}
        return _data({**self._head("chat.completion.chunk"), "choices": [choice], **usage, **more})

    def _head(self, kind: str) -> Json:
        return {"id": f"chatcmpl-{self.turn_id}", "object": kind, "created": self.created, "model": self.model}

    def _used(self) -> Json:
        used = self.usage or {"input_tokens": 0, "output_tokens": 0}
        asked, answered = used["input_tokens"], used["output_tokens"]
        return {"prompt_tokens": asked, "completion_tokens": answered, "total_tokens": asked + answered}

    def _standing(self) -> Json:
        return {"conversation_id": self.conversation_id, "confirmations": self.confirmations}


def _data(content: Json) -> bytes:
    return b"data: " + orjson.dumps(content) + b"\n\n"
