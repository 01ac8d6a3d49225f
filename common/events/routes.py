"""GET /internal/v1/events: how siblings read this service's log."""

from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request, Response

from common.events.log import EventLog
from common.security.dependencies import ServiceCaller

router = APIRouter(prefix="/internal/v1", tags=["internal"])


@router.get("/events", summary="Events behind a number, oldest first")
async def list_events(
    request: Request,
    caller: ServiceCaller,
    after: Annotated[int, Query(ge=0, description="The number of the last event that was read.")] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    types: Annotated[str, Query(max_length=2000, description="Only these types, separated by commas.")] = "",
) -> Response:
    """`read_to` is where to go on; `oldest` and `newest` are the ends of the log (events are kept for 7 days)."""
    events: EventLog = request.app.state.runtime.events
    page = await events.read(after, limit, [name for name in types.split(",") if name])
    return Response(orjson.dumps(page.as_json()), media_type="application/json")
