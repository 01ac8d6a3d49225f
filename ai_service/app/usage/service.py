"""Metering model calls: the reservation before each, its price, the running sum of a turn, the rows saved with it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.agents.limits import Spending
from ai_service.app.budgets.gate import Amount, BudgetGate, Hold, Spender
from ai_service.app.prices.service import Price, PriceBook
from ai_service.app.usage.models import ModelCallRecord
from common.api_clients.llm.types import ChatModel, ChatRequest, Usage
from common.clock import Clock
from common.database import current_tenant
from common.ids import new_id

_table: Any = ModelCallRecord.__table__
_WRITE = insert(_table)
BYTES_PER_TOKEN = 2  # hardly any is shorter, in no language
LONGEST_ANSWER = 4096  # where a request names no most


@dataclass(frozen=True, slots=True)
class Metering:
    """What the meters of all turns share."""

    prices: PriceBook
    budgets: BudgetGate
    currency: str
    clock: Clock


@dataclass(slots=True)
class TurnMeter:
    """Counts one turn's model calls, and has each of them allowed before it is made."""

    metering: Metering
    spending: Spending
    identity: dict[str, Any]
    rows: list[dict[str, Any]] = field(default_factory=list)
    _began: datetime = field(init=False)
    _request: ChatRequest = field(init=False)
    _hold: Hold | None = None

    async def begin(self, model: ChatModel, request: ChatRequest) -> None:
        """BudgetExhausted when the call must not be made."""
        self._began, self._hold = self.metering.clock.now(), None
        self._request = request
        concerns = self.metering.budgets.concerns(self._spender(), model.name, self._began)
        if concerns:
            most = _at_most(self.metering.prices.at(model.name, self._began), request)
            self._hold = await self.metering.budgets.hold(concerns, most, self._began)

    async def record(
        self,
        model: ChatModel,
        usage: Usage,
        said: int | None,
        first_token_ms: int | None,
        duration_ms: int,
        finished: bool,
    ) -> None:
        """At the price that was valid when the call began, of the model that answered. Where that reported nothing, by
        the same estimate as was reserved, with the bytes that it `said`."""
        estimated = False
        if said is not None and not (usage.input_tokens or usage.output_tokens):
            usage, estimated = Usage(at_most(self._request).input_tokens, -(-said // BYTES_PER_TOKEN)), True
        price = self.metering.prices.at(model.name, self._began)
        amount = _amount(price, usage)
        self.spending.used(amount.tokens, amount.micros if amount.currency == self.metering.currency else 0)
        self.rows.append(
            {
                "id": new_id("mcl"),
                **self.identity,
                "provider": model.provider,
                "model": model.name,
                "input_tokens": usage.input_tokens,
                "output_tokens": usage.output_tokens,
                "cached_tokens": usage.cached_tokens,
                "reasoning_tokens": usage.reasoning_tokens,
                "estimated": estimated,
                "cost": amount.micros,
                "currency": price.currency,
                "price_id": price.id,
                "first_token_ms": first_token_ms,
                "duration_ms": duration_ms,
                "finished": finished,
                "created_at": self._began,
            }
        )
        await self._settle(model.name, amount)

    async def _settle(self, model: str, amount: Amount) -> None:
        hold, self._hold = self._hold, None
        concerns = self.metering.budgets.concerns(self._spender(), model, self._began)
        if hold is not None or concerns:
            await self.metering.budgets.settle(hold, concerns, amount, self._began)

    def _spender(self) -> Spender:
        identity = self.identity
        return Spender(identity["agent_id"], identity["subject_id"], identity["conversation_id"])

    def total(self) -> dict[str, Any]:
        """The turn's `usage` event; the cost is that in the currency of the model that answered last."""
        rows = self.rows
        currency = rows[-1]["currency"] if rows else self.metering.currency
        return {
            "input_tokens": sum(row["input_tokens"] for row in rows),
            "output_tokens": sum(row["output_tokens"] for row in rows),
            "cost": {"micros": sum(row["cost"] for row in rows if row["currency"] == currency), "currency": currency},
            "model": rows[-1]["model"] if rows else None,
        }

    async def save(self, session: AsyncSession) -> None:
        if self.rows:
            tenant = {"tenant_id": current_tenant()}
            await session.execute(_WRITE, [row | tenant for row in self.rows])


def _amount(price: Price, usage: Usage) -> Amount:
    return Amount(price.cost(usage), usage.input_tokens + usage.output_tokens, price.currency)


def _at_most(price: Price, request: ChatRequest) -> Amount:
    """Whether the model only speaks or only thinks, whichever costs more."""
    speaking = at_most(request)
    thinking = replace(speaking, reasoning_tokens=speaking.output_tokens)
    return max((_amount(price, usage) for usage in (speaking, thinking)), key=lambda amount: amount.micros)


def at_most(request: ChatRequest) -> Usage:
    """What a call may use: the prompt and the longest answer."""
    written = sum(len(message.content.encode()) + 16 for message in request.messages)
    called = sum(len(call.arguments) + 64 for message in request.messages for call in message.tool_calls)
    tools = sum(len(tool.description) + len(orjson.dumps(tool.parameters)) + 64 for tool in request.tools)
    return Usage((written + called + tools) // BYTES_PER_TOKEN, request.max_tokens or LONGEST_ANSWER)
