"""The kill switches over HTTP, for the staff."""

from typing import Annotated, Any

from fastapi import APIRouter

from ai_service.app.dependencies import TheRoom
from ai_service.app.switches import schemas
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem

router = APIRouter(prefix="/api/v1/kill-switches", tags=["tools"])
_unknown: dict[int | str, dict[str, Any]] = {404: {"model": Problem, "description": "switch_not_found"}}


@router.get("", dependencies=[permitted("tools:read")])
async def list_kill_switches(room: TheRoom) -> schemas.KillSwitches:
    """What is stopped now, and what once was."""
    return await room.switches.state()


@router.put("", responses=_unknown)
async def turn_kill_switch(
    wanted: schemas.SwitchTurn, caller: Annotated[Caller, permitted("tools:write")], room: TheRoom
) -> schemas.KillSwitches:
    """Stops every new write at once, or allows them again. A write that is under way is not interrupted."""
    await room.switches.turn(wanted, caller.subject_id)
    return await room.switches.state()
