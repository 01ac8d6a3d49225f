"""Proposals, and carrying them out once when their shopper, and nobody else, confirms them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any

import orjson
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.approvals.service import ApprovalService
from ai_service.app.confirmations import repository
from ai_service.app.confirmations.decision import (
    Decision,
    awaiting,
    call_record,
    canonical,
    decision_of,
    digest,
    require_unaltered,
    standing,
)
from ai_service.app.confirmations.errors import (
    AuditUnavailable,
    ConfirmationAltered,
    ConfirmationBusy,
    ConfirmationDecided,
    ConfirmationExpired,
    ConfirmationNotFound,
)
from ai_service.app.confirmations.repository import AnyRow
from ai_service.app.confirmations.staff import staff_needed
from ai_service.app.conversations.service import ConversationService
from ai_service.app.tools.audit import CallOutcome, CallRecord, ToolAudit
from ai_service.app.tools.context import Shop, ToolContext
from ai_service.app.tools.gate import ToolGate
from ai_service.app.tools.registry import Proposal, ToolRegistry
from common.clock import Clock
from common.database import Database, current_tenant, retrying
from common.errors import ShopError, TooManyRequests, Unauthorized, problem
from common.events import Event
from common.ids import new_id
from common.languages import use_language
from common.security.caller import Caller

BUYING = "order.place"
EXECUTION_LEASE = timedelta(seconds=60)
LONGEST_WAIT = 40.0
MOST_OPEN = 1_000


@dataclass(slots=True)
class ConfirmationService:
    database: Database
    registry: ToolRegistry
    audit: ToolAudit
    clock: Clock
    lifetime: timedelta
    conversations: ConversationService
    gate: ToolGate
    approvals: ApprovalService
    _under_way: dict[str, asyncio.Event] = field(default_factory=dict)

    @retrying
    async def propose(self, row: dict[str, Any], tool: str, proposal: Proposal, title: str) -> dict[str, Any]:
        """Keeps a proposal; the answer is what the shopper is shown (the `confirmation.required` event)."""
        now, arguments = self.clock.now(), canonical(proposal.arguments)
        confirmation = {
            "spoken": False,
            **row,
            "tenant_id": current_tenant(),
            "id": new_id("cnf"),
            "tool": tool,
            "title": title[:200],
            "arguments": arguments,
            "arguments_hash": digest(tool, arguments),
            "details": canonical(proposal.details),
            "amount": proposal.amount["amount"] if proposal.amount else None,
            "currency": proposal.amount["currency"] if proposal.amount else None,
            "order_id": proposal.order_id,
            "status": "pending",
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
        async with self.database.unit_of_work() as session:
            row = await repository.own_confirmation(session, caller.subject_id, conversation_id, confirmation_id)
            if row is None:
                raise ConfirmationNotFound
            now = self.clock.now()
            if _done_elsewhere(row, confirm, now):
                return None
            if row.status not in ("pending", "executing"):
                return standing(row, confirm)
            expired = row.status == "pending" and row.expires_at <= now
            if expired:
                await repository.change(session, row.id, ["pending"], status="expired", decided_at=now)
            elif not confirm:
                await repository.change(session, row.id, ["pending"], status="rejected", decided_at=now)
            elif await self._left_to_staff(session, row):
                return awaiting(row)
            else:
                await self._start(session, row)
        if expired:
            raise ConfirmationExpired
        return row if confirm else decision_of(row, "rejected", {})

    async def _left_to_staff(self, session: AsyncSession, row: AnyRow) -> bool:
        """Whether staff are asked now; one that was begun already is only taken up again."""
        await self.gate.switches.require_writes_in(session, row.agent_id, row.tool)
        if row.status != "pending":
            return False
        need = await staff_needed(session, row, self.gate.rules, self.registry, self.clock)
        if need is None:
            return False
        require_unaltered(row)
        values = {"approval_id": await self.approvals.ask(session, row, need), "confirmed_at": self.clock.now()}
        await repository.change(session, row.id, ["pending"], status="awaiting_staff", **values)
        return True

    async def _start(self, session: AsyncSession, row: AnyRow) -> None:
        require_unaltered(row)
        now = self.clock.now()
        values = {"executing_until": now + EXECUTION_LEASE, "confirmed_at": row.confirmed_at or now}
        await repository.change(session, row.id, ["pending", "approved", "executing"], status="executing", **values)
        self._under_way[row.id] = asyncio.Event()

    async def approve(self, session: AsyncSession, confirmation_id: str) -> None:
        """In the transaction of staff's approval: `carry_out` follows, here or wherever it is found left behind."""
        row = await repository.by_id(session, confirmation_id)
        if row is None:
            raise ConfirmationNotFound
        require_unaltered(row)
        await self.gate.switches.require_writes_in(session, row.agent_id, row.tool)
        if not await repository.change(session, confirmation_id, ["awaiting_staff"], status="approved"):
            raise ConfirmationDecided

    async def decline(self, session: AsyncSession, confirmation_id: str, error: ShopError) -> None:
        """Staff did not approve it, or nobody can have it done any more."""
        row = await repository.by_id(session, confirmation_id)
        if row is None:
            raise ConfirmationNotFound
        with use_language(row.language):
            result = canonical(problem(error, ""))
        values = {"decided_at": self.clock.now(), "result": result, "error_status": error.status}
        await repository.change(session, confirmation_id, list(repository.WITH_STAFF), status="failed", **values)

    async def carry_out(self, caller: Caller, shop: Shop, confirmation_id: str) -> Decision:
        """What staff have approved, in the name of the shopper that `caller` is a minute's token of; the outcome where
        it stands already. ConfirmationBusy while somebody else does it."""
        claimed = await self._claim_approved(confirmation_id)
        if claimed is None:
            raise ConfirmationBusy
        if isinstance(claimed, Decision):
            return claimed
        with use_language(claimed.language):
            return await self._carry_out(ToolContext(shop, caller, claimed.language), claimed)

    @retrying
    async def _claim_approved(self, confirmation_id: str) -> Decision | AnyRow | None:
        async with self.database.unit_of_work() as session:
            row = await repository.by_id(session, confirmation_id)
            if row is None:
                raise ConfirmationNotFound
            if row.status == "executing" and row.executing_until > self.clock.now():
                return None
            if row.status not in ("approved", "executing"):
                return standing(row, confirm=True)
            await self.gate.switches.require_writes_in(session, row.agent_id, row.tool)
            await self._start(session, row)
        return row

    async def find(self, confirmation_id: str) -> AnyRow:
        """Anybody's: for what works on approvals."""
        async with self.database.reading() as session:
            row = await repository.by_id(session, confirmation_id)
        if row is None:
            raise ConfirmationNotFound
        return row

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
        record = call_record(context, row)
        started = perf_counter()
        try:
            await self._recorded(record)
            result = await effect(context, orjson.loads(row.arguments), row.id)
        except (Unauthorized, TooManyRequests):
            await self._save(row, "approved" if row.approval_id else "pending", None)
            raise
        except ShopError as error:
            if error.status >= 500:
                await self._save(row, "executing", None)
                raise
            decision = decision_of(row, "failed", problem(error, ""), error)
        else:
            # As it is stored, so that every repetition gives the same bytes.
            decision = decision_of(row, "confirmed", orjson.loads(canonical(result)))
        outcome = CallOutcome(
            record.id,
            "ok" if decision.error is None else "refused",
            decision.error.code[:64] if decision.error else None,
            round((perf_counter() - started) * 1000),
        )
        await self._save(row, decision.status, decision, outcome)
        return decision

    async def _recorded(self, record: CallRecord) -> None:
        """No audit row, no effect."""
        try:
            await self.audit.begin(record)
        except SQLAlchemyError as error:
            raise AuditUnavailable from error

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
        guest_id, user_id = event.data["guest_id"], event.data["user_id"]
        await repository.change_owner(session, guest_id, user_id)
        await self.approvals.change_owner(session, guest_id, user_id)


def _done_elsewhere(row: AnyRow, confirm: bool, now: datetime) -> bool:
    """Whether somebody carries it out now; what is being done can no longer be rejected."""
    if row.status != "executing":
        return False
    if not confirm:
        raise ConfirmationDecided
    return bool(row.executing_until > now)
