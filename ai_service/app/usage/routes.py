"""What the staff's models used and cost, for those who may see reports."""

from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query

from ai_service.app.dependencies import TheRoom
from ai_service.app.usage import schemas
from ai_service.app.usage.repository import GroupBy
from common.clock import utc_now
from common.languages import localized
from common.security.dependencies import permitted

router = APIRouter(prefix="/api/v1/billing", tags=["billing"], dependencies=[permitted("reports:read")])
USUAL_DAYS = 30

From = Annotated[date | None, Query(alias="from", description="First day, UTC; without it, 30 days up to `to`.")]
To = Annotated[date | None, Query(alias="to", description="Last day, UTC, inclusive; without it, today.")]


def _days(first: date | None, last: date | None) -> tuple[date, date]:
    last = last or utc_now().date()
    return first or last - timedelta(days=USUAL_DAYS - 1), last


@router.get("/usage", response_model=schemas.UsageReport)
async def usage(room: TheRoom, since: From = None, until: To = None) -> Any:
    """All model calls of a range of days, summed up."""
    return await room.reports.total(*_days(since, until))


@router.get("/agent-breakdown")
async def agent_breakdown(room: TheRoom, since: From = None, until: To = None) -> schemas.AgentBreakdown:
    """The same for each agent."""
    names = {state.id: localized(state.draft.name) for state in await room.desk.all()}
    found = await room.reports.grouped("agent", *_days(since, until))
    return schemas.AgentBreakdown(
        items=[
            schemas.AgentUsage(agent_id=agent_id, name=names.get(agent_id, agent_id), **used)
            for agent_id, used in found.items()
        ]
    )


@router.get("/usage/history")
async def usage_history(
    room: TheRoom, group_by: GroupBy = "day", since: From = None, until: To = None
) -> schemas.UsageHistory:
    """By day, agent or model."""
    found = await room.reports.grouped(group_by, *_days(since, until))
    return schemas.UsageHistory(
        group_by=group_by, items=[schemas.UsageOf(key=key, **used) for key, used in found.items()]
    )
