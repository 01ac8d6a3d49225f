"""What becomes of a cart when an order is made of it, or its guest signs in; inside the caller's transaction."""

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import utc_now
from order_service.app.carts import repository
from order_service.app.carts.models import MERGED, OPEN, ORDERED, ORDERING
from order_service.app.carts.rows import CartRow
from order_service.app.carts.schemas import MAX_LINES, MAX_QUANTITY
from order_service.app.quotes.service import in_currency


async def claim(session: AsyncSession, cart_id: str, version: int, order_id: str) -> bool:
    """Tie the cart to an order. False when it is not open, or not of this version any more."""
    return await repository.claim(session, cart_id, version, ORDERING, order_id)


async def give_back(session: AsyncSession, cart_id: str, order_id: str) -> None:
    """The order was refused: the shopper goes on with the cart as it was."""
    await repository.reopen(session, cart_id, order_id)


async def close(session: AsyncSession, cart_id: str, order_id: str) -> None:
    """The cart has become an order."""
    await repository.close(session, cart_id, order_id, ORDERED)


async def set_aside(session: AsyncSession, cart_id: str, order_id: str) -> None:
    """The order's end is not near: its shopper may begin another cart meanwhile."""
    await repository.close(session, cart_id, order_id, ORDERING)


async def merge_guest(session: AsyncSession, guest_id: str, user_id: str) -> None:
    """The guest signed in: what was in the guest's cart is now in the user's."""
    guests = await repository.current(session, guest_id, lock=True)
    users = await repository.current(session, user_id, lock=True)
    if guests is not None:
        if users is not None and guests.status == OPEN and users.status == OPEN:
            _pour(guests, users)
            await repository.save(session, users)
            guests.status, guests.lines = MERGED, []
        guests.open_for = user_id if users is None else None
        guests.version += 1
        guests.updated_at = utc_now()
        await repository.save(session, guests)
    await repository.hand_over(session, guest_id, user_id)


def _pour(source: CartRow, target: CartRow) -> None:
    """Lines of the same variant add up; what does not fit or is not for sale in the target's currency stays out."""
    if not target.lines and target.currency != source.currency:
        target.currency, target.shipping_code = source.currency, None
    same_currency = source.currency == target.currency
    for line in source.lines:
        if not same_currency and in_currency(line["quote"], target.currency) is None:
            continue
        same = [known for known in target.lines if known["variant_id"] == line["variant_id"]]
        if same:
            same[0]["quantity"] = min(MAX_QUANTITY, same[0]["quantity"] + line["quantity"])
        elif len(target.lines) < MAX_LINES:
            target.lines.append(line)
    target.address = target.address or source.address
    if same_currency:
        target.shipping_code = target.shipping_code or source.shipping_code
    target.coupon_codes = target.coupon_codes or source.coupon_codes
    target.version += 1
    target.updated_at = utc_now()
