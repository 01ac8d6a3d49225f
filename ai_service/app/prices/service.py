"""The price of a model at a moment: the version that was valid when a call began. No past version ever changes."""

from bisect import bisect_right
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.audit import service as audit
from ai_service.app.prices import repository
from ai_service.app.prices.schemas import PriceCreate
from common.api_clients.llm.types import Usage
from common.clock import Clock
from common.database import DEFAULT_TENANT, Database, current_tenant, system_scope, use_tenant
from common.errors import InvalidInput, wrong_at
from common.ids import new_id
from common.pagination import InvalidCursor, decode_cursor, encode_cursor

Json = dict[str, Any]
PER = 1_000_000
ENVIRONMENT, STAFF = "environment", "staff"
FROM_THE_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class PriceInThePast(InvalidInput):
    code = "price_in_past"
    title = "A price cannot begin in the past: calls have been charged since"

    def __init__(self) -> None:
        super().__init__(detail := "`valid_from` must not lie in the past.", errors=wrong_at("valid_from", detail))


@dataclass(frozen=True, slots=True)
class Price:
    """Millionths of `currency` per million tokens; a model without a price costs nothing."""

    input: int = 0
    cached: int = 0
    output: int = 0
    currency: str = "USD"
    id: str | None = None
    reasoning: int | None = None

    def cost(self, usage: Usage) -> int:
        """Rounded up, so that many small calls are never free."""
        fresh = usage.input_tokens - usage.cached_tokens
        thought = usage.reasoning_tokens if self.reasoning is not None else 0
        total = fresh * self.input + usage.cached_tokens * self.cached
        total += (usage.output_tokens - thought) * self.output + thought * (self.reasoning or 0)
        return -(-total // PER)


@dataclass(slots=True)
class Versions:
    """Of one model, in the order in which they are valid."""

    moments: list[datetime] = field(default_factory=list)
    prices: list[Price] = field(default_factory=list)

    def add(self, row: Any) -> None:
        self.moments.append(row.valid_from)
        self.prices.append(Price(row.input, row.cached, row.output, row.currency, row.id, row.reasoning))

    def at(self, moment: datetime) -> Price | None:
        place = bisect_right(self.moments, moment)
        return self.prices[place - 1] if place else None


class PriceBook:
    """All versions are kept in memory; `changed` is awaited when there is a new one, and has them read anew."""

    def __init__(self, database: Database, clock: Clock, currency: str) -> None:
        self._database = database
        self._clock = clock
        self._currency = currency
        self._versions: dict[tuple[str, str], Versions] = {}  # by tenant and model
        self._environment: dict[str, Versions] = {}  # by model
        self.changed: Callable[[], Awaitable[None]] = self.load

    def at(self, model: str, moment: datetime) -> Price:
        """For the current tenant; a shop that set no price of its own goes by the environment's."""
        for versions in (self._versions.get((current_tenant(), model)), self._environment.get(model)):
            price = versions.at(moment) if versions else None
            if price is not None:
                return price
        return Price(currency=self._currency)

    async def load(self) -> None:
        with system_scope():
            async with self._database.reading() as session:
                rows = await repository.of_all_tenants(session)
        versions: dict[tuple[str, str], Versions] = {}
        environment: dict[str, Versions] = {}
        for row in rows:
            versions.setdefault((row.tenant_id, row.model), Versions()).add(row)
            if row.origin == ENVIRONMENT:
                environment.setdefault(row.model, Versions()).add(row)
        self._versions, self._environment = versions, environment

    async def take_over(self, model: str, price: Price) -> None:
        """The environment's price is the first version; another one in it, later, is valid from then on."""
        with use_tenant(DEFAULT_TENANT):
            async with self._database.unit_of_work() as session:
                mine = await repository.latest_of(session, model, ENVIRONMENT)
                if mine is None and not (price.input or price.cached or price.output):
                    return
                if mine is not None and _same(mine, price):
                    return
                since = FROM_THE_BEGINNING if mine is None else self._clock.now()
                await repository.add(session, self._row(model, price, since, ENVIRONMENT, None))

    async def add(self, wanted: PriceCreate, *, actor_id: str) -> Json:
        """PriceInThePast when it would change what calls have cost."""
        async with self._database.unit_of_work() as session:
            row = await self.write(session, wanted, actor_id=actor_id)
        await self.changed()
        now = self._clock.now()
        return _shown(row, now, self._current(row["tenant_id"], row["model"], now))

    def _current(self, tenant: str, model: str, now: datetime) -> Price | None:
        """The shop's own version; an addition of another process is known here a moment later."""
        known = self._versions.get((tenant, model))
        return known.at(now) if known else None

    async def write(self, session: AsyncSession, wanted: PriceCreate, *, actor_id: str) -> Json:
        """The same in the caller's transaction; `changed` is to be awaited after its commit."""
        now = self._clock.now()
        if wanted.valid_from is not None and wanted.valid_from < now:
            raise PriceInThePast
        cached = wanted.input if wanted.cached is None else wanted.cached
        price = Price(wanted.input, cached, wanted.output, wanted.currency, reasoning=wanted.reasoning)
        row = self._row(wanted.model, price, wanted.valid_from or now, STAFF, actor_id)
        await repository.add(session, row)
        told = {name: row[name] for name in ("model", "currency", "input", "cached", "output", "reasoning")}
        told["valid_from"] = row["valid_from"].isoformat()
        await audit.record(session, "model_price.added", actor_id=actor_id, subject_id=row["id"], **told)
        return row

    async def page(self, model: str | None, limit: int, cursor: str | None) -> Json:
        """Those valid last come first."""
        before = _place(cursor) if cursor is not None else None
        async with self._database.reading() as session:
            rows = await repository.page(session, model, limit + 1, before)
        shown, now, tenant = rows[:limit], self._clock.now(), current_tenant()
        last = shown[-1] if len(rows) > limit else None
        current = {name: self._current(tenant, name, now) for name in {row["model"] for row in shown}}
        return {
            "items": [_shown(dict(row), now, current[row["model"]]) for row in shown],
            "next_cursor": encode_cursor(last["valid_from"].isoformat(), last["id"]) if last else None,
        }

    def _row(self, model: str, price: Price, since: datetime, origin: str, actor_id: str | None) -> Json:
        return {
            "tenant_id": current_tenant(),
            "id": new_id("prc"),
            "model": model,
            "currency": price.currency,
            "input": price.input,
            "cached": price.cached,
            "output": price.output,
            "reasoning": price.reasoning,
            "valid_from": since,
            "origin": origin,
            "created_by": actor_id,
            "created_at": self._clock.now(),
        }


def _same(row: Any, price: Price) -> bool:
    stored = Price(row.input, row.cached, row.output, row.currency)
    return stored == price


def _place(cursor: str) -> tuple[datetime, str]:
    text, price_id = decode_cursor(cursor)
    try:
        return datetime.fromisoformat(text).astimezone(UTC), price_id
    except ValueError as error:
        raise InvalidCursor from error


def _shown(row: Json, now: datetime, current: Price | None) -> Json:
    is_current = current is not None and row["id"] == current.id
    state = "scheduled" if row["valid_from"] > now else "current" if is_current else "past"
    return {name: value for name, value in row.items() if name != "tenant_id"} | {"state": state}
