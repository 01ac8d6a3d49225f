"""The codes of gift cards: 80 bits in sixteen letters and digits that nobody mistakes for one another."""

import base64
import hmac
from dataclasses import dataclass
from hashlib import sha256

_STANDARD, _READABLE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_TO_READABLE = str.maketrans(_STANDARD, _READABLE)


@dataclass(frozen=True)
class GiftCardCodes:
    """A card's code follows from its id and this service's key, so that a lost answer can be given again unstored."""

    key: bytes

    def of(self, tenant_id: str, card_id: str) -> str:
        """`7KQM-PX4A-92DV-HT3C`"""
        digest = hmac.digest(self.key, f"gift card\n{tenant_id}\n{card_id}".encode(), "sha256")
        text = base64.b32encode(digest[:10]).decode().translate(_TO_READABLE)
        return "-".join(text[start : start + 4] for start in range(0, 16, 4))


def code_hash(code: str) -> str:
    """What is stored: a plain hash does, since nobody can try all of 80 bits."""
    return sha256(bare(code).encode()).hexdigest()


def bare(code: str) -> str:
    """Whatever the case, and wherever people put dashes and spaces."""
    return "".join(character for character in code.upper() if character.isalnum())
