"""This service's own token for calls to siblings: fetched when first needed, renewed before it runs out."""

import asyncio
import time

import httpx

from common.config import Settings, service_secret
from common.errors import Unavailable

_RENEW_BEFORE = 300.0
_TRY_AGAIN = 5.0  # seconds until the next try, while the old one is still good
_TIMEOUT = httpx.Timeout(3.0, connect=1.0)


class NoServiceToken(Unavailable):
    code = "user_service_unavailable"
    title = "The service that signs tokens does not answer"


class ServiceTokens:
    def __init__(self, http: httpx.AsyncClient, settings: Settings) -> None:
        self._http = http
        self._settings = settings
        self._token = ""
        self._good_until = 0.0
        self._ends = 0.0
        self._failed_at = 0.0
        self._failure = ""
        self._fetching = asyncio.Lock()

    async def current(self) -> str:
        """A token that is good for minutes to come, or at least for now; NoServiceToken when there is none."""
        if time.monotonic() < self._good_until:
            return self._token
        asked = time.monotonic()
        async with self._fetching:
            if self._failed_at >= asked:  # who waited for the same answer has it, rather than a try of his own
                raise NoServiceToken(self._failure)
            if time.monotonic() >= self._good_until:
                await self._renew()
        return self._token

    async def _renew(self) -> None:
        try:
            await self._fetch()
        except NoServiceToken as error:
            now = time.monotonic()
            if now >= self._ends:
                self._failed_at, self._failure = now, str(error)
                raise
            self._good_until = min(self._ends, now + _TRY_AGAIN)

    def forget(self, token: str) -> None:
        """A sibling refused this token: get another one next time."""
        if token == self._token:
            self._good_until = self._ends = 0.0

    async def _fetch(self) -> None:
        form = {
            "grant_type": "client_credentials",
            "client_id": self._settings.service,
            "client_secret": service_secret(self._settings),
        }
        url = f"{self._settings.user_service_url}/api/v1/auth/token"
        try:
            response = await self._http.post(url, data=form, timeout=_TIMEOUT)
        except (httpx.TransportError, TimeoutError) as error:
            raise NoServiceToken(str(error)) from error
        if response.status_code != 200:
            raise NoServiceToken(f"user_service answered {response.status_code}.")
        answer = response.json()
        lasts, now = float(answer["expires_in"]), time.monotonic()
        self._token = answer["access_token"]
        self._ends = now + max(lasts - 5.0, 30.0)
        self._good_until = now + max(lasts - _RENEW_BEFORE, 30.0)
