"""Ids: prefixed, time-ordered strings such as `ord_0198f2…` (UUIDv7, RFC 9562)."""

import os
import threading
import time

_lock = threading.Lock()
_last = 0


def uuid7_hex() -> str:
    """32 hex digits that sort by time; monotonic within this process."""
    global _last
    now = time.time_ns()
    stamp = (now // 1_000_000) << 12 | (now % 1_000_000) * 4096 // 1_000_000
    with _lock:
        _last = stamp = max(stamp, _last + 1)
    random = int.from_bytes(os.urandom(8)) & 0x3FFF_FFFF_FFFF_FFFF
    return f"{(stamp >> 12) << 16 | 0x7000 | stamp & 0xFFF:016x}{0x8000_0000_0000_0000 | random:016x}"


def new_id(prefix: str) -> str:
    """A fresh id, e.g. `new_id("ord")` gives `ord_` and 32 hex digits."""
    return f"{prefix}_{uuid7_hex()}"
