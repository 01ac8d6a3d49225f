"""Figures and log lines as the console shows them."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

_FIGURES: dict[str, Any] = {
    "count": 5400,
    "per_second": 18.0,
    "refused": 12,
    "errors": 0,
    "error_rate": 0.0,
    "p50_ms": 1.2,
    "p95_ms": 8.7,
    "p99_ms": 22.0,
}


class RequestFigures(BaseModel):
    """Of the window. Times are read from the buckets of a histogram, so they are good to about a third."""

    count: int
    per_second: float
    refused: int = Field(description="Answers with a status of 400 to 499.")
    errors: int = Field(description="Answers with a status of 500 and above.")
    error_rate: float = Field(description="errors ÷ count.")
    p50_ms: float | None
    p95_ms: float | None
    p99_ms: float | None


class RouteFigures(RequestFigures):
    method: str
    route: str


class CacheFigures(BaseModel):
    """The cache of whole answers, since the start."""

    hits: int
    misses: int
    bytes: int


class EventsLag(BaseModel):
    """How far a consumer is behind the log it follows, as of its last look (every few seconds at most)."""

    source: str
    consumer: str
    behind: int
    stuck: bool = Field(description="An event could not be applied; it is tried again.")


class ServiceStatus(BaseModel):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "service": "order_service",
                "version": "1.0.0",
                "env": "development",
                "pid": 4711,
                "started_at": "2026-01-05T09:30:00Z",
                "uptime_seconds": 3600.0,
                "memory_bytes": 92_000_000,
                "ready": True,
                "needs": {"database": "ok"},
                "can_do_without": {"valkey": "ok"},
                "window_seconds": 300.0,
                "requests": _FIGURES,
                "routes": [{"method": "GET", "route": "/api/v1/orders", **_FIGURES}],
                "cache": {"hits": 900, "misses": 100, "bytes": 250_000},
                "events": [{"source": "user_service", "consumer": "user_service", "behind": 0, "stuck": False}],
            }
        }
    )
    service: str
    version: str
    env: str
    pid: int = Field(description="The process that answered; with several workers each counts its own requests.")
    started_at: datetime
    uptime_seconds: float
    memory_bytes: int | None = Field(description="Resident memory of this process.")
    ready: bool
    needs: dict[str, str]
    can_do_without: dict[str, str]
    window_seconds: float
    requests: RequestFigures
    routes: list[RouteFigures] = Field(description="The busiest first (by time spent), 50 at most.")
    cache: CacheFigures | None
    events: list[EventsLag]


class LogLine(BaseModel):
    timestamp: str
    level: str
    service: str
    event: str
    request_id: str | None = None
    trace_id: str | None = None
    fields: dict[str, Any] = Field({}, description="Whatever else the line says; secrets are shown as ***.")


class LogLines(BaseModel):
    """Newest first."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "items": [
                    {
                        "timestamp": "2026-01-05T09:30:00.123456+00:00",
                        "level": "info",
                        "service": "order_service",
                        "event": "request",
                        "request_id": "0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                        "trace_id": None,
                        "fields": {"method": "GET", "path": "/api/v1/orders", "status": 200, "ms": 3.1},
                    }
                ],
                "complete": True,
                "next_cursor": None,
            }
        }
    )
    items: list[LogLine]
    complete: bool = Field(description="Whether all lines that are kept were searched, or only the newest megabytes.")
    next_cursor: None = None
