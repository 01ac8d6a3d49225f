"""The basket: these edits just happen, since they cost nothing and can be undone."""

from typing import Annotated, Any

from pydantic import Field

from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.errors import ToolRefusalError
from ai_service.app.tools.money import shown
from ai_service.app.tools.registry import registry

Json = dict[str, Any]
LineId = Annotated[str, Field(min_length=1, max_length=64, description="A line_id of get_cart.")]
VariantId = Annotated[str, Field(min_length=1, max_length=64, description="A variant_id from an earlier result.")]
MOST = 999


def cart_shown(cart: Json) -> Json:
    """A cart as the model reads it."""
    amounts = {name: shown(cart["totals"][name]) for name in ("subtotal", "discount", "shipping", "tax", "total")}
    return {
        "cart_id": cart["id"],
        "version": cart["version"],
        "coupon": cart.get("coupon"),
        "items": [
            {
                "line_id": line["id"],
                "product_id": line["product_id"],
                "variant_id": line["variant_id"],
                "title": line["title"],
                "variant_title": line.get("variant_title"),
                "image": line.get("image"),
                "quantity": line["quantity"],
                "unit_price": shown(line["unit_price"]),
                "total": shown(line["total"]),
                "availability": line.get("availability"),
            }
            for line in cart["items"]
        ],
        "totals": {**amounts, "tax_included": cart["totals"].get("tax_included", True)},
    }


async def _own_cart(context: ToolContext) -> Json:
    cart = await context.shop.orders.current_cart(context.token)
    if cart is None:
        raise ToolRefusalError("cart_empty", "The basket is empty.")
    return cart


@registry.tool("cart.view", untrusted=True, card="cart")
async def get_cart(context: ToolContext) -> Json:
    """What is in the shopper's basket, with line ids, prices and totals."""
    return cart_shown(await context.shop.orders.open_cart(context.token, context.currency))


@registry.tool("cart.add", changes=True, untrusted=True, card="cart")
async def add_to_cart(
    context: ToolContext, variant_id: VariantId, quantity: Annotated[int, Field(ge=1, le=MOST)] = 1
) -> Json:
    """Put a variant into the shopper's basket; the shop sets the price. Returns the whole basket."""
    cart = await context.shop.orders.open_cart(context.token, context.currency)
    return cart_shown(await context.shop.orders.add_to_cart(context.token, cart["id"], variant_id, quantity))


@registry.tool("cart.update", changes=True, untrusted=True, card="cart")
async def update_cart_item(
    context: ToolContext, line_id: LineId, quantity: Annotated[int, Field(ge=0, le=MOST)]
) -> Json:
    """Set how many of a basket line the shopper wants; 0 takes it out. Returns the whole basket."""
    cart = await _own_cart(context)
    if quantity == 0:
        return cart_shown(await context.shop.orders.remove_line(context.token, cart["id"], line_id))
    return cart_shown(await context.shop.orders.set_quantity(context.token, cart["id"], line_id, quantity))


@registry.tool("cart.remove", changes=True, untrusted=True, card="cart")
async def remove_from_cart(context: ToolContext, line_id: LineId) -> Json:
    """Take a line out of the basket. Returns the whole basket."""
    cart = await _own_cart(context)
    return cart_shown(await context.shop.orders.remove_line(context.token, cart["id"], line_id))
