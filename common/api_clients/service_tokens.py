"""This service's own token for calls to siblings: fetched when first needed, renewed before it runs out."""

import asyncio
import time

import httpx

from common.config import Settings, service_secret
from common.errors import Unavailable

_RENEW_BEFORE = 300.0
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
        self._fetching = asyncio.Lock()

    async def current(self) -> str:
        """A token that is good for minutes to come; NoServiceToken when there is none to be had."""
        if time.monotonic() < self._good_until:
            return self._token
        async with self._fetching:
            if time.monotonic() >= self._good_until:
                await self._fetch()
        return self._token

    def forget(self, token: str) -> None:
        """A sibling refused this token: get another one next time."""
        if token == self._token:
            self._good_until = 0.0

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
        self._token = answer["access_token"]
        self._good_until = time.monotonic() + max(float(answer["expires_in"]) - _RENEW_BEFORE, 30.0)
