"""GET /api/v1/audit-events, for staff who may read it."""

from fastapi import APIRouter

from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.dependencies import permitted
from user_service.app.audit.schemas import AuditEvent
from user_service.app.dependencies import Audit
from user_service.app.shapes import Word

router = APIRouter(prefix="/api/v1/audit-events", tags=["audit"], dependencies=[permitted("audit:read")])


@router.get("", summary="Who did what, newest first")
async def list_audit_events(
    audit: Audit,
    limit: PageLimit = DEFAULT_LIMIT,
    cursor: str | None = None,
    action: Word | None = None,
    subject_id: Word | None = None,
) -> Page[AuditEvent]:
    return await audit.page(limit, cursor, action=action, subject_id=subject_id)
