"""`<link>.<seal>`: what a one-time link carries; making the seal takes our key file and the link's row."""

import base64
import hmac
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class LinkSeals:
    key: bytes

    def token(self, link_id: str, salt: str) -> str:
        return f"{link_id}.{self._seal(link_id, salt)}"

    def fits(self, seal: str, link_id: str, salt: str) -> bool:
        return hmac.compare_digest(seal, self._seal(link_id, salt))

    def _seal(self, link_id: str, salt: str) -> str:
        digest = hmac.new(self.key, f"account_link.{link_id}.{salt}".encode(), sha256).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def parts(token: str) -> tuple[str, str] | None:
    """Link and seal, or None for a text that has not the form of a token."""
    link_id, _, seal = token.partition(".")
    if not (token.isascii() and token.isprintable() and link_id and seal) or len(token) > 200:
        return None
    return link_id, seal
