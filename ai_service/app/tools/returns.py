"""Sending pieces of a delivered order back: a proposal."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from ai_service.app.tools.after_sales import Item, OrderName, Pieces, done, label_of, order_named, piece
from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.customer import account_of
from ai_service.app.tools.money import shown
from ai_service.app.tools.orders import order_shown
from ai_service.app.tools.registry import Proposal, registry

Json = dict[str, Any]


class PieceArgument(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    item: Item
    quantity: Pieces = 1


@registry.tool("order.return", changes=True, approval="shopper", money="back")
async def return_items(
    context: ToolContext,
    order_id: OrderName,
    items: Annotated[list[PieceArgument], Field(min_length=1, max_length=50)],
    refund_to: Annotated[
        str | None,
        Field(max_length=64, description="Only a gift card of get_account; default: the method that first paid."),
    ] = None,
) -> Proposal:
    """Prepare returning pieces of a delivered order; the money goes back once they are received. An order has one
    return or one exchange: ask for everything that is to go back, and give it in one call. Nothing is asked for by
    this call: the shopper confirms or rejects it with a button."""
    order = await order_named(context, order_id)
    names = [each.item for each in items for _ in range(each.quantity)]
    body: Json = {"items": names} | ({"refund_to": refund_to} if refund_to else {})
    estimate = await context.shop.orders.estimate(context.token, order["id"], "returns", body)
    pieces = [_shown_piece(order, each) for each in items]
    payment = label_of(context, await account_of(context), order, refund_to)
    refund = shown(estimate["to_get"])
    details = {
        "kind": "return",
        **order_shown(order),
        "pieces": pieces,
        "to_get": refund,
        "payment_label": payment,
    }
    text = context.say(
        "return",
        number=order["number"],
        pieces=", ".join(f"{each['quantity']} × {_title(each)}" for each in pieces),
        refund=refund["text"],
        payment=payment,
    )
    return Proposal({"order_id": order["id"], "body": body}, details, text, text, refund, order["id"])


@return_items.carried_out_by
async def request_return(context: ToolContext, arguments: Json, key: str) -> Json:
    orders = context.shop.orders
    return done(await orders.request_return(context.token, arguments["order_id"], arguments["body"], key))


def _shown_piece(order: Json, wanted: PieceArgument) -> Json:
    """So many pieces of a line, at what they cost rather than what the whole line did."""
    line = piece(order, wanted.item)
    price = next(each["unit_price"] for each in order["lines"] if each["id"] == line["line_id"])
    total = {**price, "amount": price["amount"] * wanted.quantity}
    return {**line, "quantity": wanted.quantity, "total": shown(total)}


def _title(line: Json) -> str:
    return " ".join(part for part in (line["title"], line["variant_title"]) if part)
