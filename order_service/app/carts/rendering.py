"""A cart as its shopper sees it: quoted, priced, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from common.errors import ShopError
from common.languages import localized
from common.money import money
from order_service.app.carts.rows import CartRow
from order_service.app.pricing.service import Item, Totals, price
from order_service.app.pricing.tariffs import Tariff
from order_service.app.quotes.service import Quote

FEW = 5


def availability(available: int) -> Literal["in_stock", "few_left", "out_of_stock"]:
    """The coarse label that pages carry."""
    if available <= 0:
        return "out_of_stock"
    return "few_left" if available <= FEW else "in_stock"


@dataclass(frozen=True, slots=True)
class CartCoupon:
    """The coupon of a cart: what it takes off, or why it takes nothing off."""

    code: str
    name: str
    discount: int = 0
    problem: ShopError | None = None


def items_of(cart: CartRow, quotes: Mapping[str, Quote]) -> list[Item]:
    """The lines as far as their price goes; those no longer sold cost nothing and cannot be ordered."""
    return [
        Item(quotes[line["variant_id"]]["unit_price"]["amount"], line["quantity"])
        for line in cart.lines
        if line["variant_id"] in quotes
    ]


def render(
    cart: CartRow, quotes: Mapping[str, Quote], tariff: Tariff, coupon: CartCoupon | None = None
) -> dict[str, Any]:
    currency = cart.currency
    option = tariff.shipping_option(cart.shipping_code, currency)
    discount = coupon.discount if coupon else 0
    totals = price(items_of(cart, quotes), option.price if option else 0, tariff.tax(cart.address), discount)
    return {
        "id": cart.id,
        "version": cart.version,
        "status": cart.status,
        "order_id": cart.order_id,
        "currency": currency,
        "items": [_line(line, quotes.get(line["variant_id"]), currency) for line in cart.lines],
        "coupon": cart.coupon_code,
        "promotion": _coupon(coupon, currency) if coupon else None,
        "shipping_method": cart.shipping_code,
        "address": cart.address,
        "totals": render_totals(totals, currency),
        "shipping_options": [
            {"code": option.code, "name": localized(option.name), "price": money(option.price, currency)}
            for option in tariff.shipping
            if option.currency == currency
        ],
        "updated_at": cart.updated_at,
    }


def render_totals(totals: Totals, currency: str) -> dict[str, Any]:
    return {
        "subtotal": money(totals.subtotal, currency),
        "discount": money(totals.discount, currency),
        "shipping": money(totals.shipping, currency),
        "tax": money(totals.tax, currency),
        "tax_included": totals.tax_included,
        "total": money(totals.total, currency),
    }


def _coupon(coupon: CartCoupon, currency: str) -> dict[str, Any]:
    problem = coupon.problem
    return {
        "code": coupon.code,
        "name": coupon.name,
        "discount": money(coupon.discount, currency),
        "problem": {"code": problem.code, "detail": problem.detail, **problem.extra} if problem else None,
    }


def _line(line: Mapping[str, Any], quote: Quote | None, currency: str) -> dict[str, Any]:
    shown = quote or line["quote"]
    available = quote["available"] if quote is not None else 0
    unit_price = quote["unit_price"]["amount"] if quote is not None else 0
    return {
        "id": line["id"],
        "variant_id": line["variant_id"],
        "product_id": shown["product_id"],
        "title": localized(shown["title"]),
        "variant_title": localized(shown["variant_title"]),
        "options": shown["options"],
        "image": shown["image"],
        "note": line.get("note"),
        "quantity": line["quantity"],
        "unit_price": money(unit_price, currency),
        "total": money(unit_price * line["quantity"], currency),
        "availability": availability(available),
        "enough": available >= line["quantity"],
    }
