"""Other variants for pieces of an order, before it is sent and after it arrived: proposals."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from ai_service.app.tools.after_sales import Item, OrderName, Pieces, done, label_of, order_named, piece
from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.customer import account_of
from ai_service.app.tools.money import shown
from ai_service.app.tools.orders import order_shown
from ai_service.app.tools.registry import Proposal, registry

Json = dict[str, Any]
KINDS = {"item-changes": "item_change", "exchanges": "exchange"}
Paying = Annotated[
    str | None,
    Field(max_length=64, description="One of get_account's payment methods; default: the one that first paid."),
]


class SwapArgument(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    item: Item
    to_variant_id: Annotated[
        str,
        Field(min_length=1, max_length=64, description="Another variant of the same product, from get_product."),
    ]
    quantity: Pieces = 1


Swaps = Annotated[list[SwapArgument], Field(min_length=1, max_length=50)]


@registry.tool("order.change_items", changes=True, approval="shopper", money="back")
async def change_order_items(
    context: ToolContext,
    order_id: OrderName,
    swaps: Swaps,
    payment_method_id: Paying = None,
) -> Proposal:
    """Prepare changing pieces of an order that is still pending into other variants (colour, size …) of the same
    products. It can be done once per order: ask for everything that is to be changed, and give it in one call. Nothing
    is changed by this call: the shopper sees the difference in price and confirms or rejects it with a button."""
    return await _swapping(context, "item-changes", order_id, swaps, payment_method_id)


@change_order_items.carried_out_by
async def change_items(context: ToolContext, arguments: Json, key: str) -> Json:
    orders = context.shop.orders
    return done(await orders.change_items(context.token, arguments["order_id"], arguments["body"], key))


@registry.tool("order.exchange", changes=True, approval="shopper", money="back")
async def exchange_items(
    context: ToolContext,
    order_id: OrderName,
    swaps: Swaps,
    payment_method_id: Paying = None,
) -> Proposal:
    """Prepare exchanging pieces of a delivered order for other variants of the same products. An order has one return
    or one exchange: ask for everything that is to be exchanged, and give it in one call. Nothing is asked for by this
    call: the shopper sees the difference in price and confirms or rejects it with a button."""
    return await _swapping(context, "exchanges", order_id, swaps, payment_method_id)


@exchange_items.carried_out_by
async def request_exchange(context: ToolContext, arguments: Json, key: str) -> Json:
    orders = context.shop.orders
    return done(await orders.request_exchange(context.token, arguments["order_id"], arguments["body"], key))


async def _swapping(
    context: ToolContext, operation: str, order_id: str, swaps: list[SwapArgument], method_id: str | None
) -> Proposal:
    order = await order_named(context, order_id)
    wanted = [{"from": each.item, "to": each.to_variant_id} for each in swaps for _ in range(each.quantity)]
    body: Json = {"swaps": wanted} | ({"payment_method_id": method_id} if method_id else {})
    estimate = await context.shop.orders.estimate(context.token, order["id"], operation, body)
    pay, get = shown(estimate["to_pay"]), shown(estimate["to_get"])
    body["expected_difference"] = {"amount": pay["amount"] - get["amount"], "currency": pay["currency"]}
    changes = [await _change(context, order, each) for each in swaps]
    payment = label_of(context, await account_of(context), order, method_id)
    kind = KINDS[operation]
    details = {
        "kind": kind,
        **order_shown(order),
        "changes": changes,
        "to_pay": pay,
        "to_get": get,
        "payment_label": payment,
    }
    cost = "cost_pay" if pay["amount"] else "cost_get" if get["amount"] else "cost_none"
    said = context.say(cost, amount=(pay if pay["amount"] else get)["text"], payment=payment)
    pieces = context.say("swap_separator").join(context.say("swap", **each) for each in changes)
    text = context.say(kind, number=order["number"], swaps=pieces, cost=said)
    return Proposal({"order_id": order["id"], "body": body}, details, text, text, get, order["id"])


async def _change(context: ToolContext, order: Json, swap: SwapArgument) -> Json:
    """What one swap makes of which pieces; that the variant is one of the product's was found by the estimate."""
    line = piece(order, swap.item)
    bought = next(each for each in order["lines"] if each["id"] == line["line_id"])
    product = await context.shop.products.product(context.token, line["product_id"])
    to = next(each for each in product["variants"] if each["id"] == swap.to_variant_id)
    return {
        "title": line["title"],
        "image": line["image"],
        "quantity": swap.quantity,
        "from_variant": _version(bought, line["variant_title"]),
        "to_variant_id": to["id"],
        "to_variant": _version(to, to["title"]),
        "price": shown(to["price"]),
    }


def _version(variant: Json, title: str | None) -> str:
    """What tells a variant from its product's others: its title, else its options, else its SKU."""
    return title or ", ".join(map(str, (variant.get("options") or {}).values())) or str(variant.get("sku") or "")
