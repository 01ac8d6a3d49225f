"""From a provider's row to a client that speaks with it: its key is unsealed here and nowhere else."""

from typing import Any

import httpx

from ai_service.app.providers.service.configured import CONFIGURED, Configured
from common.api_clients.llm.deadlines import Deadlines
from common.api_clients.llm.listing import model_names
from common.api_clients.llm.openai_compatible import OpenAICompatibleModel
from common.api_clients.llm.types import ModelMisconfigured
from common.egress import Egress
from common.security.secrets import CannotUnseal, SecretBox

Json = dict[str, Any]


PHASES = ("connect", "first_token", "between_tokens", "total")


class Wire:
    """`http` goes where the settings say, `guarded` where the staff's addresses may lead."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        guarded: httpx.AsyncClient,
        egress: Egress,
        box: SecretBox,
        configured: Configured | None,
    ) -> None:
        self._http = http
        self._guarded = guarded
        self._egress = egress
        self._box = box
        self.configured = configured

    def check(self, base_url: str) -> None:
        """AddressNotAllowed for one that requests are not made to."""
        self._egress.check(base_url)

    def seal(self, tenant_id: str, provider_id: str, key: str) -> str:
        return self._box.seal(key, _purpose(tenant_id, provider_id))

    def chat_model(self, provider: Json, name: str) -> OpenAICompatibleModel:
        """ModelMisconfigured when the key was sealed with one that the suite has lost."""
        http, key = self._way(provider)
        return OpenAICompatibleModel(http, provider["base_url"], name, key, _deadlines(provider), provider["name"])

    async def model_names(self, provider: Json) -> list[str]:
        """A ModelError where the provider does not tell."""
        http, key = self._way(provider)
        return await model_names(http, provider["base_url"], key, _deadlines(provider))

    def _way(self, provider: Json) -> tuple[httpx.AsyncClient, str | None]:
        if self.configured is not None and provider["id"] == CONFIGURED:
            return self._http, self.configured.api_key
        if provider["api_key"] is None:
            return self._guarded, None
        try:
            purpose = _purpose(provider["tenant_id"], provider["id"])
            return self._guarded, self._box.unseal(provider["api_key"], purpose)
        except CannotUnseal as error:
            raise ModelMisconfigured("its key cannot be read any more: set it again") from error


def _purpose(tenant_id: str, provider_id: str) -> str:
    return f"llm_provider {tenant_id} {provider_id}"


def _deadlines(provider: Json) -> Deadlines:
    return Deadlines(**{phase: provider[f"{phase}_ms"] / 1000 for phase in PHASES})
