"""The tools over HTTP, for the staff: what they are, how they do, by which rules, and trying them out."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from ai_service.app.dependencies import Room, TheRoom
from ai_service.app.tools import schemas
from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.registry import Tool
from ai_service.app.tools.rules import Rules, ToolRule
from common.languages import current_language
from common.pagination import Page
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem

router = APIRouter(prefix="/api/v1/tools", tags=["tools"])
Writer = Annotated[Caller, permitted("tools:write")]
Hours = Annotated[int, Query(ge=1, le=24 * 90, description="How far back calls are counted.")]
_unknown = {"model": Problem, "description": "tool_not_found"}
_refused: dict[int | str, dict[str, Any]] = {
    404: _unknown,
    422: {"model": Problem, "description": "rule_weaker, rule_impossible, invalid_input"},
}
_not_tried: dict[int | str, dict[str, Any]] = {
    404: _unknown,
    409: {"model": Problem, "description": "tool_acts_at_once"},
}


@router.get("", dependencies=[permitted("tools:read")])
async def list_tools(room: TheRoom, hours: Hours = 24) -> Page[schemas.Tool]:
    """All of them, with what counts for each in this shop and how they did."""
    return Page(items=await _shown(room, list(room.tools.registry.tools.values()), hours))


@router.get("/{tool_id}", dependencies=[permitted("tools:read")], responses={404: _unknown})
async def get_tool(tool_id: str, room: TheRoom, hours: Hours = 24) -> schemas.Tool:
    [shown] = await _shown(room, [room.tools.find(tool_id)], hours)
    return shown


@router.patch("/{tool_id}", responses=_refused)
async def change_tool(tool_id: str, wanted: schemas.ToolChange, caller: Writer, room: TheRoom) -> schemas.Tool:
    """Makes its rule stricter than the tool's own, or as it is; counts at once for whatever changes something."""
    await room.tools.change(tool_id, wanted, caller.subject_id)
    return await get_tool(tool_id, room)


@router.post("/{tool_id}/test", responses=_not_tried)
async def test_tool(tool_id: str, trial: schemas.ToolTrial, caller: Writer, room: TheRoom) -> schemas.ToolTrialResult:
    """A real call under the caller's own rights, recorded like any other. A tool that writes only proposes."""
    context = ToolContext(room.chat.shop, caller, current_language())
    title = room.staff.texts.of(context.language).title
    return await room.tools.try_out(tool_id, context, trial.arguments, title)


async def _shown(room: Room, tools: list[Tool], hours: int) -> list[schemas.Tool]:
    desk, texts = room.tools, room.staff.texts.of(current_language())
    rules, (since, figures) = await desk.rules(), await desk.figures(hours)
    switches = await room.switches.state()
    stopped = {each.name for each in switches.items if each.on and each.kind == "tool"}
    return [
        schemas.Tool(
            id=tool.name,
            label=texts.label(tool.name),
            description=tool.spec.description,
            changes=tool.changes,
            money=tool.money,
            untrusted=tool.untrusted,
            parameters=tool.spec.parameters,
            rule=desk.shown(rules.of(tool)),
            built_in=desk.shown(ToolRule(approval=tool.approval)),
            changed=desk.shown(rules.of(tool)) != desk.shown(Rules({}).of(tool)),
            stopped=tool.changes and (switches.writes_stopped or tool.name in stopped),
            figures=figures.get(tool.name) or schemas.ToolFigures(since=since),
        )
        for tool in tools
    ]
