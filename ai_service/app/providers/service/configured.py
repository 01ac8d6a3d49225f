"""The provider that the settings of the service name, as rows like those of the tables."""

from dataclasses import dataclass
from typing import Any

from ai_service.app.settings import AiSettings

Json = dict[str, Any]
CONFIGURED = "configuration"  # the id of this provider, and of its model
ALWAYS_FIRST = 0  # before every priority that the staff can give


@dataclass(frozen=True, slots=True)
class Configured:
    """`provider["api_key"]` only says that there is one."""

    provider: Json
    model: Json
    api_key: str | None


def configured_provider(settings: AiSettings) -> Configured | None:
    """None without LLM_BASE_URL and LLM_MODEL."""
    if settings.llm_base_url is None or settings.llm_model is None:
        return None
    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else None
    same = {"id": CONFIGURED, "enabled": True, "weight": 1, "version": 1, "created_at": None, "updated_at": None}
    provider = same | {
        "name": settings.llm_base_url[:128],
        "base_url": settings.llm_base_url,
        "api_key": None if key is None else "",
        "key_end": None,
        "priority": ALWAYS_FIRST,
        "connect_ms": settings.llm_connect_timeout * 1000,
        "first_token_ms": settings.llm_first_token_timeout * 1000,
        "between_tokens_ms": settings.llm_between_tokens_timeout * 1000,
        "total_ms": settings.llm_total_timeout * 1000,
        "requests_per_minute": None,
        "tokens_per_minute": None,
    }
    model = same | {
        "provider_id": CONFIGURED,
        "name": settings.llm_model,
        "display_name": settings.llm_model,
        "abilities": None,
        "context_window": None,
    }
    return Configured(provider, model, key)
