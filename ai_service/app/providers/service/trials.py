"""Asking a provider now: a short call that shows whether it works, and which models it has."""

from contextlib import aclosing
from time import monotonic
from typing import Any

from ai_service.app.providers.errors import NoModelNamed, ProviderAway, ProviderRefused
from ai_service.app.providers.service.catalogue import ModelCatalogue
from ai_service.app.providers.service.offered import OfferedModels
from ai_service.app.providers.service.providers import Providers
from ai_service.app.providers.service.wire import Wire
from common.api_clients.llm.standing import Check
from common.api_clients.llm.types import ChatRequest, Message, ModelError, TextDelta
from common.clock import utc_now

Json = dict[str, Any]
QUESTION = "Answer with one word: ready"
MOST_TOKENS, MOST_SHOWN = 64, 200


class Trials:
    def __init__(self, wire: Wire, catalogue: ModelCatalogue, providers: Providers, models: OfferedModels) -> None:
        self._wire = wire
        self._catalogue = catalogue
        self._providers = providers
        self._models = models

    async def test(self, provider_id: str, wanted: str | None) -> Json:
        """What a real call brought; one that went well ends the rest of a provider that was left alone."""
        provider = await self._providers.row(provider_id)
        name = wanted or await self._first_model(provider_id)
        text, first, error = "", None, None
        started = monotonic()
        try:
            request = ChatRequest([Message("user", QUESTION)], max_tokens=MOST_TOKENS)
            async with aclosing(self._wire.chat_model(provider, name).stream(request)) as chunks:
                async for chunk in chunks:
                    first = first or monotonic()
                    if isinstance(chunk, TextDelta) and len(text) < MOST_SHOWN:
                        text += chunk.text
        except ModelError as failure:
            error = {"code": failure.code, "detail": str(failure)}
        else:
            standing = self._catalogue.standing(provider)
            standing.forgive()
            standing.checked(Check(utc_now(), round((monotonic() - started) * 1000), None, ""), None)
        return {
            "ok": error is None,
            "model": name,
            "text": text[:MOST_SHOWN],
            "first_token_ms": None if first is None else round((first - started) * 1000),
            "latency_ms": round((monotonic() - started) * 1000),
            "error": error,
        }

    async def _first_model(self, provider_id: str) -> str:
        offered = await self._models.all(provider_id)
        chats = [row["name"] for row in offered if row["abilities"] is None or "chat" in row["abilities"]]
        if not chats:
            raise NoModelNamed
        return str(chats[0])

    async def available_models(self, provider_id: str) -> Json:
        """ProviderRefused or ProviderAway where it does not tell."""
        provider = await self._providers.row(provider_id)
        try:
            names = await self._wire.model_names(provider)
        except ModelError as error:
            kind = ProviderAway if error.retryable else ProviderRefused
            raise kind(str(error), reason=error.code) from error
        added = {row["name"] for row in await self._models.all(provider_id)}
        return {"items": [{"name": name, "added": name in added} for name in names]}
