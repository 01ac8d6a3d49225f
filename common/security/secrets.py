"""Secrets that must be read again (webhook signatures, keys of providers), sealed before a database sees them.

AES-256-GCM. What a secret is for is sealed in with it, so that one row's secret is of no use in another row.
"""

import base64
import binascii
import secrets
from collections.abc import Sequence
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from common.config import Settings, private_file

_VERSION, _NONCE_BYTES = "v1.", 12


class CannotUnseal(Exception):
    """Not sealed with a key we have, or not for this purpose: ENCRYPTION_KEYS lost the one it was sealed with."""


class SecretBox:
    """The first key seals, every key unseals: a new one is put before the old until nothing old is left."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._ciphers = [AESGCM(sha256(key).digest()) for key in keys]

    def seal(self, secret: str, purpose: str) -> str:
        """A text for a column; `purpose` names the row, e.g. `webhook_endpoint default whe_1`."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = nonce + self._ciphers[0].encrypt(nonce, secret.encode(), purpose.encode())
        return _VERSION + base64.urlsafe_b64encode(sealed).decode()

    def unseal(self, sealed: str, purpose: str) -> str:
        """The secret again; CannotUnseal for a wrong key, another purpose or a changed text."""
        try:
            raw = base64.urlsafe_b64decode(sealed.removeprefix(_VERSION))
        except (ValueError, binascii.Error) as error:
            raise CannotUnseal(purpose) from error
        for cipher in self._ciphers:
            try:
                return cipher.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], purpose.encode()).decode()
            except (InvalidTag, ValueError):
                continue
        raise CannotUnseal(purpose)


def secret_box(settings: Settings) -> SecretBox:
    """The suite's box: with ENCRYPTION_KEYS, the newest first, or a key made on first start under DATA_DIR/keys."""
    if settings.encryption_keys:
        return SecretBox([key.get_secret_value().encode() for key in settings.encryption_keys])
    path = settings.data_dir / "keys" / "secrets.key"
    return SecretBox([private_file(path, lambda: secrets.token_urlsafe(32).encode())])
