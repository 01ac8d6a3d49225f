"""Stripe's HTTP API: forms in, JSON out, an idempotency key with everything that moves money."""

from collections.abc import Mapping
from typing import Any

import httpx

from order_service.app.payments.providers.port import OutcomeUnknown

API_VERSION = "2024-06-20"
Json = dict[str, Any]
UNKNOWN = 404  # nothing of this id in the account that the key belongs to
_KEY_IN_USE, _TOO_MANY = 409, 429


class KeyInUse(OutcomeUnknown):
    """A request with the same key is still running: ask again."""


class StripeRefusal(Exception):
    """Stripe understood and said no: `code` and the words for it. Nothing was moved by this request."""

    def __init__(self, status: int, error: Json) -> None:
        self.status = status
        self.type = str(error.get("type", ""))
        self.code = str(error.get("decline_code") or error.get("code") or "")
        self.words = str(error.get("message") or "")
        self.intent: Json | None = error.get("payment_intent")
        super().__init__(f"{status} {self.code}: {self.words}")


class StripeApi:
    """`timeout` seconds for one answer. OutcomeUnknown where none came; StripeRefusal where it is a no."""

    def __init__(self, http: httpx.AsyncClient, base: str, secret_key: str, timeout: float) -> None:
        self._http = http
        self._base = base.rstrip("/")
        self._headers = {"Authorization": f"Bearer {secret_key}", "Stripe-Version": API_VERSION}
        self._timeout = timeout

    async def post(self, path: str, form: Mapping[str, str], key: str | None = None) -> Json:
        """`key` makes it safe to send again: Stripe keeps its first answer for a day."""
        headers = self._headers | ({"Idempotency-Key": key} if key else {})
        return await self._send("POST", path, headers, data=dict(form))

    async def get(self, path: str, params: Mapping[str, str] | None = None) -> Json:
        return await self._send("GET", path, self._headers, params=dict(params or {}))

    async def _send(self, method: str, path: str, headers: Mapping[str, str], **content: Any) -> Json:
        try:
            response = await self._http.request(
                method, f"{self._base}/v1/{path}", headers=dict(headers), timeout=self._timeout, **content
            )
            answer = response.json()
        except (httpx.HTTPError, TimeoutError, OSError, ValueError) as error:
            raise OutcomeUnknown(f"stripe: {error!r}") from error
        if not isinstance(answer, dict):
            raise OutcomeUnknown(f"stripe: {response.status_code} without a document")
        if response.status_code == _KEY_IN_USE:
            raise KeyInUse("stripe: the key is in use")
        if response.status_code == _TOO_MANY or response.status_code >= 500:
            raise OutcomeUnknown(f"stripe: {response.status_code}")
        if response.status_code >= 400:
            raise StripeRefusal(response.status_code, answer.get("error") or {})
        return answer
