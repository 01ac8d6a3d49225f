"""What every service stands on while it runs: made by create_service, handed to the service's own build function."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx
from sqlalchemy import MetaData

from common.api_clients.base import ServiceClient
from common.api_clients.service_tokens import ServiceTokens
from common.api_clients.users import UsersClient
from common.background import Background
from common.cache.responses import ResponseCache
from common.cache.rules import CacheRule
from common.cache.valkey import Valkey
from common.config import Settings
from common.database.engine import Database
from common.events import Bell, EventLog
from common.failpoints import Failpoints
from common.observability.metrics import Metrics
from common.security.limits import Limiter
from common.security.sessions import SessionChecks
from common.security.tokens import KeyTokenVerifier, TokenVerifier


@dataclass(slots=True)
class Runtime:
    """`tokens` and `sessions` are replaced by the one service that is itself their source."""

    settings: Settings
    database: Database
    valkey: Valkey
    http: httpx.AsyncClient
    service_tokens: ServiceTokens
    tokens: TokenVerifier
    sessions: SessionChecks
    limiter: Limiter
    events: EventLog
    background: Background
    metrics: Metrics
    response_cache: ResponseCache

    def client_of(self, service: str) -> ServiceClient:
        """A plain client for a sibling, in this service's own name."""
        return ServiceClient(self.http, self.settings.url_of(service), self.service_tokens)


def make_runtime(
    settings: Settings, metadata: MetaData, cacheable: Sequence[CacheRule], http: httpx.AsyncClient
) -> Runtime:
    """Everything but what needs a running event loop; nothing is opened yet."""
    database = Database(settings, metadata)
    if settings.failpoints_dir is not None:
        failpoints = Failpoints(settings.failpoints_dir, settings.short_name)
        failpoints.watch_transactions(database)
        failpoints.watch_calls(http)
    valkey = Valkey(settings.redis_url)
    background = Background()
    service_tokens = ServiceTokens(http, settings)
    users = UsersClient(http, settings.user_service_url, service_tokens)

    def client_of(service: str) -> ServiceClient:
        return ServiceClient(http, settings.url_of(service), service_tokens)

    async def fetch_keys() -> dict[str, Any]:
        return await users.jwks()

    bell = Bell(valkey)
    tokens = KeyTokenVerifier(fetch_keys)
    return Runtime(
        settings=settings,
        database=database,
        valkey=valkey,
        http=http,
        service_tokens=service_tokens,
        tokens=tokens,
        sessions=SessionChecks(valkey, users),
        limiter=Limiter(valkey),
        events=EventLog(settings.service, database, bell, background, client_of),
        background=background,
        metrics=Metrics(settings.service),
        response_cache=ResponseCache(cacheable, settings, bell, tokens.known),
    )
