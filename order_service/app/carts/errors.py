"""What carts refuse."""

from common.errors import Conflict, InvalidInput, NotFound
from order_service.app.carts.schemas import MAX_LINES, MAX_QUANTITY


class NoSuchCart(NotFound):
    title = "There is no such cart"


class NoSuchLine(NotFound):
    title = "There is no such line in this cart"


class NoSuchVariant(NotFound):
    code = "unknown_variant"
    title = "The shop does not sell this"


class CartClosed(Conflict):
    """An order is being made of the cart, or was."""

    code = "cart_closed"
    title = "This cart belongs to an order and does not change any more"


class CartFull(Conflict):
    code = "cart_full"
    title = f"A cart holds at most {MAX_LINES} lines of {MAX_QUANTITY} pieces"


class OtherCurrency(Conflict):
    code = "other_currency"
    title = "A cart holds one currency"


class NotForSaleInCurrency(Conflict):
    """`lines` say which lines of the cart have no price in it."""

    code = "not_for_sale_in_currency"
    title = "Something in your cart is not for sale in this currency"


class UnknownCurrency(InvalidInput):
    """`currencies` are those the shop sells in."""

    code = "unknown_currency"
    title = "The shop does not sell in this currency"


class UnknownShippingMethod(InvalidInput):
    code = "unknown_shipping_method"
    title = "The shop does not deliver this way"
