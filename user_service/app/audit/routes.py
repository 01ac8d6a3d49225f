"""GET /api/v1/audit-events, for staff who may read it."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.dependencies import permitted
from user_service.app.audit.schemas import AuditEvent
from user_service.app.audit.service import AuditFilter
from user_service.app.dependencies import Audit
from user_service.app.shapes import Word

router = APIRouter(prefix="/api/v1/audit-events", tags=["audit"], dependencies=[permitted("audit:read")])


async def _wanted(
    action: Word | None = None,
    actor_id: Word | None = None,
    subject_id: Annotated[Word | None, Query(description="The person, order or thing it was done to.")] = None,
    service: Word | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> AuditFilter:
    given = {"action": action, "actor_id": actor_id, "subject_id": subject_id, "service": service}
    equal = {name: value for name, value in given.items() if value is not None}
    return AuditFilter(equal, _aware(since), _aware(until))


def _aware(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment


Wanted = Annotated[AuditFilter, Depends(_wanted)]


@router.get("", summary="Who did what in all services, newest first")
async def list_audit_events(
    audit: Audit, wanted: Wanted, limit: PageLimit = DEFAULT_LIMIT, cursor: str | None = None
) -> Page[AuditEvent]:
    return await audit.page(limit, cursor, wanted)


@router.get("/export.csv", summary="The same as CSV", response_class=StreamingResponse)
async def export_audit_events(audit: Audit, wanted: Wanted) -> StreamingResponse:
    headers = {"Content-Disposition": 'attachment; filename="audit-events.csv"', "Cache-Control": "no-store"}
    return StreamingResponse(audit.export(wanted), media_type="text/csv; charset=utf-8", headers=headers)
