"""Asking for approvals, and deciding about them: once, by somebody else, about exactly what was confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.approvals import repository
from ai_service.app.approvals.errors import (
    ApprovalAltered,
    ApprovalDecided,
    ApprovalExpired,
    ApprovalNotFound,
    OwnApproval,
)
from ai_service.app.approvals.repository import AnyRow
from ai_service.app.audit import service as audit
from common.clock import Clock
from common.database import Database, current_tenant, system_scope
from common.ids import new_id
from common.pagination import decode_cursor, encode_cursor

MOST_AT_ONCE = 50
_OF_CONFIRMATION = (
    *("conversation_id", "subject_id", "agent_id", "tool", "arguments", "arguments_hash", "details"),
    *("amount", "currency", "order_id"),
)


@dataclass(frozen=True, slots=True)
class Need:
    """Why staff are asked, and the totals with this one where the rule has an amount."""

    causes: tuple[str, ...]
    order_total: int | None = None
    day_total: int | None = None


@dataclass(frozen=True, slots=True)
class ApprovalService:
    database: Database
    clock: Clock
    lifetime: timedelta

    async def ask(self, session: AsyncSession, confirmation: AnyRow, need: Need) -> str:
        """In the transaction of the shopper's confirmation; the approval's id."""
        now, approval_id = self.clock.now(), new_id("apv")
        row = {name: getattr(confirmation, name) for name in _OF_CONFIRMATION} | {
            "tenant_id": current_tenant(),
            "id": approval_id,
            "confirmation_id": confirmation.id,
            "causes": ",".join(need.causes),
            "order_total": need.order_total,
            "day_total": need.day_total,
            "status": "pending",
            "settled": False,
            "created_at": now,
            "expires_at": now + self.lifetime,
        }
        await repository.add(session, row)
        return approval_id

    async def find(self, approval_id: str) -> AnyRow:
        async with self.database.reading() as session:
            row = await repository.by_id(session, approval_id)
        if row is None:
            raise ApprovalNotFound
        return row

    async def page(self, status: str, limit: int, cursor: str | None) -> tuple[Sequence[AnyRow], str | None]:
        before = decode_cursor(cursor, (str,))[0] if cursor else None
        async with self.database.reading() as session:
            rows = await repository.page(session, status, self.clock.now(), before, limit + 1)
        more = len(rows) > limit
        return rows[:limit], encode_cursor(rows[limit - 1].id) if more else None

    async def pending(self) -> int:
        async with self.database.reading() as session:
            return await repository.count(session, "pending", self.clock.now())

    async def decide(
        self,
        session: AsyncSession,
        approval_id: str,
        actor_id: str,
        status: str,
        *,
        arguments_hash: str | None = None,
        reason: str | None = None,
    ) -> AnyRow:
        """The row as it was, decided now; ApprovalDecided, ApprovalExpired, OwnApproval or ApprovalAltered."""
        row = await repository.by_id(session, approval_id, locked=True)
        if row is None:
            raise ApprovalNotFound
        now = self.clock.now()
        if row.subject_id == actor_id:
            raise OwnApproval
        if row.status == "expired" or (row.status == "pending" and row.expires_at <= now):
            raise ApprovalExpired
        if row.status != "pending":
            raise ApprovalDecided(status=row.status)
        if arguments_hash is not None and arguments_hash != row.arguments_hash:
            raise ApprovalAltered
        values = {"status": status, "decided_by": actor_id, "decided_at": now, "reason": reason}
        await repository.change(session, approval_id, "pending", **values)
        detail = {"tool": row.tool, "confirmation_id": row.confirmation_id, "arguments_hash": row.arguments_hash}
        told = detail | ({"reason": reason} if reason else {})
        await audit.record(session, f"approval.{status}", actor_id=actor_id, subject_id=approval_id, **told)
        return row

    async def expire(self, session: AsyncSession, approval_id: str) -> bool:
        """Whether nobody had decided it meanwhile."""
        return await repository.change(session, approval_id, "pending", status="expired", decided_at=self.clock.now())

    async def settle(self, row: AnyRow, outcome: str | None, code: str | None) -> None:
        """It is done and told: nobody comes back to it."""
        async with self.database.unit_of_work() as session:
            current = await repository.by_id(session, row.id, locked=True)
            if current is not None:
                values = {"settled": True, "outcome": outcome, "outcome_code": code}
                await repository.change(session, row.id, current.status, **values)

    async def unsettled(self) -> Sequence[AnyRow]:
        """Of all shops."""
        with system_scope():
            async with self.database.reading() as session:
                return await repository.unsettled(session, self.clock.now(), MOST_AT_ONCE)

    async def change_owner(self, session: AsyncSession, guest_id: str, user_id: str) -> None:
        await repository.change_owner(session, guest_id, user_id)
