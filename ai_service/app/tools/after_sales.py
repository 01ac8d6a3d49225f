"""What the tools for orders that were placed have in common.

The rules are order_service's (docs/after-sales.md): what it would refuse is refused when it is proposed already.
"""

from typing import Annotated, Any

from pydantic import Field

from ai_service.app.tools.buying import payment_label
from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.errors import ToolRefusalError
from ai_service.app.tools.orders import by_number, order_shown
from common.api_clients.base import Reply
from common.errors import NotFound

Json = dict[str, Any]
OrderName = Annotated[
    str, Field(min_length=1, max_length=64, description="The order_id from list_orders or get_order, or its number.")
]
Item = Annotated[str, Field(min_length=1, max_length=64, description="A line_id of the order, from get_order.")]
Pieces = Annotated[int, Field(ge=1, le=99, description="How many pieces of it.")]


async def order_named(context: ToolContext, name: str) -> Json:
    """One of the shopper's own orders, by its id or the number the shopper knows."""
    try:
        return await context.shop.orders.order(context.token, name)
    except NotFound:
        found = await by_number(context, name.lstrip("#").strip())
        return await context.shop.orders.order(context.token, found["id"])


async def order_that_allows(context: ToolContext, name: str, action: str) -> Json:
    order = await order_named(context, name)
    if action not in order.get("actions", ()):
        status = order["status"]
        detail = context.say("order_not_changeable", number=order["number"], status=status)
        raise ToolRefusalError("order_not_changeable", detail, status=status)
    return order


def piece(order: Json, name: str) -> Json:
    """The line that a line's or a variant's id names, as it is shown; the estimate found that there is one."""
    lines = order_shown(order)["lines"]
    return next(line for line in lines if name in (line["line_id"], line["variant_id"]))


def first_method(order: Json) -> str | None:
    paid = next((entry for entry in order["ledger"] if entry["type"] == "payment"), None)
    return paid["payment_method_id"] if paid else None


def label_of(context: ToolContext, account: Json, order: Json, method_id: str | None) -> str:
    """The named method, or the one that first paid, as the shopper knows it."""
    named = method_id or first_method(order)
    if named is None and any(entry["provider"] != "test" for entry in order["ledger"]):
        return context.say("payment_original")
    if named is not None and all(each["id"] != named for each in account["payment_methods"]):
        return context.say("payment_original")
    return payment_label(context, account, {"payment_method_id": named})


def done(reply: Reply) -> Json:
    return {"order": order_shown(reply.body), "settled": reply.status == 201}
