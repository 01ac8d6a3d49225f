"""Writing the audit log."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from ai_service.app.audit import repository
from common.events import publish


async def record(session: AsyncSession, action: str, *, actor_id: str | None, subject_id: str, **detail: Any) -> None:
    """Add a row in the transaction of the effect it tells of; `detail` never holds secrets.

    user_service shows the rows of all services together: it hears of each by an event.
    """
    row = {"action": action, "actor_id": actor_id, "subject_id": subject_id, "detail": detail}
    await repository.add(session, row)
    await publish(session, "audit.recorded", subject_id, {"action": action, "actor_id": actor_id, "detail": detail})
