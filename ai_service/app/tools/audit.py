"""Writing and settling the audit rows of tool calls."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.tools.models import ToolCallRecord
from common.clock import utc_now
from common.database import TENANT, Database, current_tenant, scoped

_table: Any = ToolCallRecord.__table__
_WRITE = insert(_table)
_SETTLE = (
    update(_table)
    .where(_table.c.tenant_id == TENANT, _table.c.id == bindparam("row_id"))
    .values(status=bindparam("now_status"), error_code=bindparam("now_code"), duration_ms=bindparam("took_ms"))
)
LONGEST_KEPT = 4_000


@dataclass(slots=True)
class CallRecord:
    id: str
    conversation_id: str
    turn_id: str
    subject_id: str
    agent_id: str
    tool: str
    arguments: str
    changes: bool
    confirmation_id: str | None = None
    call_id: str | None = None


@dataclass(slots=True)
class CallOutcome:
    """How a recorded call ended: ok, refused, failed, unknown."""

    record_id: str
    status: str
    error_code: str | None
    duration_ms: int


class ToolAudit:
    def __init__(self, database: Database) -> None:
        self.database = database

    async def begin(self, record: CallRecord) -> None:
        """Committed when this returns; when it raises, the call must not be made."""
        row = asdict(record) | {"status": "started", "created_at": utc_now(), "tenant_id": current_tenant()}
        row["arguments"] = row["arguments"][:LONGEST_KEPT].replace("\0", "")
        async with self.database.unit_of_work() as session:
            await session.execute(_WRITE, row)

    async def of_conversation(self, conversation_id: str) -> Sequence[Any]:
        """Every call of a conversation, in the order they were made."""
        statement = select(*_table.c).where(_table.c.conversation_id == conversation_id).order_by(_table.c.id)
        async with self.database.reading() as session:
            return (await session.execute(scoped(statement, ToolCallRecord))).all()

    async def settle(self, session: AsyncSession, outcomes: Sequence[CallOutcome]) -> None:
        """In the caller's transaction, together with the turn that made the calls."""
        rows = [
            {
                "row_id": outcome.record_id,
                "now_status": outcome.status,
                "now_code": outcome.error_code,
                "took_ms": outcome.duration_ms,
            }
            for outcome in outcomes
        ]
        if rows:
            await session.execute(_SETTLE, rows)
