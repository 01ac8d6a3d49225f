"""Metering model calls: prices, the running sum of a turn, and the rows that are saved with it."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.agents.limits import Spending
from ai_service.app.usage.models import ModelCallRecord
from common.api_clients.llm.types import Usage
from common.clock import utc_now
from common.database import current_tenant
from common.ids import new_id

_table: Any = ModelCallRecord.__table__
_WRITE = insert(_table)
PER = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """Millionths of `currency` per million tokens; a model without a price costs nothing."""

    input: int = 0
    cached: int = 0
    output: int = 0
    currency: str = "USD"

    def cost(self, usage: Usage) -> int:
        """Rounded up, so that many small calls are never free."""
        fresh = usage.input_tokens - usage.cached_tokens
        total = fresh * self.input + usage.cached_tokens * self.cached + usage.output_tokens * self.output
        return -(-total // PER)


@dataclass(frozen=True, slots=True)
class PriceList:
    """Prices by model name, and who provides it."""

    prices: dict[str, Price]
    providers: dict[str, str]
    currency: str = "USD"

    def of(self, model: str) -> Price:
        return self.prices.get(model) or Price(currency=self.currency)


@dataclass(slots=True)
class TurnMeter:
    """Counts one turn's model calls."""

    prices: PriceList
    spending: Spending
    identity: dict[str, Any]
    rows: list[dict[str, Any]] = field(default_factory=list)

    def record(self, model: str, usage: Usage, first_token_ms: int | None, duration_ms: int, finished: bool) -> None:
        price = self.prices.of(model)
        cost = price.cost(usage)
        self.spending.used(usage.input_tokens + usage.output_tokens, cost)
        self.rows.append(
            {
                "id": new_id("mcl"),
                **self.identity,
                "provider": self.prices.providers.get(model, "unknown"),
                "model": model,
                "input_tokens": usage.input_tokens,
                "output_tokens": usage.output_tokens,
                "cached_tokens": usage.cached_tokens,
                "reasoning_tokens": usage.reasoning_tokens,
                "cost": cost,
                "currency": price.currency,
                "first_token_ms": first_token_ms,
                "duration_ms": duration_ms,
                "finished": finished,
            }
        )

    def total(self) -> dict[str, Any]:
        """The turn's `usage` event."""
        rows = self.rows
        return {
            "input_tokens": sum(row["input_tokens"] for row in rows),
            "output_tokens": sum(row["output_tokens"] for row in rows),
            "cost": {"micros": self.spending.cost, "currency": self.prices.currency},
            "model": rows[-1]["model"] if rows else None,
        }

    async def save(self, session: AsyncSession) -> None:
        if self.rows:
            stamp = {"tenant_id": current_tenant(), "created_at": utc_now()}
            await session.execute(_WRITE, [row | stamp for row in self.rows])
