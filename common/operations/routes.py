"""/api/v1/operations: how this very service is doing, and its own log lines; for staff."""

import asyncio
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request

from common.operations.log_lines import LogQuery, find_lines
from common.operations.readiness import readiness
from common.operations.schemas import LogLines, ServiceStatus
from common.operations.status import Process, service_status
from common.security.dependencies import permitted

Word = Annotated[str, Query(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]+$")]
Level = Literal["debug", "info", "warning", "error", "critical"]
MOST_LINES = 500


def operations_router() -> APIRouter:
    """The routes of one service in one process."""
    router = APIRouter(prefix="/api/v1/operations", tags=["operations"], dependencies=[permitted("system:read")])
    process = Process()
    reading = asyncio.Semaphore(1)  # one search after the other: each may read megabytes

    @router.get("/status", summary="How this service is doing", response_model=ServiceStatus)
    async def get_status(request: Request) -> Any:
        runtime = request.app.state.runtime
        request.app.edge.settle()
        status = service_status(runtime.settings, process, runtime.metrics, *await readiness(runtime))
        cache = runtime.response_cache
        status["cache"] = {"hits": cache.hits, "misses": cache.misses, "bytes": cache.size}
        status["events"] = [
            {"source": one.source, "consumer": one.name, "behind": one.behind, "stuck": one.stuck}
            for one in runtime.events.consumers
        ]
        return status

    @router.get("/logs", summary="This service's own log lines, newest first", response_model=LogLines)
    async def list_logs(
        request: Request,
        request_id: Annotated[Word | None, Query(description="Of a request or of a trace.")] = None,
        level: Annotated[Level | None, Query(description="The least grave level that is wanted.")] = None,
        q: Annotated[Word | None, Query(description="A text somewhere in the line, whatever its case.")] = None,
        since: datetime | None = None,
        limit: Annotated[int, Query(ge=1, le=MOST_LINES)] = 100,
    ) -> Any:
        runtime = request.app.state.runtime
        settings = runtime.settings
        if since is not None and since.tzinfo is None:
            since = since.replace(tzinfo=UTC)
        query = LogQuery(request_id, level, q, since, limit)
        async with reading:
            return await asyncio.to_thread(find_lines, settings.log_folder, settings.service, query)

    return router
