"""Who is on the staff at this moment: the published version of every agent of a shop."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic

from ai_service.app.agents import repository
from ai_service.app.agents.content import AgentContent
from ai_service.app.agents.delivered import AS_DELIVERED, Agent
from ai_service.app.agents.errors import AgentNotFound, VersionNotFound
from ai_service.app.agents.limits import TurnLimits
from common.database import Database, current_tenant

KEPT_SECONDS = 0.5  # how long what another process has published may stay unknown
MOST_KEPT = 1024
Key = tuple[str, str, int]  # tenant, agent, version


@dataclass(slots=True)
class AgentDirectory:
    """Which versions are published is looked up twice a second at most; a version itself never changes."""

    database: Database
    delivered: Mapping[str, Agent]
    limits: TurnLimits
    _published: dict[str, tuple[float, Mapping[str, Agent]]] = field(default_factory=dict)
    _versions: dict[Key, Agent] = field(default_factory=dict)

    async def now(self) -> Mapping[str, Agent]:
        """What is published in the tenant of this context, by id; those that come with the shop first."""
        tenant, moment = current_tenant(), monotonic()
        if (kept := self._published.get(tenant)) is not None and kept[0] > moment:
            return kept[1]
        published = await self._load()
        self._published[tenant] = (moment + KEPT_SECONDS, published)
        return published

    def forget(self, tenant_id: str) -> None:
        self._published.pop(tenant_id, None)

    async def find(self, agent_id: str, *, staff: bool = False) -> Agent:
        """The published version; AgentNotFound also for shoppers who ask for one of the staff's."""
        agent = (await self.now()).get(agent_id)
        if agent is None or not agent.offered_to(staff=staff):
            raise AgentNotFound(f"There is no agent {agent_id[:64]!r}; GET /api/v1/agents lists them.")
        return agent

    async def at(self, agent_id: str, version: int) -> Agent:
        """This very version, published now or not."""
        if version == AS_DELIVERED and agent_id in self.delivered:
            return self.delivered[agent_id]
        kept = self._versions.get((current_tenant(), agent_id, version))
        return kept or (await self._read([(agent_id, version)])).get((agent_id, version)) or _no_version(version)

    async def _load(self) -> Mapping[str, Agent]:
        async with self.database.reading() as session:
            rows = await repository.states(session)
        changed = {row.id: row.published for row in rows if row.archived_at is None}
        gone = {row.id for row in rows} - {agent_id for agent_id, number in changed.items() if number is not None}
        numbers = {agent_id: AS_DELIVERED for agent_id in self.delivered if agent_id not in gone}
        numbers |= {agent_id: number for agent_id, number in sorted(changed.items()) if number is not None}
        tenant = current_tenant()
        missing = [
            (agent_id, number)
            for agent_id, number in numbers.items()
            if number != AS_DELIVERED and (tenant, agent_id, number) not in self._versions
        ]
        read = await self._read(missing) if missing else {}
        kept = self._versions
        return {
            agent_id: self.delivered[agent_id]
            if number == AS_DELIVERED
            else read.get((agent_id, number)) or kept[tenant, agent_id, number]
            for agent_id, number in numbers.items()
        }

    async def _read(self, wanted: list[tuple[str, int]]) -> Mapping[tuple[str, int], Agent]:
        async with self.database.reading() as session:
            rows = await repository.contents(session, wanted)
        tenant, read = current_tenant(), {}
        for row in rows:
            agent = Agent.of(row.agent_id, row.number, AgentContent.model_validate_json(row.content))
            read[row.agent_id, row.number] = self._versions[tenant, row.agent_id, row.number] = agent
        while len(self._versions) > MOST_KEPT:
            del self._versions[next(iter(self._versions))]
        return read


def _no_version(version: int) -> Agent:
    raise VersionNotFound(f"There is no version {version} of this agent.")
