"""Signatures and secrets as Standard Webhooks 1.0.0 has them (standardwebhooks.com).

Signed is `{id}.{timestamp}.{body}` with HMAC-SHA256; a secret is `whsec_` and the key in base64.
"""

import base64
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Any

import orjson

PREFIX = "whsec_"
_KEY_BYTES = 32


def new_secret() -> str:
    return PREFIX + base64.b64encode(secrets.token_bytes(_KEY_BYTES)).decode()


def body_of(type: str, happened_at: datetime, data: dict[str, Any]) -> bytes:
    """The body, the same bytes for every attempt."""
    moment = happened_at.isoformat(timespec="microseconds").replace("+00:00", "Z")
    return orjson.dumps({"type": type, "timestamp": moment, "data": data})


def signed_headers(message_id: str, at: datetime, body: bytes, keys: Iterable[str]) -> dict[str, str]:
    """Signed with each of the secrets: a receiver that knows any of them is content."""
    timestamp = str(int(at.timestamp()))
    content = f"{message_id}.{timestamp}.".encode() + body
    return {
        "webhook-id": message_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(_signature(key, content) for key in keys),
    }


def _signature(secret: str, content: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(PREFIX))
    return "v1," + base64.b64encode(hmac.new(key, content, sha256).digest()).decode()
