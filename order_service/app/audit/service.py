"""Writing the audit log."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.events import publish
from order_service.app.audit import repository

_TOLD_ALREADY = frozenset({"order.placed", "order.refused", "payment.refunded"})  # by events of these names


async def record(session: AsyncSession, action: str, *, actor_id: str | None, subject_id: str, **detail: Any) -> None:
    """Add a row in the transaction of the effect it tells of; `detail` never holds secrets.

    user_service shows the rows of all services together: what no event tells it yet is told by one of its own.
    """
    row = {"action": action, "actor_id": actor_id, "subject_id": subject_id, "detail": detail}
    await repository.add(session, row)
    if action not in _TOLD_ALREADY:
        news = {"action": action, "actor_id": actor_id, "detail": detail}
        await publish(session, "audit.recorded", subject_id, news)
