"""Tells the other processes of a service, by the bell, that kept answers are out of date."""

import secrets
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from common.events.bell import Bell


class Outdated(Protocol):
    """The part of the response cache that hears of other processes."""

    def raise_heard(self, tenant_id: str, tag: str) -> None: ...

    def clear(self) -> None: ...


class SharedGenerations:
    """Without Valkey the other processes find out when their entries reach their greatest age."""

    def __init__(self, service: str, cache: Outdated, bell: "Bell") -> None:
        self._cache = cache
        self._bell = bell
        self._channel = f"cache:{service}"
        self._me = secrets.token_hex(6)
        bell.on_ring(self._channel, self._heard)

    def tell(self, tenant_id: str, tag: str) -> None:
        self._bell.ring(self._channel, f"{self._me} {tenant_id} {tag}")

    def _heard(self, text: str) -> None:
        words = text.split(" ")
        if len(words) != 3:
            self._cache.clear()  # rings may have been missed
        elif words[0] != self._me:
            self._cache.raise_heard(words[1], words[2])
