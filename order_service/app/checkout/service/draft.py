"""An order drawn up from a cart: everything frozen, every id given, before anybody is called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from common.database import current_tenant
from common.ids import new_id
from common.money import money
from order_service.app.carts.rows import CartRow
from order_service.app.orders.service import search_text
from order_service.app.orders.states import PLACING, UNFULFILLED, UNPAID
from order_service.app.payments.states import CREATED
from order_service.app.pricing.service import Totals
from order_service.app.promotions.coupons import Coupon
from order_service.app.quotes.service import Quote
from order_service.app.shipping_methods.service import ShippingOption

Json = dict[str, Any]


@dataclass(slots=True)
class Placing:
    """An order on its way, as rows. `resumed` when somebody else began it; the flags say what was tried here."""

    order: Json
    lines: list[Json]
    payment: Json
    cart_version: int = 0
    resumed: bool = False
    hold_tried: bool = False
    payment_tried: bool = False
    commit_tried: bool = False
    ledger: list[Json] = field(default_factory=list)

    @property
    def id(self) -> str:
        return str(self.order["id"])

    def quantities(self) -> list[Json]:
        """What to hold: one entry per variant, though it may stand in several lines."""
        wanted: dict[str, int] = {}
        for line in self.lines:
            wanted[line["variant_id"]] = wanted.get(line["variant_id"], 0) + line["quantity"]
        return [{"variant_id": variant_id, "quantity": wanted[variant_id]} for variant_id in sorted(wanted)]


@dataclass(frozen=True, slots=True)
class Means:
    """How the order is paid."""

    provider: str
    token: str
    method: str
    payment_method_id: str | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What the shopper chose beside the goods."""

    address: Json
    shipping: ShippingOption
    means: Means
    email: str | None
    note: str | None
    language: str
    checkout_key: str
    coupon: Coupon | None


def draft(
    cart: CartRow, quotes: Mapping[str, Quote], totals: Totals, terms: Terms, now: datetime, lease_until: datetime
) -> Placing:
    order_id, tenant = new_id("ord"), current_tenant()
    order = {
        "tenant_id": tenant,
        "id": order_id,
        "number": None,
        "customer_id": cart.owner_id,
        "status": PLACING,
        "payment_status": UNPAID,
        "checkout_state": PLACING,
        "refusal": None,
        "currency": cart.currency,
        "subtotal": totals.subtotal,
        "discount": totals.discount,
        "shipping": totals.shipping,
        "tax": totals.tax,
        "tax_rate_bp": totals.rate_bp,
        "tax_included": totals.tax_included,
        "total": totals.total,
        "refunded": 0,
        "coupon": terms.coupon.frozen() if terms.coupon else None,
        "address": terms.address,
        "shipping_method": _shipping(terms.shipping),
        "email": terms.email,
        "note": terms.note,
        "language": terms.language,
        "search_text": search_text(terms.address.get("name"), terms.email),
        "fulfilment_status": UNFULFILLED,
        "cart_id": cart.id,
        "standing_cart_id": cart.id,
        "checkout_key": terms.checkout_key,
        "reservation_id": new_id("res"),
        "restock_id": new_id("rst"),
        "lease_until": lease_until,
        "placed_at": None,
        "cancelled_at": None,
        "cancel_reason": None,
        "created_at": now,
        "updated_at": now,
    }
    return Placing(order, _lines(cart, quotes, totals, order), _payment(order, terms.means), cart.version)


def _shipping(option: ShippingOption) -> Json:
    return {"code": option.code, "name": option.name, "price": money(option.price, option.currency)}


def _lines(cart: CartRow, quotes: Mapping[str, Quote], totals: Totals, order: Json) -> list[Json]:
    return [
        _line(position, line, quotes[line["variant_id"]], discount, tax, order)
        for position, (line, discount, tax) in enumerate(
            zip(cart.lines, totals.line_discounts, totals.line_taxes, strict=True)
        )
    ]


def _line(position: int, line: Mapping[str, Any], quote: Quote, discount: int, tax: int, order: Json) -> Json:
    unit_price = quote["unit_price"]["amount"]
    return {
        "tenant_id": order["tenant_id"],
        "id": new_id("oln"),
        "order_id": order["id"],
        "position": position,
        "product_id": quote["product_id"],
        "variant_id": quote["variant_id"],
        "sku": quote["sku"],
        "title": quote["title"],
        "variant_title": quote["variant_title"],
        "options": quote["options"],
        "image": quote["image"],
        "note": line.get("note"),
        "quantity": line["quantity"],
        "unit_price": unit_price,
        "total": unit_price * line["quantity"],
        "discount": discount,
        "tax": tax,
        "fulfilled": 0,
        "refunded": 0,
        "restocked": 0,
        "withdrawn": 0,
    }


def _payment(order: Json, means: Means) -> Json:
    return {
        "tenant_id": order["tenant_id"],
        "id": new_id("pay"),
        "order_id": order["id"],
        "position": 0,
        "provider": means.provider,
        "method": means.method,
        "payment_method_id": means.payment_method_id,
        "token": means.token,
        "amount": order["total"],
        "currency": order["currency"],
        "status": CREATED,
        "created_at": order["created_at"],
        "updated_at": order["created_at"],
    }
