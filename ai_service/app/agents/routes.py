"""GET /api/v1/agents: who is on the staff."""

from fastapi import APIRouter

from ai_service.app.agents import schemas
from ai_service.app.agents.registry import DEFAULT_AGENT, Agent
from ai_service.app.dependencies import Staff
from ai_service.app.tools.registry import registry
from common.languages import current_language
from common.pagination import Page

router = APIRouter(prefix="/api/v1/agents", tags=["agents"])


@router.get("")
async def list_agents(staff: Staff) -> Page[schemas.Agent]:
    """All agents that chats may be opened with."""
    return Page(items=[_shown(agent, staff) for agent in staff.directory.agents.values()])


@router.get("/{agent_id}")
async def get_agent(agent_id: str, staff: Staff) -> schemas.Agent:
    return _shown(staff.directory.find(agent_id), staff)


def _shown(agent: Agent, staff: Staff) -> schemas.Agent:
    texts = staff.texts.of(current_language())
    tools = [registry.tools[name] for name in agent.tools]
    return schemas.Agent(
        id=agent.id,
        name=texts.agents[agent.id]["name"],
        description=texts.agents[agent.id]["description"],
        default=agent.id == DEFAULT_AGENT,
        tools=[
            schemas.AgentTool(
                name=tool.name,
                label=texts.label(tool.name),
                changes=tool.changes,
                needs_confirmation=tool.approval != "none",
            )
            for tool in tools
        ],
    )
