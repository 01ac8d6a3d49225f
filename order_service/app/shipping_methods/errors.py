"""Why goods are not shipped the way that was chosen, in words for the shopper."""

from common.errors import Conflict
from common.languages import Texts, localized
from order_service.app.shipping_methods.service import Reason

_TEXTS: dict[Reason, Texts] = {
    "destination": {"en": "We do not deliver there this way.", "zh": "该配送方式无法送达此地址。"},
    "weight": {
        "en": "Your basket is too heavy for this way of delivery.",
        "zh": "购物车商品超出该配送方式的重量限制。",
    },
    "subtotal": {
        "en": "This way of delivery is not offered for a basket of this worth.",
        "zh": "该配送方式不适用于当前金额。",
    },
    "currency": {"en": "This way of delivery is for another currency.", "zh": "该配送方式适用于其他货币。"},
}


class ShippingNotAvailable(Conflict):
    """`reason` is destination, weight, subtotal or currency."""

    code = "shipping_not_available"
    title = "Your basket is not delivered this way"

    def __init__(self, reason: Reason) -> None:
        super().__init__(localized(_TEXTS[reason]), reason=reason)
