"""Lets staff in: the one place of the shop window where a token is looked at."""

import asyncio
import threading
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.request import urlopen

import orjson
from flask import Request

from common.errors import Unauthorized, Unavailable
from web_service.app.settings import WebSettings

if TYPE_CHECKING:
    from common.security.tokens import KeyTokenVerifier

_KEYS_WITHIN = 3.0


class NotSignedIn(Unauthorized):
    code = "not_signed_in"


class KeysAway(Unavailable):
    code = "user_service_unavailable"
    title = "The service that signs tokens does not answer"


class StaffDoor:
    """Checks tokens with user_service's public keys. What that takes is imported by the first who knocks."""

    def __init__(self, settings: WebSettings) -> None:
        self._url = f"{settings.user_service_url}/.well-known/jwks.json"
        self._verifier: KeyTokenVerifier | None = None
        self._one_at_a_time = threading.Lock()  # the verifier is made for one thread

    def admit(self, request: Request, permission: str) -> None:
        """NotSignedIn, InvalidToken or MissingPermission unless the bearer may do this."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            raise NotSignedIn(headers={"WWW-Authenticate": "Bearer"})
        with self._one_at_a_time:
            caller = asyncio.run(self._checks().verify(token.strip()))
        caller.require(permission)

    def _checks(self) -> "KeyTokenVerifier":
        if self._verifier is None:
            from common.security.tokens import KeyTokenVerifier

            self._verifier = KeyTokenVerifier(self._fetch)
        return self._verifier

    async def _fetch(self) -> dict[str, Any]:
        try:
            with urlopen(self._url, timeout=_KEYS_WITHIN) as answer:  # noqa: S310, ASYNC210 - our own setting; our own thread
                keys: dict[str, Any] = orjson.loads(answer.read())
                return keys
        except (URLError, OSError, orjson.JSONDecodeError) as error:
            raise KeysAway(str(error)) from error
