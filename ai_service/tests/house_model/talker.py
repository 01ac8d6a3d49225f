"""Holds a conversation with the house model over the stand-in shop, as the agent loop would."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from ai_service.app.chat.context import PageContext, page_messages
from ai_service.app.house_model.model import HouseModel
from ai_service.tests.house_model.shop import Shop, tool_specs
from common.api_clients.llm.types import ChatRequest, Message, TextDelta, ToolCall, ToolCallDelta

MOST_STEPS = 12


@dataclass
class Reply:
    calls: list[tuple[str, dict[str, Any]]]
    results: list[dict[str, Any]]
    text: str


@dataclass
class Talker:
    model: HouseModel
    shop: Shop
    messages: list[Message] = field(default_factory=list)
    shown: list[dict[str, Any]] = field(default_factory=list)
    without: tuple[str, ...] = ()
    writes_allowed: bool = True

    def say(self, text: str, **page: Any) -> Reply:
        """`page` is what the shopper's browser tells: say("is this in stock?", page="product", product_id="m1")."""
        self.messages.append(Message("user", text))
        if page:
            self.messages += page_messages(PageContext(**page), len(self.messages))
        return self._run()

    def press_confirm(self) -> Reply:
        return self.decide(next(reversed(self.shop.proposals), ""))

    def decide(self, key: str, *, confirm: bool = True) -> Reply:
        """The person presses a button of this proposal, or of none at all."""
        if not key:
            return Reply([], [], "(no proposal to confirm)")
        call = ToolCall(f"confirm:{key}", self.shop.proposals[key]["tool"], "{}")
        self.messages.append(Message("assistant", tool_calls=[call]))
        outcome = json.dumps(self.shop.decide(key) if confirm else {"status": "rejected"}, ensure_ascii=False)
        self.messages.append(Message("tool", outcome, tool_call_id=call.id, name=call.name))
        return self._run()

    def _run(self) -> Reply:
        reply = Reply([], [], "")
        for _ in range(MOST_STEPS):
            calls, reply.text = asyncio.run(self._step())
            if not calls:
                self.messages.append(Message("assistant", reply.text))
                return reply
            self.messages.append(Message("assistant", tool_calls=calls))
            for call in calls:
                arguments = json.loads(call.arguments)
                result = self.shop.call(call.name, arguments)
                reply.calls.append((call.name, arguments))
                reply.results.append(result)
                content = json.dumps(result, ensure_ascii=False)
                self.messages.append(Message("tool", content, tool_call_id=call.id, name=call.name))
                if call.name in ("search_products", "recommend_products") and result["items"]:
                    self.shown = result["items"]
        raise AssertionError(f"no answer after {MOST_STEPS} steps: {reply.calls}")

    async def _step(self) -> tuple[list[ToolCall], str]:
        request = ChatRequest(
            self.messages, tool_specs(self.without), language=self.shop.language, writes_allowed=self.writes_allowed
        )
        calls, text = [], ""
        async for chunk in self.model.stream(request):
            if isinstance(chunk, ToolCallDelta):
                calls.append(ToolCall(chunk.id or "", chunk.name or "", chunk.arguments))
            elif isinstance(chunk, TextDelta):
                text += chunk.text
        return calls, text
