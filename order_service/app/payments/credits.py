"""Money back to a means of the customer's choice: as far as it paid a refund, the rest a credit."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.ids import new_id
from order_service.app.payments import repository
from order_service.app.payments.service import held_by_payments, refundable, split_refund
from order_service.app.payments.states import CREATED

Json = dict[str, Any]
Means = Mapping[str, Any]  # provider, token, method, payment_method_id: a payment is one too
_MEANS = ("provider", "token", "method", "payment_method_id")


def same_means(one: Means, other: Means) -> bool:
    """A saved method is known by its id, any other by its provider's token."""
    if one["payment_method_id"] is not None or other["payment_method_id"] is not None:
        return bool(one["payment_method_id"] == other["payment_method_id"])
    return bool((one["provider"], one["token"]) == (other["provider"], other["token"]))


async def promise(
    session: AsyncSession, order: Mapping[str, Any], means: Means, amount: int, reason: str, request_id: str
) -> None:
    """Write down that `amount` goes to these means, before any provider is asked.

    The caller holds the order's lock and has seen that so much is left.
    """
    own = [(payment, left) for payment, left in await refundable(session, order["id"]) if same_means(payment, means)]
    opened = await split_refund(session, own, amount, reason, request_id)
    rest = amount - sum(refund["amount"] for refund in opened)
    if rest:
        credit = {"id": new_id("ref"), "order_id": order["id"], "payment_id": None, "amount": rest}
        credit |= {"currency": order["currency"], "reason": reason, "status": CREATED, "request_id": request_id}
        await repository.add_refund(session, credit | {name: means[name] for name in _MEANS})


async def redirect(session: AsyncSession, credit: Json) -> None:
    """The means takes no money: what it was to get goes back to where the order's money came from."""
    known = {each["id"]: each for each in await repository.refunds_of(session, credit["order_id"])}
    if known[credit["id"]]["payment_id"] is not None:
        return  # somebody was first
    rest = credit["amount"]
    for payment, held in await held_by_payments(session, credit["order_id"]):
        share = min(rest, held)
        if share <= 0:
            continue
        if rest == credit["amount"]:
            await repository.redirect_refund(session, credit["id"], payment["id"], share)
        else:
            await split_refund(session, [(payment, share)], share, credit["reason"], credit["request_id"])
        rest -= share
