"""A guest signed in: cart and orders are the user's from then on."""

from sqlalchemy.ext.asyncio import AsyncSession

from common.events import Event
from order_service.app.carts import ordering as carts
from order_service.app.orders import progress as orders
from order_service.app.payments.stripe import intents
from order_service.app.promotions import redeeming


async def guest_merged(session: AsyncSession, event: Event) -> None:
    """Handles `guest.merged` {guest_id, user_id} of user_service."""
    guest_id, user_id = event.data["guest_id"], event.data["user_id"]
    await carts.merge_guest(session, guest_id, user_id)
    await orders.hand_over(session, guest_id, user_id)
    await redeeming.hand_over(session, guest_id, user_id)
    await intents.hand_over(session, guest_id, user_id)
