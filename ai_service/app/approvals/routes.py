"""The inbox of approvals over HTTP, for the staff."""

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query

from ai_service.app.approvals import schemas
from ai_service.app.dependencies import Room, TheRoom
from common.languages import current_language
from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem

router = APIRouter(prefix="/api/v1/approvals", tags=["approvals"])
Decider = Annotated[Caller, permitted("approvals:decide")]
_COLUMNS = (
    *("id", "tool", "confirmation_id", "conversation_id", "agent_id", "amount", "currency", "order_id", "order_total"),
    *("day_total", "arguments_hash", "created_at", "expires_at", "decided_by", "decided_at", "reason", "outcome_code"),
)
_unknown = {"model": Problem, "description": "approval_not_found"}
_refused: dict[int | str, dict[str, Any]] = {
    403: {"model": Problem, "description": "own_approval, missing_permission"},
    404: _unknown,
    409: {"model": Problem, "description": "approval_decided, approval_expired, approval_altered, writes_stopped"},
}


@router.get("")
async def list_approvals(
    caller: Decider,
    room: TheRoom,
    status: schemas.ApprovalStatus = "pending",
    limit: Annotated[PageLimit, Query()] = DEFAULT_LIMIT,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> Page[schemas.Approval]:
    """Newest first."""
    rows, next_cursor = await room.approvals.page(status, limit, cursor)
    return Page(items=[_shown(row, room) for row in rows], next_cursor=next_cursor)


@router.get("/count")
async def count_approvals(caller: Decider, room: TheRoom) -> schemas.ApprovalCount:
    """How many wait."""
    return schemas.ApprovalCount(pending=await room.approvals.pending())


@router.get("/{approval_id}", responses={404: _unknown})
async def get_approval(approval_id: str, caller: Decider, room: TheRoom) -> schemas.Approval:
    return _shown(await room.approvals.find(approval_id), room)


@router.post("/{approval_id}/approve", responses=_refused)
async def approve(approval_id: str, given: schemas.ApprovalGiven, caller: Decider, room: TheRoom) -> schemas.Approval:
    """Has it done now, once, in the shopper's name; `outcome` says what came of it, and the shopper is told."""
    await room.staff_decisions.approve(caller, approval_id, given.arguments_hash)
    return await get_approval(approval_id, caller, room)


@router.post("/{approval_id}/reject", responses=_refused)
async def reject(
    approval_id: str, refused: schemas.ApprovalRefused, caller: Decider, room: TheRoom
) -> schemas.Approval:
    """Nothing is done, and the shopper is told why."""
    await room.staff_decisions.reject(caller, approval_id, refused.reason)
    return await get_approval(approval_id, caller, room)


def _shown(row: Any, room: Room) -> schemas.Approval:
    late = row.status == "pending" and row.expires_at <= room.conversations.now()
    return schemas.Approval(
        **{name: getattr(row, name) for name in _COLUMNS},
        status="expired" if late else row.status,
        title=room.staff.texts.of(current_language()).title(row.tool),
        customer_id=row.subject_id,
        causes=row.causes.split(","),
        arguments=orjson.loads(row.arguments),
        details=orjson.loads(row.details),
        outcome=row.outcome or ("open" if row.status == "approved" else None),
    )
