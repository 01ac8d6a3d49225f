"""Budgets over HTTP, for the staff."""

from typing import Annotated, Any

from fastapi import APIRouter, Response

from ai_service.app.budgets.schemas import Budget, BudgetCreate, BudgetUpdate
from ai_service.app.dependencies import TheRoom
from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem, json_response

router = APIRouter(prefix="/api/v1/billing/budgets", tags=["billing"])
Reader = Annotated[Caller, permitted("reports:read")]
Writer = Annotated[Caller, permitted("budgets:write")]
_shape: dict[int | str, dict[str, Any]] = {200: {"model": Budget}}
_nonsense: dict[int | str, dict[str, Any]] = {
    422: {"model": Problem, "description": "invalid_budget, or malformed input"}
}


@router.get("", responses={200: {"model": Page[Budget]}})
async def list_budgets(
    caller: Reader, room: TheRoom, limit: PageLimit = DEFAULT_LIMIT, cursor: str | None = None
) -> Response:
    """Newest first, each with what was used in the period that runs."""
    return json_response(await room.budgets.page(limit, cursor))


@router.post("", status_code=201, responses={201: {"model": Budget}, **_nonsense})
async def create_budget(wanted: BudgetCreate, caller: Writer, room: TheRoom) -> Response:
    """Counts at once, with what was used since its period began."""
    return json_response(await room.budgets.create(wanted, actor_id=caller.subject_id), 201)


@router.get("/{budget_id}", responses=_shape)
async def read_budget(budget_id: str, caller: Reader, room: TheRoom) -> Response:
    return json_response(await room.budgets.view(budget_id))


@router.patch("/{budget_id}", responses=_shape | _nonsense)
async def change_budget(budget_id: str, changes: BudgetUpdate, caller: Writer, room: TheRoom) -> Response:
    """Counts from the next model call on."""
    return json_response(await room.budgets.change(budget_id, changes, actor_id=caller.subject_id))


@router.delete("/{budget_id}", status_code=204)
async def remove_budget(budget_id: str, caller: Writer, room: TheRoom) -> None:
    await room.budgets.remove(budget_id, actor_id=caller.subject_id)
