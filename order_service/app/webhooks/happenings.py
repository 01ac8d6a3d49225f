"""What webhooks tell of: the names of events, by the service whose log they are read from."""

from collections.abc import Iterable

from common.languages import Texts

TEST = "webhook.test"
BY_SOURCE: dict[str, dict[str, Texts]] = {
    "order_service": {
        "order.placed": {"en": "An order was placed and paid", "zh": "订单已下单并付款"},
        "order.refused": {"en": "A checkout was refused", "zh": "结账被拒绝"},
        "order.cancelled": {"en": "An order was cancelled", "zh": "订单已取消"},
        "order.shipped": {"en": "A parcel was sent", "zh": "包裹已发出"},
        "order.delivered": {"en": "All of an order arrived", "zh": "订单已全部送达"},
        "order.address_changed": {"en": "An order goes to another address", "zh": "订单收货地址已更改"},
        "order.payment_changed": {"en": "An order was paid in another way", "zh": "订单付款方式已更改"},
        "order.items_changed": {"en": "Items of an order were changed", "zh": "订单商品已更改"},
        "order.return_requested": {"en": "A return was asked for", "zh": "有退货申请"},
        "order.return_received": {"en": "Returned goods arrived", "zh": "退货已收到"},
        "order.return_rejected": {"en": "A return was rejected", "zh": "退货申请被拒绝"},
        "order.exchange_requested": {"en": "An exchange was asked for", "zh": "有换货申请"},
        "order.exchange_completed": {"en": "An exchange was completed", "zh": "换货已完成"},
        "order.exchange_rejected": {"en": "An exchange was rejected", "zh": "换货申请被拒绝"},
        "payment.captured": {"en": "A payment was taken", "zh": "已收款"},
        "payment.refunded": {"en": "Money was given back", "zh": "已退款"},
    },
    "product_service": {
        "product.created": {"en": "A product was added", "zh": "新增商品"},
        "product.updated": {"en": "A product was changed", "zh": "商品已修改"},
        "product.deleted": {"en": "A product was deleted", "zh": "商品已删除"},
        "stock.changed": {"en": "What is available changed", "zh": "可售库存有变化"},
    },
    "user_service": {
        "user.registered": {"en": "Somebody registered", "zh": "有新用户注册"},
        "user.updated": {"en": "An account was changed", "zh": "账户已修改"},
    },
}
NAMES: dict[str, Texts] = {type: name for types in BY_SOURCE.values() for type, name in types.items()}


def wanted_of(source: str, wishes: Iterable[list[str] | None]) -> set[str]:
    """The types of this source that any endpoint wants; None wants all."""
    known, found = BY_SOURCE[source].keys(), set[str]()
    for types in wishes:
        found |= known if types is None else known & set(types)
    return found
