"""Proposals, and carrying them out once when their shopper, and nobody else, confirms them."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from time import perf_counter
from typing import Any

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.confirmations import repository
from ai_service.app.confirmations.errors import (
    ConfirmationAltered,
    ConfirmationBusy,
    ConfirmationDecided,
    ConfirmationExpired,
    ConfirmationNotFound,
)
from ai_service.app.confirmations.repository import AnyRow
from ai_service.app.conversations.service import ConversationService
from ai_service.app.tools.audit import CallOutcome, CallRecord, ToolAudit
from ai_service.app.tools.context import Shop, ToolContext
from ai_service.app.tools.registry import Proposal, ToolRegistry
from common.clock import Clock
from common.database import Database, current_tenant, retrying
from common.errors import ShopError, TooManyRequests, Unauthorized, error_from_problem, problem
from common.events import Event
from common.ids import new_id
from common.languages import use_language
from common.security.caller import Caller

BUYING = "order.place"
EXECUTION_LEASE = timedelta(seconds=60)
LONGEST_WAIT = 40.0
MOST_OPEN = 1_000


def canonical(value: Any) -> str:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def digest(tool: str, arguments: str) -> str:
    return hashlib.sha256(f"{tool}\n{arguments}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Decision:
    """`status` is confirmed, rejected or failed; `result` is what happened, or the problem document of a refusal."""

    confirmation_id: str
    tool: str
    status: str
    result: dict[str, Any]
    agent_id: str
    language: str
    error: ShopError | None = None


@dataclass(slots=True)
class ConfirmationService:
    database: Database
    registry: ToolRegistry
    audit: ToolAudit
    clock: Clock
    lifetime: timedelta
    conversations: ConversationService
    _under_way: dict[str, asyncio.Event] = field(default_factory=dict)

    @retrying
    async def propose(self, row: dict[str, Any], tool: str, proposal: Proposal, title: str) -> dict[str, Any]:
        """Keeps a proposal; the answer is what the shopper is shown (the `confirmation.required` event)."""
        now, arguments = self.clock.now(), canonical(proposal.arguments)
        confirmation = {
            **row,
            "tenant_id": current_tenant(),
            "id": new_id("cnf"),
            "tool": tool,
            "title": title[:200],
            "arguments": arguments,
            "arguments_hash": digest(tool, arguments),
            "details": canonical(proposal.details),
            "status": "pending",
            "spoken": False,
            "created_at": now,
            "expires_at": now + self.lifetime,
        }
        async with self.database.unit_of_work() as session:
            await repository.insert_proposal(session, confirmation)
        return {
            "confirmation_id": confirmation["id"],
            "tool": tool,
            "title": title,
            "details": proposal.details,
            "expires_at": confirmation["expires_at"].isoformat(),
        }

    async def decide(
        self, caller: Caller, shop: Shop, conversation_id: str, confirmation_id: str, *, confirm: bool
    ) -> Decision:
        """The outcome, the same for every repetition. While somebody else carries it out, waits for that."""
        ends = perf_counter() + LONGEST_WAIT
        while perf_counter() < ends:
            claimed = await self._claim(caller, conversation_id, confirmation_id, confirm)
            if isinstance(claimed, Decision):
                return claimed
            if claimed is not None:
                with use_language(claimed.language):
                    return await self._carry_out(ToolContext(shop, caller, claimed.language), claimed)
            await self._wait_for(confirmation_id)
        raise ConfirmationBusy

    async def _wait_for(self, confirmation_id: str) -> None:
        """Until it is done in this process, or for a moment when another one does it."""
        done = self._under_way.get(confirmation_id) or asyncio.Event()
        try:
            async with asyncio.timeout(1.0 if confirmation_id in self._under_way else 0.2):
                await done.wait()
        except TimeoutError:
            return

    @retrying
    async def _claim(
        self, caller: Caller, conversation_id: str, confirmation_id: str, confirm: bool
    ) -> Decision | AnyRow | None:
        """A decision that stands, the row if it is now ours to carry out, or None while somebody else does."""
        expired = False
        async with self.database.unit_of_work() as session:
            row = await repository.own_confirmation(session, caller.subject_id, conversation_id, confirmation_id)
            if row is None:
                raise ConfirmationNotFound
            now = self.clock.now()
            if row.status == "executing":
                if not confirm:
                    raise ConfirmationDecided
                if row.executing_until > now:
                    return None
            elif row.status != "pending":
                return _standing(row, confirm)
            elif row.expires_at <= now:
                expired = True
                await repository.change(session, row.id, ["pending"], status="expired", decided_at=now)
            if not expired and confirm:
                await self._start(session, row)
            elif not expired:
                await repository.change(session, row.id, ["pending"], status="rejected", decided_at=now)
        if expired:
            raise ConfirmationExpired
        return row if confirm else Decision(row.id, row.tool, "rejected", {}, row.agent_id, row.language)

    async def _start(self, session: AsyncSession, row: AnyRow) -> None:
        if digest(row.tool, row.arguments) != row.arguments_hash:
            raise ConfirmationAltered
        until = self.clock.now() + EXECUTION_LEASE
        await repository.change(session, row.id, ["pending", "executing"], status="executing", executing_until=until)
        self._under_way[row.id] = asyncio.Event()

    async def _carry_out(self, context: ToolContext, row: AnyRow) -> Decision:
        try:
            return await self._effect(context, row)
        finally:
            done = self._under_way.pop(row.id, None)
            if done is not None:
                done.set()

    async def _effect(self, context: ToolContext, row: AnyRow) -> Decision:
        """A definite refusal is the outcome. Anything that leaves the outcome open is raised and may be repeated: the
        same key makes sure that the effect happens once."""
        effect = self.registry.tools[row.tool].effect
        if effect is None:
            raise ConfirmationAltered
        record = _record(context, row)
        started = perf_counter()
        try:
            await self.audit.begin(record)
            result = await effect(context, orjson.loads(row.arguments), row.id)
        except (Unauthorized, TooManyRequests):
            await self._save(row, "pending", None)
            raise
        except ShopError as error:
            if error.status >= 500:
                await self._save(row, "executing", None)
                raise
            decision = Decision(row.id, row.tool, "failed", problem(error, ""), row.agent_id, row.language, error)
        else:
            # As it is stored, so that every repetition gives the same bytes.
            decision = Decision(
                row.id, row.tool, "confirmed", orjson.loads(canonical(result)), row.agent_id, row.language
            )
        outcome = CallOutcome(
            record.id,
            "ok" if decision.error is None else "refused",
            decision.error.code[:64] if decision.error else None,
            round((perf_counter() - started) * 1000),
        )
        await self._save(row, decision.status, decision, outcome)
        return decision

    @retrying
    async def _save(
        self, row: AnyRow, status: str, decision: Decision | None, outcome: CallOutcome | None = None
    ) -> None:
        """An open outcome leaves a lease that has run out: whoever confirms again tries again."""
        now = self.clock.now()
        values: dict[str, Any] = {"status": status, "executing_until": now}
        if decision is not None:
            error_status = decision.error.status if decision.error else None
            values |= {"decided_at": now, "result": canonical(decision.result), "error_status": error_status}
        async with self.database.unit_of_work() as session:
            await repository.change(session, row.id, ["executing"], **values)
            if status == "confirmed" and BUYING in self.registry.tools[row.tool].spec.tags:
                await self.conversations.mark_order(session, row.conversation_id)
            if outcome is not None:
                await self.audit.settle(session, [outcome])

    @retrying
    async def spoken(self, confirmation_id: str) -> None:
        """The turn that tells the shopper has begun."""
        async with self.database.unit_of_work() as session:
            await repository.change(session, confirmation_id, ["confirmed", "failed", "rejected"], spoken=True)

    async def of_conversation(self, conversation_id: str) -> Sequence[AnyRow]:
        """All proposals of a conversation, oldest first; whose it is was looked at before."""
        async with self.database.reading() as session:
            return await repository.of_conversation(session, conversation_id)

    @retrying
    async def forget(self, conversation_id: str) -> None:
        """With its conversation goes what could still have been confirmed."""
        async with self.database.unit_of_work() as session:
            await repository.delete_of_conversation(session, conversation_id)

    async def open_conversations(self) -> Sequence[str]:
        """Conversations with a proposal that waits to be decided; there are few, since proposals expire soon."""
        async with self.database.reading() as session:
            return await repository.open_conversations(session, self.clock.now(), MOST_OPEN)

    async def something_is_open(self, conversation_id: str) -> bool:
        async with self.database.reading() as session:
            return await repository.something_is_open(session, conversation_id, self.clock.now())

    async def merge_guest(self, session: AsyncSession, event: Event) -> None:
        await repository.change_owner(session, event.data["guest_id"], event.data["user_id"])


def _standing(row: AnyRow, confirm: bool) -> Decision:
    if row.status == "expired":
        raise ConfirmationExpired
    if (row.status == "rejected") == confirm:
        raise ConfirmationDecided
    result = orjson.loads(row.result) if row.result else {}
    error = error_from_problem(row.error_status, result) if row.error_status else None
    return Decision(row.id, row.tool, row.status, result, row.agent_id, row.language, error)


def _record(context: ToolContext, row: AnyRow) -> CallRecord:
    return CallRecord(
        id=new_id("tcl"),
        conversation_id=row.conversation_id,
        turn_id=row.turn_id,
        subject_id=context.caller.subject_id,
        agent_id=row.agent_id,
        tool=row.tool,
        arguments=row.arguments,
        changes=True,
        confirmation_id=row.id,
    )
