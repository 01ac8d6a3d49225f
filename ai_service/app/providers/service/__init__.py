"""What the shop does with providers and models."""

from dataclasses import dataclass

import httpx

from ai_service.app.prices.service import PriceBook
from ai_service.app.providers.service.catalogue import ModelCatalogue
from ai_service.app.providers.service.configured import configured_provider
from ai_service.app.providers.service.health import ProviderHealth
from ai_service.app.providers.service.offered import OfferedModels
from ai_service.app.providers.service.providers import Providers
from ai_service.app.providers.service.trials import Trials
from ai_service.app.providers.service.wire import Wire
from ai_service.app.settings import AiSettings
from common.clock import Clock
from common.egress import Egress
from common.egress.client import guarded_client
from common.kept_rows import KeptRows
from common.runtime import Runtime
from common.security.secrets import secret_box


@dataclass(frozen=True, slots=True)
class ProviderServices:
    catalogue: ModelCatalogue
    providers: Providers
    models: OfferedModels
    trials: Trials
    health: ProviderHealth
    http: httpx.AsyncClient

    async def shut_down(self) -> None:
        await self.http.aclose()


async def make_providers(settings: AiSettings, runtime: Runtime, prices: PriceBook, clock: Clock) -> ProviderServices:
    """With a client of their own, that goes where the staff's addresses may lead, and the looks at who is silent."""
    egress, database = Egress(settings, private=settings.private_providers), runtime.database
    http = guarded_client(egress, at_once=settings.chat_running_turns)
    wire = Wire(runtime.http, http, egress, secret_box(settings), configured_provider(settings))
    catalogue = ModelCatalogue(database, wire, settings.llm_rest_seconds, settings.workers)
    kept = KeptRows(runtime, "models", catalogue.load)
    await kept.read()
    providers = Providers(database, wire, clock, kept.changed)
    models = OfferedModels(database, wire.configured, clock, prices, kept.changed)
    health = ProviderHealth(wire, catalogue, clock, settings.llm_health_seconds)
    if settings.llm_health_seconds:
        runtime.background.loop("models.health", health.look, every=settings.llm_health_seconds / 4)
    return ProviderServices(catalogue, providers, models, Trials(wire, catalogue, providers, models), health, http)
