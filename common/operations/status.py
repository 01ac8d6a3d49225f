"""How this process is doing, in one document."""

import os
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from common.clock import utc_now
from common.config import Settings
from common.observability.metrics import Metrics

VERSION = "1.0.0"
_STATM = Path("/proc/self/statm")


class Process:
    """This process: since when, and how large."""

    def __init__(self) -> None:
        self.started_at: datetime = utc_now()
        self._began = time.monotonic()

    def figures(self) -> dict[str, Any]:
        return {
            "pid": os.getpid(),
            "started_at": self.started_at,
            "uptime_seconds": round(time.monotonic() - self._began, 1),
            "memory_bytes": resident_bytes(),
        }


def resident_bytes() -> int | None:
    """What of this process is in memory now; None where the system does not say."""
    try:
        return int(_STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return None


def service_status(
    settings: Settings, process: Process, metrics: Metrics, needs: dict[str, str], without: dict[str, str]
) -> dict[str, Any]:
    """What every service says; `cache` and `events` are filled in by those that have them."""
    return {
        "service": settings.service,
        "version": VERSION,
        "env": settings.env,
        **process.figures(),
        "ready": all(state == "ok" for state in needs.values()),
        "needs": needs,
        "can_do_without": without,
        **metrics.recent.figures(),
        "cache": None,
        "events": [],
    }
