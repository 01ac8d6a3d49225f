"""The models that chats are answered with: what each shop has at present, and how each provider is doing."""

from collections.abc import Sequence
from typing import Any

from ai_service.app.providers.repository.rows import everywhere
from ai_service.app.providers.service.wire import Wire
from common.api_clients.llm.candidates import Candidate
from common.api_clients.llm.standing import Standing
from common.api_clients.llm.types import ModelMisconfigured
from common.database import Database, current_tenant, system_scope
from common.observability.logs import get_logger

log = get_logger(__name__)
Json = dict[str, Any]


class ModelCatalogue:
    """All shops' models, in memory. `rest` is in seconds; a provider's limits are shared out among the `processes`."""

    def __init__(self, database: Database, wire: Wire, rest: float, processes: int) -> None:
        self._database = database
        self._wire = wire
        self._rest = rest
        self._processes = processes
        self._rows: tuple[list[Json], list[Json]] | None = None
        self._of_shops: dict[str, list[Candidate]] = {}
        self._configured: list[Candidate] = []
        self._standings: dict[str, Standing] = {}
        self._versions: dict[str, int] = {}
        self.enabled: Sequence[Json] = ()

    def candidates(self) -> Sequence[Candidate]:
        """Of the tenant in hand."""
        return self._of_shops.get(current_tenant(), self._configured)

    async def load(self) -> None:
        with system_scope():
            async with self._database.reading() as session:
                rows = await everywhere(session)
        if rows == self._rows:
            return
        (providers, models), self._rows = rows, rows
        known = {(row["tenant_id"], row["id"]): row for row in providers}
        configured = self._wire.configured
        self._configured = self._candidate(configured.provider, configured.model) if configured else []
        of_shops: dict[str, list[Candidate]] = {}
        for row in models:
            provider = known.get((row["tenant_id"], row["provider_id"]))
            if provider is not None:  # it may have come or gone between the two reads
                of_shops.setdefault(row["tenant_id"], [*self._configured]).extend(self._candidate(provider, row))
        self._of_shops = of_shops
        self.enabled = [row for row in providers if row["enabled"]] + ([configured.provider] if configured else [])

    def standing(self, provider: Json) -> Standing:
        """A provider that was changed begins with a clean sheet."""
        found = self._standings.get(provider["id"])
        if found is None:
            found = self._standings[provider["id"]] = Standing(self._rest)
        elif self._versions[provider["id"]] != provider["version"]:
            found.forgive()
        self._versions[provider["id"]] = provider["version"]
        found.requests_per_minute = self._share(provider["requests_per_minute"])
        found.tokens_per_minute = self._share(provider["tokens_per_minute"])
        return found

    def _share(self, limit: int | None) -> int | None:
        return None if limit is None else max(1, limit // self._processes)

    def _candidate(self, provider: Json, model: Json) -> list[Candidate]:
        if not (provider["enabled"] and model["enabled"]):
            return []
        try:
            client = self._wire.chat_model(provider, model["name"])
        except ModelMisconfigured:
            log.error("a provider's key cannot be read", provider=provider["id"])
            return []
        abilities = None if model["abilities"] is None else frozenset(model["abilities"])
        return [
            Candidate(
                model["id"],
                client,
                self.standing(provider),
                abilities,
                model["context_window"],
                provider["priority"],
                provider["weight"] * model["weight"],
            )
        ]
