"""Signing keys: made once under DATA_DIR/keys; two processes that start together end up with the same one."""

import base64
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from common.config import private_file
from common.security.tokens import TokenSigner, new_private_key


@dataclass(frozen=True)
class SigningKeys:
    signer: TokenSigner
    refresh_key: bytes

    async def jwks(self) -> dict[str, Any]:
        """The public keys (RFC 7517), as every other service fetches them."""
        return self.signer.jwks()


def load_keys(data_dir: Path) -> SigningKeys:
    """The keys of this shop; written on first start, readable by us alone."""
    folder = data_dir / "keys"
    pem = private_file(folder / "access_tokens.pem", new_private_key)
    refresh_key = private_file(folder / "refresh_tokens.key", lambda: secrets.token_bytes(32))
    return SigningKeys(TokenSigner(pem, thumbprint(TokenSigner(pem, "").jwks()["keys"][0])), refresh_key)


def thumbprint(key: dict[str, str]) -> str:
    """The key's name, made from the key itself (RFC 7638)."""
    members = orjson.dumps({name: key[name] for name in ("e", "kty", "n")})
    return base64.urlsafe_b64encode(sha256(members).digest()).rstrip(b"=").decode()
