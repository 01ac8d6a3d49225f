"""The Valkey client and the cache of public answers."""

from common.cache.entries import Entry
from common.cache.generations import SharedGenerations
from common.cache.responses import Fill, ResponseCache
from common.cache.rules import CacheRule
from common.cache.valkey import Subscription, Valkey, ValkeyAway

__all__ = [
    "CacheRule", "Entry", "Fill", "ResponseCache", "SharedGenerations", "Subscription", "Valkey", "ValkeyAway",
]  # fmt: skip
