"""What the staff does with agents: build, change, publish, roll back, put away, copy, export and bring in."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.agents import errors, repository
from ai_service.app.agents.comparison import differences
from ai_service.app.agents.content import AgentContent
from ai_service.app.agents.delivered import AS_DELIVERED, DEFAULT_AGENT, Agent
from ai_service.app.agents.directory import AgentDirectory
from ai_service.app.agents.documents import AgentFile, written
from ai_service.app.agents.repository import AnyRow
from ai_service.app.agents.schemas import AgentUpdate, Publication
from ai_service.app.audit import service as audit
from ai_service.app.tools.registry import ToolRegistry
from common.clock import utc_now
from common.database import Database, after_commit, current_tenant, retrying
from common.errors import InvalidInput, wrong_at
from common.languages import Texts
from common.pagination import decode_cursor, encode_cursor
from common.security.caller import Caller
from common.service.wrong_input import said_of

MOST_AGENTS = 200
LARGEST = 2**31 - 1  # number of a version
TAKEN = frozenset({"choices", "import"})  # by paths beside the agents' own
DRAFT = "draft"
COPY: Texts = {"en": "{} (copy)", "zh": "{}（副本）"}


@dataclass(frozen=True, slots=True)
class AgentState:
    """An agent as the staff sees it. `row` is None for one as delivered that nobody has touched."""

    id: str
    row: AnyRow | None
    draft: AgentContent
    published: Agent | None

    @property
    def revision(self) -> int:
        return self.row.revision if self.row is not None else 1

    @property
    def archived(self) -> bool:
        return self.row is not None and self.row.archived_at is not None


class AgentDesk:
    def __init__(self, database: Database, directory: AgentDirectory, registry: ToolRegistry) -> None:
        self._database = database
        self._directory = directory
        self._registry = registry

    @property
    def delivered(self) -> Mapping[str, Agent]:
        return self._directory.delivered

    async def all(self) -> list[AgentState]:
        """Every agent of the shop, archived and unpublished ones too; those that come with the shop first."""
        async with self._database.reading() as session:
            rows = {row.id: row for row in await repository.all_agents(session)}
        own = [agent_id for agent_id in rows if agent_id not in self.delivered]
        return [await self._state(agent_id, rows.get(agent_id)) for agent_id in (*self.delivered, *own)]

    async def find(self, agent_id: str) -> AgentState:
        async with self._database.reading() as session:
            return await self._state(agent_id, await repository.find(session, agent_id))

    async def _seen(self, agent_id: str, revision: int) -> AgentState:
        """AgentChanged when somebody has seen a newer one."""
        state = await self.find(agent_id)
        if state.revision != revision:
            raise errors.AgentChanged(revision=state.revision)
        return state

    async def _state(self, agent_id: str, row: AnyRow | None) -> AgentState:
        delivered = self.delivered.get(agent_id)
        if row is None:
            if delivered is None:
                raise errors.AgentNotFound(f"There is no agent {agent_id[:64]!r}.")
            return AgentState(agent_id, None, delivered.content, delivered)
        published = await self._directory.at(agent_id, row.published) if row.published is not None else None
        if row.draft is not None:
            return AgentState(agent_id, row, AgentContent.model_validate_json(row.draft), published)
        as_delivered = await self._directory.at(agent_id, AS_DELIVERED)
        return AgentState(agent_id, row, as_delivered.content, published)

    async def create(self, caller: Caller, agent_id: str, content: AgentContent) -> AgentState:
        """An agent with a draft, offered to nobody before it is published."""
        self._check(content)
        if agent_id in TAKEN or agent_id in self.delivered:
            raise errors.AgentExists
        try:
            async with self._database.unit_of_work() as session:
                if await repository.count(session) >= MOST_AGENTS:
                    raise errors.TooManyAgents(most=MOST_AGENTS)
                await repository.add(session, agent_id, draft=content.model_dump_json())
                await self._tell(session, caller, "agent.created", agent_id)
        except IntegrityError as error:
            raise errors.AgentExists from error
        return await self.find(agent_id)

    async def change(self, caller: Caller, agent_id: str, update: AgentUpdate) -> AgentState:
        """Changes the draft; AgentChanged when somebody else was first."""
        changes = update.model_dump(exclude_unset=True, exclude={"revision"})
        state = await self._seen(agent_id, update.revision)
        content = _merged(state.draft, changes)
        self._check(content)
        fields = sorted(changes)
        return await self._set(caller, state, "agent.changed", {"fields": fields}, content=content)

    async def publish(self, caller: Caller, agent_id: str, wanted: Publication) -> AgentState:
        """The draft as a new version, or an earlier version again: from the next turn on it answers, everywhere."""
        state = await self._seen(agent_id, wanted.revision)
        if state.archived:
            raise errors.AgentArchived
        if wanted.number is None:
            return await self._publish_draft(caller, state, wanted)
        again = await self._directory.at(agent_id, wanted.number)
        if state.published is not None and state.published.version == again.version:
            raise errors.NothingToPublish
        self._check(again.content, agent_id)
        detail = {"number": wanted.number, "note": wanted.note}
        return await self._set(caller, state, "agent.rolled_back", detail, published=again.version)

    async def _publish_draft(self, caller: Caller, state: AgentState, wanted: Publication) -> AgentState:
        if state.published is not None and state.published.content == state.draft:
            raise errors.NothingToPublish
        self._check(state.draft, state.id)
        number = (state.row.latest if state.row is not None else 0) + 1
        detail = {"number": number, "note": wanted.note}
        return await self._set(
            caller,
            state,
            "agent.published",
            detail,
            version=state.draft,
            published=number,
            latest=number,
        )

    async def archive(self, caller: Caller, agent_id: str) -> AgentState:
        """Offered to nobody any more; conversations with it go on with the shop's first agent."""
        state = await self.find(agent_id)
        if agent_id == DEFAULT_AGENT:
            raise errors.AgentNeeded
        if state.archived:
            return state
        return await self._set(caller, state, "agent.archived", {}, archived_at=utc_now())

    async def restore(self, caller: Caller, agent_id: str) -> AgentState:
        state = await self.find(agent_id)
        if not state.archived:
            return state
        return await self._set(caller, state, "agent.restored", {}, archived_at=None)

    async def duplicate(self, caller: Caller, agent_id: str, copy_id: str) -> AgentState:
        """Another agent whose draft is this one's."""
        state = await self.find(agent_id)
        names = {language: COPY[language].format(name) for language, name in state.draft.name.items()}
        return await self.create(caller, copy_id, state.draft.model_copy(update={"name": names}))

    async def versions(self, agent_id: str, limit: int, cursor: str | None) -> tuple[list[dict[str, Any]], str | None]:
        """Newest first, the one as delivered last."""
        state = await self.find(agent_id)
        before = min(decode_cursor(cursor, (int,))[0], LARGEST) if cursor is not None else None
        async with self._database.reading() as session:
            rows = await repository.versions(session, agent_id, limit + 1, before)
        items = [_version(row, state) for row in rows[:limit]]
        if len(rows) > limit:
            return items, encode_cursor(items[-1]["number"])
        if agent_id not in self.delivered:
            return items, None
        if len(items) == limit:
            return items, encode_cursor(items[-1]["number"])
        return [*items, _version(None, state)], None

    async def version(self, agent_id: str, number: int) -> dict[str, Any]:
        state = await self.find(agent_id)
        content = (await self._directory.at(agent_id, number)).content
        async with self._database.reading() as session:
            row = await repository.version(session, agent_id, number)
        return {**_version(row, state), "content": content}

    async def content(self, agent_id: str, which: str) -> Agent:
        """`draft`, or the number of a version."""
        if which == DRAFT:
            return Agent.of(agent_id, None, (await self.find(agent_id)).draft)
        if not which.isascii() or not which.isdigit() or len(which) > 9:
            raise errors.VersionNotFound(f"Name a version by its number, or {DRAFT}.")
        await self.find(agent_id)
        return await self._directory.at(agent_id, int(which))

    async def compare(self, agent_id: str, before: str, after: str) -> dict[str, Any]:
        old, new = await self.content(agent_id, before), await self.content(agent_id, after)
        return {"before": before, "after": after, "differences": differences(old.content, new.content)}

    async def exported(self, agent_id: str, which: str) -> str:
        return written(agent_id, (await self.content(agent_id, which)).content)

    async def bring_in(self, caller: Caller, file: bytes) -> tuple[AgentState, str]:
        """The agent of a file: created, its draft changed, or `unchanged` where the draft says the same already."""
        given = await asyncio.to_thread(AgentFile, file)
        for position, name in enumerate(given.content.tools):
            if name not in self._registry.tools:
                raise given.wrong(("tools", position), f"there is no tool {name}")
        async with self._database.reading() as session:
            known = await repository.find(session, given.agent_id) is not None
        if not known and given.agent_id not in self.delivered:
            return await self.create(caller, given.agent_id, given.content), "created"
        state = await self.find(given.agent_id)
        if state.draft == given.content:
            return state, "unchanged"
        detail = {"fields": ["file"]}
        return await self._set(caller, state, "agent.changed", detail, content=given.content), "changed"

    def _check(self, content: AgentContent, agent_id: str | None = None) -> None:
        for position, name in enumerate(content.tools):
            if name not in self._registry.tools:
                said = f"there is no tool {name}"
                raise errors.UnknownTool(said, errors=wrong_at(f"tools.{position}", said))
        if agent_id == DEFAULT_AGENT and content.audience != "shoppers":
            raise errors.AgentNeeded

    @retrying
    async def _set(
        self,
        caller: Caller,
        state: AgentState,
        action: str,
        detail: dict[str, Any],
        *,
        content: AgentContent | None = None,
        version: AgentContent | None = None,
        **values: Any,
    ) -> AgentState:
        """One transaction: all of it, for the one who saw the newest revision. `content` becomes the draft, `version`
        a version."""
        if content is not None:
            values["draft"] = content.model_dump_json()
        async with self._database.unit_of_work() as session:
            await self._take(session, state, values)
            if version is not None:
                row = {"author_id": caller.subject_id, "note": detail["note"], "content": version.model_dump_json()}
                await repository.add_version(session, agent_id=state.id, number=values["published"], **row)
            await self._tell(session, caller, action, state.id, **detail)
        return await self.find(state.id)

    async def _take(self, session: AsyncSession, state: AgentState, values: dict[str, Any]) -> None:
        """What was read before is what is there, where its revision is still the newest."""
        if state.row is None:
            try:
                await repository.add(session, state.id, published=AS_DELIVERED)
            except IntegrityError as error:
                raise errors.AgentChanged from error
        if not await repository.change(session, state.id, state.revision, **values):
            raise errors.AgentChanged

    async def _tell(self, session: AsyncSession, caller: Caller, action: str, agent_id: str, **detail: Any) -> None:
        """The audit row, and this process's own memory."""
        await audit.record(session, action, actor_id=caller.subject_id, subject_id=agent_id, **detail)
        tenant = current_tenant()
        after_commit(session, lambda: self._directory.forget(tenant))


def _merged(draft: AgentContent, changes: dict[str, Any]) -> AgentContent:
    try:
        return AgentContent.model_validate(draft.model_dump() | changes)
    except ValidationError as error:
        found = [
            {"at": ".".join(["body", *map(str, each["loc"])]), "message": said_of(dict(each)), "type": each["type"]}
            for each in error.errors(include_url=False)
        ]
        raise InvalidInput(found[0]["message"], errors=found) from error


def _version(row: AnyRow | None, state: AgentState) -> dict[str, Any]:
    number = row.number if row is not None else AS_DELIVERED
    return {
        "number": number,
        "author_id": row.author_id if row is not None else None,
        "note": row.note if row is not None else "",
        "published": state.published is not None and state.published.version == number,
        "created_at": row.created_at if row is not None else None,
    }
