"""How providers are doing: what is shown of it, and a look at those that nobody has asked for a while."""

import asyncio
from datetime import timedelta
from time import monotonic
from typing import Any

from ai_service.app.providers.service.catalogue import ModelCatalogue
from ai_service.app.providers.service.wire import Wire
from common.api_clients.llm.listing import NoListing
from common.api_clients.llm.standing import Check, Figures, Standing
from common.api_clients.llm.types import ModelError
from common.clock import Clock

Json = dict[str, Any]
AT_ONCE = 8
DEGRADED = 0.2  # of the calls


class ProviderHealth:
    """A provider that said nothing for `interval` seconds is looked at."""

    def __init__(self, wire: Wire, catalogue: ModelCatalogue, clock: Clock, interval: float) -> None:
        self._wire = wire
        self._catalogue = catalogue
        self._clock = clock
        self._interval = interval
        self._looking = asyncio.Semaphore(AT_ONCE)

    async def look(self) -> None:
        """At the enabled providers of all shops, as far as no call of ours has told how they are."""
        silent = [row for row in self._catalogue.enabled if self._catalogue.standing(row).silent_for >= self._interval]
        await asyncio.gather(*(self._look_at(row) for row in silent))

    async def _look_at(self, provider: Json) -> None:
        async with self._looking:
            at, started, failure = self._clock.now(), monotonic(), None
            try:
                await self._wire.model_names(provider)
            except NoListing:
                pass  # it answers
            except ModelError as error:
                failure = error
            latency = round((monotonic() - started) * 1000)
        code, detail = (failure.code, str(failure)) if failure else (None, "")
        self._catalogue.standing(provider).checked(Check(at, latency, code, detail), failure)

    def of_provider(self, provider: Json) -> Json:
        standing = self._catalogue.standing(provider)
        figures, breaker = standing.figures(), standing.breaker
        retry_at = None
        if breaker.retry_at is not None:
            retry_at = self._clock.now() + timedelta(seconds=max(0.0, breaker.retry_at - monotonic()))
        check = standing.check
        return {
            "provider_id": provider["id"],
            "status": _status(provider["enabled"], standing, figures),
            "breaker": {"state": breaker.state, "retry_at": retry_at},
            "limited_for_seconds": round(standing.rests_for),
            **_shown(figures),
            "check": None
            if check is None
            else {"at": check.at, "latency_ms": check.latency_ms, "error": check.error, "detail": check.detail},
        }

    def of_model(self, provider: Json, model: Json) -> Json:
        standing = self._catalogue.standing(provider)
        figures = standing.figures(model["id"])
        enabled = provider["enabled"] and model["enabled"]
        status = _status(enabled, standing, figures)
        return {"model_id": model["id"], "provider_id": provider["id"], "status": status, **_shown(figures)}


def _status(enabled: bool, standing: Standing, figures: Figures) -> str:
    if not enabled:
        return "disabled"
    if standing.breaker.state == "open":
        return "down"
    if standing.rests_for or not standing.within_limits:
        return "limited"
    if standing.breaker.state == "half_open" or figures.errors > DEGRADED * figures.calls:
        return "degraded"
    return "ok" if figures.calls or standing.check is not None else "unknown"


def _shown(figures: Figures) -> Json:
    return {
        "calls": figures.calls,
        "errors": figures.errors,
        "p50_first_token_ms": figures.p50_ms,
        "p95_first_token_ms": figures.p95_ms,
        "last_error": figures.last_error,
    }
