"""Rows as the staff sees them: never with a key."""

from typing import Any

from ai_service.app.providers.service.configured import CONFIGURED
from ai_service.app.providers.service.health import ProviderHealth
from ai_service.app.providers.service.wire import PHASES

Json = dict[str, Any]
_LIMITS = ("requests_per_minute", "tokens_per_minute")
_PROVIDER = ("id", "name", "base_url", "enabled", "priority", "weight", "version", "created_at", "updated_at")
_MODEL = (
    *("id", "provider_id", "name", "display_name", "abilities", "context_window", "prices", "enabled", "weight"),
    *("version", "created_at", "updated_at"),
)


def provider_shown(row: Json, health: ProviderHealth) -> Json:
    return {name: row[name] for name in _PROVIDER} | {
        "source": _source(row),
        "api_key": {"set": row["api_key"] is not None, "ends_with": row["key_end"]},
        "timeouts": {phase: row[f"{phase}_ms"] / 1000 for phase in PHASES},
        "limits": {limit: row[limit] for limit in _LIMITS},
        "health": health.of_provider(row),
    }


def model_shown(row: Json) -> Json:
    return {name: row[name] for name in _MODEL} | {"source": _source(row)}


def _source(row: Json) -> str:
    return "configuration" if row["id"] == CONFIGURED else "shop"
