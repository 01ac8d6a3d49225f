"""Coupons of carts and orders; inside the caller's transaction."""

import re
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from order_service.app.promotions import repository
from order_service.app.promotions.coupons import Coupon, Offer, offer
from order_service.app.promotions.errors import CouponAlreadyUsed, CouponNotValid, UnknownCoupon

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


async def find(session: AsyncSession, code: str) -> Offer | None:
    """The coupon of this code, in any case; None when there is none."""
    if not CODE.fullmatch(code):
        return None
    row = await repository.by_code(session, code.upper())
    return offer(row) if row is not None else None


async def refuse_repeated_use(session: AsyncSession, found: Offer, customer_id: str, email: str | None = None) -> None:
    """CouponAlreadyUsed when this customer had all the uses that one customer may have."""
    most = found.max_uses_per_customer
    if most is None:
        return
    if await repository.uses_by(session, found.coupon.promotion_id, customer_id, email and email.lower()) >= most:
        raise CouponAlreadyUsed


async def use(
    session: AsyncSession, coupon: Coupon, order_id: str, customer_id: str, email: str | None, now: datetime
) -> None:
    """Count the order, or CouponNotValid; the promotion stays locked, so that the customer's uses can be counted."""
    taken = await repository.take_one(session, coupon.promotion_id, now)
    row = await repository.find(session, coupon.promotion_id)
    if row is None:
        raise CouponNotValid(UnknownCoupon())
    found = offer(row)
    if not taken:
        subtotal = coupon.minimum_subtotal
        raise CouponNotValid(found.problem(subtotal, found.coupon.currency, now) or UnknownCoupon())
    try:
        await refuse_repeated_use(session, found, customer_id, email)
    except CouponAlreadyUsed as error:
        raise CouponNotValid(error) from error
    row = {"order_id": order_id, "promotion_id": coupon.promotion_id, "customer_id": customer_id}
    await repository.add_use(session, row | {"email": email and email.lower(), "created_at": now})


async def give_back(session: AsyncSession, order_id: str) -> None:
    """The order was refused or cancelled: its use is another's."""
    await repository.give_back(session, order_id)


async def hand_over(session: AsyncSession, guest_id: str, user_id: str) -> None:
    """The guest signed in: what the guest used, the user has used."""
    await repository.hand_over(session, guest_id, user_id)
