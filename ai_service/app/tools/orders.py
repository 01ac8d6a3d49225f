"""The caller's own orders."""

from typing import Annotated, Any, Literal

from pydantic import Field

from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.errors import ToolRefusalError
from ai_service.app.tools.money import shown
from ai_service.app.tools.registry import Proposal, registry

Json = dict[str, Any]
Reason = Literal["no longer needed", "ordered by mistake"]
LOOKED_THROUGH = 100


def order_shown(order: Json) -> Json:
    """An order as the model reads it."""
    return {
        "order_id": order["id"],
        "number": order["number"],
        "status": order["status"],
        "payment_status": order["payment_status"],
        "checkout_state": order.get("checkout_state"),
        "total": shown(order["total"]),
        "placed_at": order.get("placed_at") or order.get("created_at"),
        "lines": [
            {
                "title": line["title"],
                "variant_title": line.get("variant_title"),
                "image": line.get("image"),
                "quantity": line["quantity"],
                "product_id": line["product_id"],
                "variant_id": line["variant_id"],
                "total": shown(line["total"]),
                "line_id": line["id"],
            }
            for line in order["lines"]
        ],
    }


@registry.tool("order.list", untrusted=True, card="orders")
async def list_orders(context: ToolContext, limit: Annotated[int, Field(ge=1, le=20)] = 5) -> Json:
    """The shopper's own orders, newest first, with their status."""
    page = await context.shop.orders.orders(context.token, limit=limit)
    return {"items": [order_shown(order) for order in page["items"]]}


@registry.tool("order.view", untrusted=True, card="order")
async def get_order(
    context: ToolContext,
    order_id: Annotated[str | None, Field(max_length=64)] = None,
    number: Annotated[str | None, Field(max_length=64, description="The number the shopper knows, e.g. 1042.")] = None,
) -> Json:
    """One of the shopper's own orders with address, deliveries and `actions`: what can be done with it now, e.g.
    cancellation, address, payment-change, item-changes, returns, exchanges. Give order_id or number."""
    if order_id is not None:
        order = await context.shop.orders.order(context.token, order_id)
    elif number is not None:
        order = await by_number(context, number.lstrip("#").strip())
    else:
        raise ToolRefusalError("invalid_arguments", "Give order_id or number.")
    address, fulfilments = order.get("address"), order.get("fulfilments", [])
    return {
        **order_shown(order),
        "address": address,
        "fulfilments": fulfilments,
        "cancel_reason": order.get("cancel_reason"),
        "actions": order.get("actions", []),
        "return_until": order.get("return_until"),
    }


async def by_number(context: ToolContext, number: str) -> Json:
    page = await context.shop.orders.orders(context.token, limit=LOOKED_THROUGH)
    for order in page["items"]:
        if str(order["number"]).lstrip("#") == number:
            return dict(order)
    raise ToolRefusalError("order_not_found", f"The shopper has no order number {number}.")


@registry.tool("order.cancel", changes=True, approval="shopper", money="back")
async def cancel_order(
    context: ToolContext,
    order_id: Annotated[str, Field(min_length=1, max_length=64, description="From list_orders or get_order.")],
    reason: Reason,
) -> Proposal:
    """Prepare cancelling an order of the shopper that is still pending; the payment will be refunded. Nothing is
    cancelled by this call: the shopper confirms or rejects it with a button."""
    order = await context.shop.orders.order(context.token, order_id)
    if order["status"] != "pending":
        raise ToolRefusalError(
            "order_not_cancellable", f"Only a pending order can be cancelled; this one is {order['status']}."
        )
    shown_order, refund = order_shown(order), shown(_paid(order))
    arguments = {"order_id": order["id"], "reason": reason}
    details = {"kind": "cancellation", **shown_order, **arguments, "refund": refund}
    lines = ", ".join(f"{line['quantity']} × {line['title']}" for line in shown_order["lines"])
    why = context.say(f"cancel_{reason.replace(' ', '_')}")
    text = context.say("cancellation", number=order["number"], lines=lines, refund=refund["text"], reason=why)
    said = f"{order['number']}: {shown_order['total']['text']}"
    return Proposal(arguments, details, said, text, refund, order["id"])


def _paid(order: Json) -> Json:
    """What was paid for an order and not yet given back."""
    entries = order.get("ledger")
    if entries is None:
        return {**order["total"], "amount": order["total"]["amount"] if order["payment_status"] == "paid" else 0}
    signs = {"payment": 1, "refund": -1}
    amount = sum(signs.get(entry["type"], 0) * entry["amount"]["amount"] for entry in entries)
    return {"amount": amount, "currency": order["total"]["currency"]}


@cancel_order.carried_out_by
async def cancel(context: ToolContext, arguments: Json, key: str) -> Json:
    order = await context.shop.orders.cancel(context.token, arguments["order_id"], arguments["reason"], key)
    return {"order": order_shown(order)}
