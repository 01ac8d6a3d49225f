"""The secrets of an endpoint: sealed in its row, several while one takes over from another."""

from datetime import datetime
from typing import Any

from common.security.secrets import SecretBox

Json = dict[str, Any]


class EndpointSecrets:
    def __init__(self, box: SecretBox) -> None:
        self._box = box

    def seal(self, tenant_id: str, endpoint_id: str, secret: str) -> str:
        return self._box.seal(secret, _purpose(tenant_id, endpoint_id))

    def signing(self, endpoint: Json, now: datetime) -> list[str]:
        """Those that sign at this moment, the present one first; CannotUnseal when the suite's key is lost."""
        sealed = [endpoint["secret"], *(old["sealed"] for old in still_signing(endpoint, now))]
        purpose = _purpose(endpoint["tenant_id"], endpoint["id"])
        return [self._box.unseal(text, purpose) for text in sealed]


def still_signing(endpoint: Json, now: datetime) -> list[Json]:
    """The old secrets whose time is not over."""
    return [old for old in endpoint["old_secrets"] if until(old) > now]


def until(old: Json) -> datetime:
    return datetime.fromisoformat(old["until"])


def _purpose(tenant_id: str, endpoint_id: str) -> str:
    return f"webhook_endpoint {tenant_id} {endpoint_id}"
