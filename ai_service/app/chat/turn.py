"""One running turn: drives the agent loop and shows what happens as events."""

import asyncio
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from ai_service.app.agents.delivered import Agent
from ai_service.app.agents.limits import LimitReachedError, Spending
from ai_service.app.agents.loop import CallEnded, CallStarted, Spoken, TextPiece, run_agent
from ai_service.app.agents.texts import Texts
from ai_service.app.budgets.errors import BudgetExhausted
from ai_service.app.chat.events import TurnStream
from ai_service.app.conversations.service import BegunTurn
from ai_service.app.shown.suggestions import occasion
from ai_service.app.tools.runner import ToolOutcome, ToolRunner
from ai_service.app.usage.service import TurnMeter
from common.api_clients.llm.answers import ArgumentsRefused, parse_arguments
from common.api_clients.llm.types import ChatModel, ChatRequest, FinishReason, Message, ModelError, ToolCall

CITED_LENGTH = 300
_PROPOSED = ("confirmation_id", "title", "text", "details", "expires_at")
STOPPED_RESULT = '{"error":{"code":"stopped","detail":"The turn ended before this call did."}}'


@dataclass(slots=True)
class RunningTurn:
    """`opening` is how many messages of the request were there before this turn."""

    turn: BegunTurn
    agent: Agent
    model: ChatModel
    request: ChatRequest
    opening: int
    tools: ToolRunner
    spending: Spending
    meter: TurnMeter
    texts: Texts
    stream: TurnStream
    task: asyncio.Task[None] | None = None
    saving: bool = False
    stopped: bool = False
    finish_reason: FinishReason = "stop"
    _said: list[str] = field(default_factory=list)

    async def converse(self) -> str:
        """Runs to the end and tells how: done, stopped, limited or failed. Only a bug gets out of here."""
        try:
            async with asyncio.timeout(self.spending.limits.seconds):
                await self._loop()
        except asyncio.CancelledError:
            return self._cancelled()
        except TimeoutError:
            return self._failed("turn_timeout", "limited", retryable=True)
        except LimitReachedError as error:
            return self._failed("turn_limit", "limited", limit=error.limit)
        except BudgetExhausted as error:
            return self._failed(error.code, "limited", **self._exactly(error))
        except ModelError as error:
            return self._failed(error.code, "failed", retryable=error.retryable)
        return "done"

    async def _loop(self) -> None:
        refusal = self._refusal()
        if refusal is not None:
            self.request.messages.append(Message("assistant", refusal))
            self.stream.emit("message.delta", {"text": refusal})
            return
        async with aclosing(run_agent(self.model, self.request, self.tools, self.spending, self.meter)) as events:
            async for event in events:
                if isinstance(event, TextPiece):
                    self._said.append(event.text)
                    self.stream.emit("message.delta", {"text": event.text})
                elif isinstance(event, CallStarted):
                    self._said.clear()
                    self.stream.emit("tool.call", self._call_shown(event.call))
                elif isinstance(event, CallEnded):
                    self._show_outcome(event.outcome)
                elif isinstance(event, Spoken):
                    self.finish_reason = event.reason
        self._said.clear()

    def _refusal(self) -> str | None:
        """What the agent says instead of asking a model about something it does not talk about."""
        said = self.request.messages[self.opening :]
        if not said or said[0].role != "user":
            return None
        return self.agent.guard.answer_to(said[0].content, self.request.language)

    def _call_shown(self, call: ToolCall) -> dict[str, Any]:
        try:
            arguments = parse_arguments(call.arguments)
        except ArgumentsRefused:
            arguments = {}
        shown = {"call_id": call.id, "name": call.name, "arguments": arguments}
        return {
            **shown,
            "label": self.texts.label(call.name),
            "description": self.texts.doing(call.name, arguments),
        }

    def _show_outcome(self, outcome: ToolOutcome) -> None:
        name, data = outcome.call.name, outcome.data
        result = {"call_id": outcome.call.id, "name": name, "ok": outcome.ok, "card": outcome.card}
        self.stream.emit("tool.result", {**result, "summary": self.texts.summary(name, data), "data": data})
        if outcome.confirmation is not None:
            shown = {"tool": name, **{part: data[part] for part in _PROPOSED}}
            self.stream.emit("confirmation.required", shown)
        if name == "search_policies" and outcome.ok:
            for item in data["items"]:
                self.stream.emit("citation", _citation(item))

    def _cancelled(self) -> str:
        """By the shopper's stop, or because the service goes down: what is told differs."""
        task = asyncio.current_task()
        if task is not None:
            task.uncancel()
        if self.stopped:
            return "stopped"
        return self._failed("turn_interrupted", "failed", retryable=True)

    def _exactly(self, error: BudgetExhausted) -> dict[str, Any]:
        """Which budget it was is the staff's business only."""
        return {"budget": error.facts} if self.tools.context.caller.may("reports:read") else {}

    def _failed(self, code: str, status: str, **more: Any) -> str:
        self.stream.emit("error", {"code": code, "detail": self.texts.error(code), "retryable": False, **more})
        return status

    def fail(self, code: str, *, retryable: bool = True) -> str:
        return self._failed(code, "failed", retryable=retryable)

    def messages(self) -> list[Message]:
        """What the turn added to the conversation, whole even where it broke off: every call has a result."""
        messages = self.request.messages[self.opening :]
        answered = {message.tool_call_id for message in messages if message.role == "tool"}
        for message in list(messages):
            for call in message.tool_calls:
                if call.id not in answered:
                    messages.append(Message("tool", STOPPED_RESULT, tool_call_id=call.id, name=call.name))
        if self._said:
            messages.append(Message("assistant", "".join(self._said)))
        return messages

    def closing(self, status: str) -> list[tuple[str, dict[str, Any]]]:
        """The last two events: saved with the turn, and shown only once it is saved."""
        ids = {"message_id": self.turn.message_id, "conversation_id": self.turn.conversation_id}
        how = {"status": status, "finish_reason": self.finish_reason, "suggestions": self._suggestions(status)}
        done = {**ids, "turn_id": self.turn.turn_id, **how}
        return [("usage", self.meter.total()), ("done", done)]

    def _suggestions(self, status: str) -> list[str]:
        """Short messages that fit what was shown; none where the turn broke off or a button waits to be pressed."""
        if status != "done":
            return []
        return self.texts.suggestions.get(occasion(self.stream.events, self.turn.number), [])


def _citation(item: dict[str, Any]) -> dict[str, Any]:
    text = item["text"]
    quote = text if len(text) <= CITED_LENGTH else text[:CITED_LENGTH].rsplit(" ", 1)[0] + "…"
    return {
        "source": item["source"],
        "title": f"{item['title']} – {item['section']}",
        "quote": quote,
        "url": item["url"],
    }
