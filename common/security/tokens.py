"""Access tokens: RS256 and nothing else; the only module that touches python-jose."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jose import jwk, jwt
from jose.exceptions import JOSEError

from common.errors import Unauthorized
from common.security.caller import Caller, caller_from_claims

ALGORITHM = "RS256"
ISSUER = AUDIENCE = "shopkeeper"
KEY_BITS = 2048
_REQUIRED = ("sub", "tid", "sid", "exp", "iat")
_OPTIONS = {f"require_{claim}": True for claim in ("sub", "exp", "iat")} | {"leeway": 0}
_REFETCH_SECONDS = 5.0
_CACHED_TOKENS = 20_000

Jwks = dict[str, Any]


class InvalidToken(Unauthorized):
    code = "invalid_token"
    title = "This token is not valid"

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail, headers={"WWW-Authenticate": 'Bearer error="invalid_token"'})


class TokenVerifier(Protocol):
    """Turns a bearer token into a Caller, or raises InvalidToken (or Unavailable without any keys)."""

    def known(self, token: str) -> Caller | None: ...

    async def verify(self, token: str) -> Caller: ...


def new_private_key() -> bytes:
    """A fresh RSA key as PEM, for the first start."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


class TokenSigner:
    """Signs claims with one private key; user_service alone has it."""

    def __init__(self, private_key_pem: bytes, kid: str) -> None:
        self.kid = kid
        self._key = jwk.construct(private_key_pem.decode(), ALGORITHM)

    def sign(self, claims: dict[str, Any]) -> str:
        """A compact token; `iss`, `aud` and `iat` are added."""
        stamped = {"iss": ISSUER, "aud": AUDIENCE, "iat": int(time.time()), **claims}
        return str(jwt.encode(stamped, self._key, algorithm=ALGORITHM, headers={"kid": self.kid}))

    def jwks(self) -> Jwks:
        """The public half, as `/.well-known/jwks.json` shows it (RFC 7517)."""
        public = {name: _text(value) for name, value in self._key.public_key().to_dict().items()}
        return {"keys": [{**public, "kid": self.kid, "use": "sig", "alg": ALGORITHM}]}


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


class KeyTokenVerifier:
    """Checks tokens with user_service's public keys, fetched when first needed and on an unknown key id.

    A signature costs 50 µs, so a token seen before is known by its text until it expires.
    """

    def __init__(self, fetch: Callable[[], Awaitable[Jwks]], now: Callable[[], float] = time.time) -> None:
        self._fetch = fetch
        self._now = now
        self._keys: dict[str, Any] = {}
        self._fetched_at = float("-inf")
        self._fetching = asyncio.Lock()
        self._callers: dict[str, Caller] = {}

    def known(self, token: str) -> Caller | None:
        """The caller of a token that was verified before and has not expired."""
        caller = self._callers.get(token)
        if caller is None:
            return None
        if caller.expires_at <= self._now():
            del self._callers[token]
            return None
        return caller

    async def verify(self, token: str) -> Caller:
        caller = self.known(token)
        if caller is None:
            key = await self._key_for(token)
            caller = self._check(token, key)
            if len(self._callers) >= _CACHED_TOKENS:
                self._callers.clear()
            self._callers[token] = caller
        return caller

    def _check(self, token: str, key: Any) -> Caller:
        try:
            claims = jwt.decode(token, key, algorithms=["RS256"], audience=AUDIENCE, issuer=ISSUER, options=_OPTIONS)
        except JOSEError as error:
            raise InvalidToken(str(error)) from error
        if any(claim not in claims for claim in _REQUIRED):
            raise InvalidToken("A claim is missing.")
        return caller_from_claims(claims, token)

    async def _key_for(self, token: str) -> Any:
        try:
            header = jwt.get_unverified_header(token)
        except JOSEError as error:
            raise InvalidToken("This is not a token.") from error
        kid = header.get("kid")
        if header.get("alg") != ALGORITHM or not isinstance(kid, str):
            raise InvalidToken("Only RS256 tokens with a key id are taken.")
        if kid not in self._keys:
            await self._refresh()
        if kid not in self._keys:
            raise InvalidToken("The key is not known.")
        return self._keys[kid]

    async def _refresh(self) -> None:
        async with self._fetching:
            age = self._now() - self._fetched_at  # below zero when the clock was put back
            if self._keys and 0 <= age < _REFETCH_SECONDS:
                return
            document = await self._fetch()
            self._keys = {
                key["kid"]: jwk.construct(key, ALGORITHM) for key in document["keys"] if key.get("alg") == ALGORITHM
            }
            self._fetched_at = self._now()
