"""The audit rows of the other services, out of their event logs, in the one list that staff read.

Each service keeps its own rows with the effects they tell of; here they arrive a moment later, once and in order.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.events import Event, Handler
from user_service.app.audit import repository

RECORDED = "audit.recorded"  # {action, actor_id, detail}: what no other event tells
_ORDERS = ("order.placed", "order.refused", "payment.refunded")
_PRODUCTS = ("product.deleted", "review.hidden", "review.unhidden")
SOURCES: dict[str, tuple[str, ...]] = {
    "order_service": (RECORDED, *_ORDERS),
    "product_service": (RECORDED, *_PRODUCTS),
    "ai_service": (RECORDED,),
}
_NOT_DETAIL = frozenset({"actor_id", "lines", "language"})


def handlers(source: str) -> dict[str, Handler]:
    """What to do with each event of this service's log."""

    async def keep(session: AsyncSession, event: Event) -> None:
        await repository.add(session, audit_row(source, event))

    types: Iterable[str] = SOURCES[source]
    return dict.fromkeys(types, keep)


def audit_row(source: str, event: Event) -> dict[str, Any]:
    """A row named after its event, so that it sorts by the time of the effect."""
    data = event.data
    told = event.type == RECORDED
    detail = data.get("detail", {}) if told else {name: data[name] for name in data.keys() - _NOT_DETAIL}
    return {
        "tenant_id": event.tenant_id,
        "id": f"aud_{event.id.partition('_')[2]}",
        "service": source,
        "action": str(data["action"] if told else event.type)[:64],
        "actor_id": data.get("actor_id") or (None if told else data.get("customer_id")),
        "subject_id": event.subject_id,
        "network_address": None,
        "detail": detail,
        "created_at": event.created_at,
    }
