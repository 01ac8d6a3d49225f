"""Plain records whose changes are in the audit log."""

from typing import Any, ClassVar

from sqlalchemy.ext.asyncio import AsyncSession

from common.records import RecordEndpoints
from common.records.routes import Change
from order_service.app.audit import service

ACTOR = "actor_id"  # where a session's info says for whom it works


class AuditedRecords(RecordEndpoints):
    """Each change leaves a row `<noun>.<change>` in its own transaction; the session says who made it."""

    noun: ClassVar[str]

    async def changed(self, session: AsyncSession, change: Change, record: dict[str, Any]) -> None:
        detail = {name: record[name] for name in ("code", "country", "state", "price", "rate_bp") if name in record}
        actor_id = session.info.get(ACTOR)
        await service.record(session, f"{self.noun}.{change}", actor_id=actor_id, subject_id=record["id"], **detail)
