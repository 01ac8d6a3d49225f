"""What the staff's models and tools used and cost, for those who may see reports."""

from datetime import date, timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import StreamingResponse

from ai_service.app.dependencies import TheRoom
from ai_service.app.usage import schemas
from ai_service.app.usage.ledger import Format, Kind
from ai_service.app.usage.reports import Range
from ai_service.app.usage.repository import GroupBy
from common.clock import utc_now
from common.languages import localized
from common.pagination import DEFAULT_LIMIT, Page, PageLimit, decode_cursor, encode_cursor
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import json_response

router = APIRouter(prefix="/api/v1/billing", tags=["billing"], dependencies=[permitted("reports:read")])
USUAL_DAYS = 30
MEDIA_TYPES: dict[Format, str] = {"csv": "text/csv; charset=utf-8", "ndjson": "application/x-ndjson"}

From = Annotated[date | None, Query(alias="from", description="First day, UTC; without it, 30 days up to `to`.")]
To = Annotated[date | None, Query(alias="to", description="Last day, UTC, inclusive; without it, today.")]
Named = Annotated[str | None, Query(min_length=1, max_length=128, pattern=r"^[^\x00]+$")]


async def _days(
    since: From = None,
    until: To = None,
    agent_id: Named = None,
    model: Named = None,
    provider: Named = None,
    conversation_id: Named = None,
    customer_id: Named = None,
) -> Range:
    last = until or utc_now().date()
    given = {
        "agent_id": agent_id,
        "model": model,
        "provider": provider,
        "conversation_id": conversation_id,
        "customer_id": customer_id,
    }
    equal = {name: value for name, value in given.items() if value is not None}
    return Range(since or last - timedelta(days=USUAL_DAYS - 1), last, equal)


Days = Annotated[Range, Depends(_days)]


async def _calls(days: Days, tool: Named = None) -> Range:
    return days if tool is None else Range(days.first, days.last, days.equal | {"tool": tool})


Calls = Annotated[Range, Depends(_calls)]


@router.get("/usage", response_model=schemas.UsageReport)
async def usage(room: TheRoom, days: Days) -> Any:
    """All calls of a range of days, summed up."""
    return await room.reports.total(days)


@router.get("/agent-breakdown")
async def agent_breakdown(room: TheRoom, days: Days) -> schemas.AgentBreakdown:
    """The same for each agent."""
    names = {state.id: localized(state.draft.name) for state in await room.desk.all()}
    found = await room.reports.grouped("agent", days)
    return schemas.AgentBreakdown(
        items=[
            schemas.AgentUsage(agent_id=agent_id, name=names.get(agent_id, agent_id), **used)
            for agent_id, used in found.items()
        ]
    )


@router.get("/usage/history")
async def usage_history(
    room: TheRoom,
    days: Days,
    group_by: GroupBy | Literal["tool"] = "day",
    limit: Annotated[PageLimit, Query(description="Of conversations; of what else, all come at once.")] = 100,
    cursor: str | None = None,
) -> schemas.UsageHistory:
    """By day, agent, model, provider, tool or conversation."""
    next_cursor = None
    after = decode_cursor(cursor, (str,))[0] if cursor is not None else None
    if group_by == "conversation":
        found = await room.reports.by_conversation(days, limit + 1, after)
        if len(found) > limit:
            found.popitem()
            next_cursor = encode_cursor(next(reversed(found)))
    else:
        found = await room.reports.grouped(group_by, days)
    items = [schemas.UsageOf(key=key, **used) for key, used in found.items()]
    return schemas.UsageHistory(group_by=group_by, items=items, next_cursor=next_cursor)


@router.get("/calls", responses={200: {"model": Page[schemas.LedgerEntry]}})
async def list_calls(
    room: TheRoom,
    days: Calls,
    kind: Kind | None = None,
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: str | None = None,
) -> Response:
    """The ledger: every call of a model or a tool that all other figures are sums of, newest first."""
    return json_response(await room.ledger.page(days, kind, limit, cursor))


@router.get("/calls/export.{form}", response_class=StreamingResponse)
async def export_calls(
    room: TheRoom,
    days: Calls,
    caller: Annotated[Caller, permitted("reports:read")],
    form: Format,
    kind: Kind | None = None,
) -> StreamingResponse:
    """The same as CSV, whose cells are no formulas, or as a line of JSON each."""
    days.moments()  # refused before the answer begins
    headers = {"Content-Disposition": f'attachment; filename="ai-usage.{form}"', "Cache-Control": "no-store"}
    pieces = room.ledger.export(caller.tenant_id, days, kind, form)
    return StreamingResponse(pieces, media_type=MEDIA_TYPES[form], headers=headers)
