"""A cart as its shopper sees it: quoted, priced, in the reader's language."""

from collections.abc import Mapping, Sequence
from typing import Any

from common.languages import localized
from common.money import money
from order_service.app.carts.pricing import PricedCart
from order_service.app.carts.rows import CartRow
from order_service.app.pricing.discounts import Discount
from order_service.app.pricing.service import Totals
from order_service.app.pricing.taxes import TaxLine
from order_service.app.promotions.offers import Problem
from order_service.app.quotes.service import Quote
from order_service.app.shipping_methods.errors import ShippingNotAvailable
from order_service.app.shipping_methods.service import ShippingOption
from order_service.app.tariffs.service import Tariff

Json = dict[str, Any]


def render(cart: CartRow, quotes: Mapping[str, Quote], tariff: Tariff, priced: PricedCart) -> Json:
    currency, totals = cart.currency, priced.totals
    coupons = [_coupon(code, priced, currency) for code in cart.codes]
    misfit = ShippingNotAvailable(priced.misfit) if priced.misfit else None
    return {
        "id": cart.id,
        "version": cart.version,
        "status": cart.status,
        "order_id": cart.order_id,
        "currency": currency,
        "items": [
            _line(line, quotes.get(line["variant_id"]), place, totals, currency)
            for place, line in enumerate(cart.lines)
        ],
        "coupon": cart.codes[0] if cart.codes else None,
        "promotion": coupons[0] if coupons else None,
        "coupons": coupons,
        "discounts": render_discounts(totals.discounts, currency),
        "tax_lines": render_tax_lines(totals.tax_lines, currency),
        "shipping_method": cart.shipping_code,
        "shipping_problem": {"code": misfit.code, "detail": misfit.detail, **misfit.extra} if misfit else None,
        "address": cart.address,
        "totals": render_totals(totals, currency),
        "shipping_options": [
            _offer(option, totals, currency)
            for option in tariff.shipping
            if option.misfit(tariff.place(cart.address), currency, totals.goods, totals.grams) is None
        ],
        "updated_at": cart.updated_at,
    }


def render_totals(totals: Totals, currency: str) -> Json:
    return {
        "subtotal": money(totals.subtotal, currency),
        "discount": money(totals.discount, currency),
        "shipping": money(totals.shipping, currency),
        "shipping_discount": money(totals.shipping_discount, currency),
        "tax": money(totals.tax, currency),
        "tax_included": totals.tax_included,
        "total": money(totals.total, currency),
    }


def render_discounts(discounts: Sequence[Discount], currency: str) -> list[Json]:
    """What each promotion takes off the whole basket."""
    return [_discount(discount, discount.amount, currency) for discount in discounts]


def render_tax_lines(lines: Sequence[TaxLine], currency: str) -> list[Json]:
    return [
        {
            "name": localized(line.name),
            "rate_bp": line.rate_bp,
            "base": money(line.base, currency),
            "amount": money(line.amount, currency),
        }
        for line in lines
    ]


def _discount(discount: Discount, amount: int, currency: str) -> Json:
    rule = discount.rule
    return {
        "promotion_id": rule.promotion_id,
        "code": rule.code,
        "name": localized(rule.name),
        "amount": money(amount, currency),
    }


def _coupon(code: str, priced: PricedCart, currency: str) -> Json:
    problem: Problem | None = priced.problem(code)
    amount = sum(discount.amount for discount in priced.totals.discounts if discount.rule.code == code)
    return {
        "code": code,
        "name": localized(priced.entitlement.names.get(code)) or code,
        "discount": money(amount, currency),
        "problem": {"code": problem.code, "detail": problem.detail, **problem.extra} if problem else None,
    }


def _offer(option: ShippingOption, totals: Totals, currency: str) -> Json:
    cost = option.delivery.cost(totals.goods, totals.grams) or 0
    return {
        "code": option.code,
        "name": localized(option.name),
        "price": money(cost, currency),
        "min_days": option.min_days,
        "max_days": option.max_days,
    }


def _line(line: Mapping[str, Any], quote: Quote | None, place: int, totals: Totals, currency: str) -> Json:
    """With what is taken off it, and the tax that is in or on it."""
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
        "discounts": [_discount(one, one.lines[place], currency) for one in totals.discounts if one.lines[place]],
        "tax": money(totals.line_taxes[place], currency),
        "availability": shown.get("availability", "in_stock") if available > 0 else "out_of_stock",
        "enough": available >= line["quantity"],
    }
