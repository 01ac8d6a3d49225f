"""Orders as their customers and the staff see them, in the reader's language."""

from collections.abc import Mapping, Sequence
from typing import Any

from common.languages import localized
from common.money import money
from common.security.caller import Caller
from order_service.app.after_sales import service as after_sales
from order_service.app.orders import actions, fulfilments
from order_service.app.payments import refund_requests as refunds
from order_service.app.payments.service import render_ledger
from order_service.app.payments.states import PAYMENT

Json = dict[str, Any]
Row = Mapping[str, Any]
_AMOUNTS = ("subtotal", "discount", "shipping", "shipping_discount", "tax", "total", "refunded")


def render(
    caller: Caller,
    order: Mapping[str, Any],
    lines: Sequence[Mapping[str, Any]],
    ledger: Sequence[Mapping[str, Any]],
    parcels: Sequence[Json] = (),
    refund_requests: Sequence[Json] = (),
    changes: Sequence[Json] = (),
    returns: Sequence[Json] = (),
    exchanges: Sequence[Json] = (),
    *,
    left: int | None = None,
) -> Json:
    """For this caller. A new order has no parcels and no refunds: all of its ledger is `left` to give back."""
    currency, coupon = order["currency"], order["coupon"]
    known = facts(ledger, [*returns, *exchanges], left)
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
        "discounts": [_discount(one, currency) for one in order["discounts"] or ()],
        "tax_lines": [_tax_line(one, currency) for one in order["tax_lines"] or ()],
        "lines": [render_line(line, currency) for line in lines],
        "address": order["address"],
        "shipping_method": _shipping(order["shipping_method"]),
        "email": order["email"],
        "note": order["note"],
        "ledger": render_ledger(ledger),
        "fulfilment_status": order["fulfilment_status"],
        "fulfilments": [fulfilments.render(parcel) for parcel in parcels],
        "refunds": [refunds.render(request) for request in refund_requests],
        "changes": after_sales.render_changes(changes),
        "returns": [after_sales.render_return(row) for row in returns],
        "exchanges": [after_sales.render_exchange(row) for row in exchanges],
        "cart_id": order["cart_id"],
        "created_at": order["created_at"],
        "updated_at": order["updated_at"],
        "placed_at": order["placed_at"],
        "return_until": order["return_until"],
        "cancelled_at": order["cancelled_at"],
        "cancel_reason": order["cancel_reason"],
        "refundable": money(known.refundable, currency),
        "actions": actions.possible(caller, order, known),
    }


def facts(ledger: Sequence[Row], requests: Sequence[Row], left: int | None) -> actions.Facts:
    """What an order's other rows tell the rules; without `left` all of the ledger can be given back."""
    paid = sum(entry["amount"] for entry in ledger)
    refundable = paid if left is None else left
    one_payment = [entry["type"] for entry in ledger] == [PAYMENT] and refundable == paid
    return actions.Facts(refundable, one_payment, after_sales.standing(requests))


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
        "discounts": [_discount(one, currency) for one in line["discounts"] or ()],
        "tax": money(line["tax"], currency),
        "tax_rate_bp": line["tax_rate_bp"],
        "fulfilled": line["fulfilled"],
        "refunded": line["refunded"],
        "restocked": line["restocked"],
        "to_send": line["quantity"] - line["fulfilled"] - line["withdrawn"],
    }


def _shipping(method: Mapping[str, Any]) -> Json:
    days = {name: method.get(name) for name in ("min_days", "max_days")}  # orders of old do not have them
    return {"code": method["code"], "name": localized(method["name"]), "price": method["price"], **days}


def _discount(one: Mapping[str, Any], currency: str) -> Json:
    return {**one, "name": localized(one["name"]), "amount": money(one["amount"], currency)}


def _tax_line(one: Mapping[str, Any], currency: str) -> Json:
    amounts = {name: money(one[name], currency) for name in ("base", "amount")}
    return {"name": localized(one["name"]), "rate_bp": one["rate_bp"], **amounts}
