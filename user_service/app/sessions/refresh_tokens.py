"""Refresh tokens: `<session>.<generation>.<seal>`, where the seal needs both our key file and the session's row.

Nothing secret is stored, and the successor of a token can be made again: two tabs that refresh at the same moment
get the same one.
"""

import base64
import hmac
from dataclasses import dataclass
from hashlib import sha256

_SEAL_BYTES = 32


@dataclass(frozen=True, slots=True)
class RefreshToken:
    session_id: str
    generation: int
    seal: str


@dataclass(frozen=True)
class RefreshTokens:
    key: bytes

    def write(self, session_id: str, generation: int, salt: str) -> str:
        return f"{session_id}.{generation}.{self._seal(session_id, generation, salt)}"

    def fits(self, token: RefreshToken, salt: str) -> bool:
        return hmac.compare_digest(token.seal, self._seal(token.session_id, token.generation, salt))

    def _seal(self, session_id: str, generation: int, salt: str) -> str:
        digest = hmac.new(self.key, f"{session_id}.{generation}.{salt}".encode(), sha256).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def parse(text: str) -> RefreshToken | None:
    """The parts of a token, or None for a text that has not the form of one."""
    if len(text) > 200 or not (text.isascii() and text.isprintable()):
        return None
    session_id, _, rest = text.partition(".")
    generation, _, seal = rest.partition(".")
    if not session_id or not seal or not generation.isdigit() or len(generation) > 9:
        return None
    return RefreshToken(session_id, int(generation), seal)
