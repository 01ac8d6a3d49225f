"""Agents over HTTP: who is on the staff, for everybody; building and publishing them, for those who may."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Path, Query, Response

from ai_service.app.agents import schemas
from ai_service.app.agents.delivered import DEFAULT_AGENT, Agent
from ai_service.app.agents.service import DRAFT, AgentState
from ai_service.app.agents.templates import BUILT_IN
from ai_service.app.dependencies import Desk, Staff, StaffRoom
from ai_service.app.tools.registry import Tool, registry
from common.languages import current_language, localized
from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import NotSignedIn, OptionalCaller, permitted
from common.service import Problem

router = APIRouter(prefix="/api/v1/agents", tags=["agents"])
Reader = Annotated[Caller, permitted("agents:read")]
Writer = Annotated[Caller, permitted("agents:write")]
Which = Annotated[str, Query(max_length=16, description="The number of a version, or `draft`.")]
Named = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[!-~]+$")]
VersionNumber = Annotated[int, Path(ge=0, le=2**31 - 1)]
YAML = "application/yaml"
LARGEST_FILE = 500_000
_FILE: dict[int | str, dict[str, Any]] = {200: {"content": {YAML: {"schema": {"type": "string"}}}}}
_refused: dict[int | str, dict[str, Any]] = {
    409: {"model": Problem, "description": "agent_changed, agent_exists, agent_archived, agent_needed"},
    422: {"model": Problem, "description": "invalid_input, unknown_tool, agent_file_invalid"},
}


@router.get("", response_model=Page[schemas.StaffAgent | schemas.Agent])
async def list_agents(
    staff: Staff, desk: Desk, caller: OptionalCaller, scope: Literal["offered", "all"] = "offered"
) -> Page[Any]:
    """The agents that a chat may be opened with. `scope=all`, for staff: every one, with drafts and archived ones."""
    if scope == "all":
        if caller is None:
            raise NotSignedIn
        caller.require("agents:read")
        return Page(items=[_for_staff(state, staff) for state in await desk.all()])
    agents = (await staff.directory.now()).values()
    of_staff = caller is not None and caller.is_staff
    return Page(items=[_shown(agent, staff) for agent in agents if agent.offered_to(staff=of_staff)])


@router.post("", status_code=201, responses=_refused)
async def create_agent(body: schemas.AgentCreate, caller: Writer, staff: Staff, desk: Desk) -> schemas.AgentDetail:
    """An agent with a draft. It is offered to nobody before it is published."""
    content = schemas.AgentContent.model_validate(body.model_dump(exclude={"id"}))
    return _detail(await desk.create(caller, body.id, content), staff)


@router.get("/choices")
async def agent_choices(caller: Reader, staff: Staff) -> schemas.EditorChoices:
    """What there is to choose from when an agent is built."""
    limits = staff.directory.limits
    return schemas.EditorChoices(
        tools=[
            schemas.ToolChoice(
                **_tool(tool, staff).model_dump(), description=tool.spec.description, permission=tool.permission
            )
            for tool in registry.tools.values()
        ],
        variables=list(BUILT_IN),
        limits=schemas.ShopLimits(
            steps=limits.steps,
            tool_calls=limits.tool_calls,
            tokens=limits.tokens,
            seconds=limits.seconds,
            cost=limits.cost,
        ),
    )


@router.post("/import", responses={**_refused, 201: {"model": schemas.Imported}})
async def import_agent(
    file: Annotated[bytes, Body(media_type=YAML, max_length=LARGEST_FILE)],
    response: Response,
    caller: Writer,
    staff: Staff,
    desk: Desk,
) -> schemas.Imported:
    """The YAML file of an agent: 201 for a new one; where there is one of this id, its draft is changed, and the same
    file again changes nothing. An error names the line."""
    state, outcome = await desk.bring_in(caller, file)
    response.status_code = 201 if outcome == "created" else 200
    return schemas.Imported(**_detail(state, staff).model_dump(), outcome=outcome)


@router.get("/{agent_id}", response_model=schemas.AgentDetail | schemas.Agent)
async def get_agent(agent_id: Named, staff: Staff, desk: Desk, caller: OptionalCaller) -> Any:
    """An agent that is offered to the caller; those who may read agents get any one, with its draft."""
    if caller is not None and caller.may("agents:read"):
        return _detail(await desk.find(agent_id), staff)
    return _shown(await staff.directory.find(agent_id, staff=caller is not None and caller.is_staff), staff)


@router.patch("/{agent_id}", responses=_refused)
async def change_agent(
    agent_id: Named, body: schemas.AgentUpdate, caller: Writer, staff: Staff, desk: Desk
) -> schemas.AgentDetail:
    """Changes the draft. What shoppers meet stays as it is until it is published."""
    return _detail(await desk.change(caller, agent_id, body), staff)


@router.post("/{agent_id}/publish", responses=_refused)
async def publish_agent(
    agent_id: Named, body: schemas.Publication, caller: Writer, staff: Staff, desk: Desk
) -> schemas.AgentDetail:
    """The draft becomes a version and answers from the next turn on; with a `number`, that earlier version does again.
    Of two at the same moment one gets 409 `agent_changed`. Turns that run end as they began."""
    return _detail(await desk.publish(caller, agent_id, body), staff)


@router.post("/{agent_id}/archive", responses=_refused)
async def archive_agent(agent_id: Named, caller: Writer, staff: Staff, desk: Desk) -> schemas.AgentDetail:
    """Offered to nobody any more; conversations with it go on with the agent that shoppers begin with."""
    return _detail(await desk.archive(caller, agent_id), staff)


@router.post("/{agent_id}/restore")
async def restore_agent(agent_id: Named, caller: Writer, staff: Staff, desk: Desk) -> schemas.AgentDetail:
    return _detail(await desk.restore(caller, agent_id), staff)


@router.post("/{agent_id}/duplicate", status_code=201, responses=_refused)
async def duplicate_agent(
    agent_id: Named, body: schemas.Duplication, caller: Writer, staff: Staff, desk: Desk
) -> schemas.AgentDetail:
    """Another agent whose draft is this one's."""
    return _detail(await desk.duplicate(caller, agent_id, body.id), staff)


@router.get("/{agent_id}/versions")
async def list_agent_versions(
    agent_id: Named,
    caller: Reader,
    desk: Desk,
    limit: Annotated[PageLimit, Query()] = DEFAULT_LIMIT,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> Page[schemas.Version]:
    """Newest first; the one as delivered is number 0."""
    items, next_cursor = await desk.versions(agent_id, limit, cursor)
    return Page(items=[schemas.Version(**item) for item in items], next_cursor=next_cursor)


@router.get("/{agent_id}/versions/{number}")
async def get_agent_version(
    agent_id: Named, number: VersionNumber, caller: Reader, desk: Desk
) -> schemas.VersionDetail:
    return schemas.VersionDetail(**await desk.version(agent_id, number))


@router.get("/{agent_id}/comparison")
async def compare_agent_versions(
    agent_id: Named, caller: Reader, desk: Desk, before: Which, after: Which = DRAFT
) -> schemas.Comparison:
    """Field by field what is different; texts of several lines line by line."""
    return schemas.Comparison(**await desk.compare(agent_id, before, after))


@router.get(
    "/{agent_id}/export", response_class=Response, responses={200: {"content": {YAML: {"schema": {"type": "string"}}}}}
)
async def export_agent(agent_id: Named, caller: Reader, desk: Desk, version: Which = DRAFT) -> Response:
    """A YAML file that `POST /api/v1/agents/import` takes."""
    headers = {"Content-Disposition": f'attachment; filename="{agent_id}.yaml"', "Cache-Control": "no-store"}
    return Response(await desk.exported(agent_id, version), media_type=f"{YAML}; charset=utf-8", headers=headers)


def _tool(tool: Tool, staff: StaffRoom) -> schemas.AgentTool:
    return schemas.AgentTool(
        name=tool.name,
        label=staff.texts.of(current_language()).label(tool.name),
        changes=tool.changes,
        needs_confirmation=tool.approval != "none",
    )


def _public(agent_id: Named, content: schemas.AgentContent, staff: StaffRoom) -> dict[str, Any]:
    tools = (registry.tools.get(name) for name in content.tools)
    return {
        "id": agent_id,
        "name": localized(content.name),
        "description": localized(content.description),
        "default": agent_id == DEFAULT_AGENT,
        "tools": [_tool(tool, staff) for tool in tools if tool is not None],
    }


def _shown(agent: Agent, staff: StaffRoom) -> schemas.Agent:
    return schemas.Agent(**_public(agent.id, agent.content, staff))


def _for_staff(state: AgentState, staff: StaffRoom) -> schemas.StaffAgent:
    return schemas.StaffAgent(**_told(state, staff))


def _detail(state: AgentState, staff: StaffRoom) -> schemas.AgentDetail:
    return schemas.AgentDetail(**_told(state, staff), draft=state.draft)


def _told(state: AgentState, staff: StaffRoom) -> dict[str, Any]:
    """Shown as it is published, else as it is drafted."""
    content = state.published.content if state.published is not None else state.draft
    return {
        **_public(state.id, content, staff),
        "audience": content.audience,
        "delivered": state.id in staff.directory.delivered,
        "version": state.published.version if state.published is not None else None,
        "latest": state.row.latest if state.row is not None else 0,
        "revision": state.revision,
        "draft_differs": state.draft != content or state.published is None,
        "archived": state.archived,
        "updated_at": state.row.updated_at if state.row is not None else None,
    }
