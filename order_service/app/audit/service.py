"""Writing the audit log."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from order_service.app.audit import repository


async def record(session: AsyncSession, action: str, *, actor_id: str | None, subject_id: str, **detail: Any) -> None:
    """Add a row in the transaction of the effect it tells of; `detail` never holds secrets."""
    await repository.add(session, {"action": action, "actor_id": actor_id, "subject_id": subject_id, "detail": detail})
