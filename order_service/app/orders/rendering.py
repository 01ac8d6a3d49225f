"""Orders as their customers and the staff see them, in the reader's language."""

from collections.abc import Mapping, Sequence
from typing import Any

from common.languages import localized
from common.money import money
from order_service.app.orders import fulfilments
from order_service.app.payments import refund_requests as refunds
from order_service.app.payments.service import render_ledger

Json = dict[str, Any]


_AMOUNTS = ("subtotal", "discount", "shipping", "tax", "total", "refunded")


def render(
    order: Mapping[str, Any],
    lines: Sequence[Mapping[str, Any]],
    ledger: Sequence[Mapping[str, Any]],
    parcels: Sequence[Json] = (),
    refund_requests: Sequence[Json] = (),
) -> Json:
    """A new order has no parcels and no refunds."""
    currency, coupon = order["currency"], order["coupon"]
    amounts = {name: money(order[name], currency) for name in _AMOUNTS}
    return {
        "id": order["id"],
        "number": order["number"],
        "customer_id": order["customer_id"],
        "status": order["status"],
        "payment_status": order["payment_status"],
        "checkout_state": order["checkout_state"],
        "refusal": order["refusal"],
        "currency": currency,
        **amounts,
        "tax_included": order["tax_included"],
        "coupon": {"code": coupon["code"], "name": localized(coupon["name"])} if coupon else None,
        "lines": [render_line(line, currency) for line in lines],
        "address": order["address"],
        "shipping_method": _shipping(order["shipping_method"]),
        "email": order["email"],
        "note": order["note"],
        "ledger": render_ledger(ledger),
        "fulfilment_status": order["fulfilment_status"],
        "fulfilments": [fulfilments.render(parcel) for parcel in parcels],
        "refunds": [refunds.render(request) for request in refund_requests],
        "cart_id": order["cart_id"],
        "created_at": order["created_at"],
        "updated_at": order["updated_at"],
        "placed_at": order["placed_at"],
        "cancelled_at": order["cancelled_at"],
        "cancel_reason": order["cancel_reason"],
    }


def render_line(line: Mapping[str, Any], currency: str) -> Json:
    return {
        "id": line["id"],
        "product_id": line["product_id"],
        "variant_id": line["variant_id"],
        "sku": line["sku"],
        "title": localized(line["title"]),
        "variant_title": localized(line["variant_title"]),
        "options": line["options"],
        "image": line["image"],
        "note": line["note"],
        "quantity": line["quantity"],
        "unit_price": money(line["unit_price"], currency),
        "total": money(line["total"], currency),
        "discount": money(line["discount"], currency),
        "tax": money(line["tax"], currency),
        "fulfilled": line["fulfilled"],
        "refunded": line["refunded"],
        "restocked": line["restocked"],
        "to_send": line["quantity"] - line["fulfilled"] - line["withdrawn"],
    }


def _shipping(method: Mapping[str, Any]) -> Json:
    return {"code": method["code"], "name": localized(method["name"]), "price": method["price"]}
