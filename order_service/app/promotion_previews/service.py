"""Trying a promotion on a cart: the same pricing as for any cart, and nothing is written."""

from typing import Any

from common.clock import Clock
from common.money import money
from order_service.app.carts.rendering import render_discounts, render_tax_lines, render_totals
from order_service.app.pricing.lines import Item
from order_service.app.pricing.service import Totals, price
from order_service.app.pricing.shipping import NO_DELIVERY
from order_service.app.promotion_previews.schemas import PromotionPreviewCreate
from order_service.app.promotions.errors import CouponNotCombined
from order_service.app.promotions.offers import Offer, Problem, offer
from order_service.app.promotions.service import PromotionService, as_row
from order_service.app.tariffs.service import Tariffs

Json = dict[str, Any]


class PromotionPreviewService:
    def __init__(self, promotions: PromotionService, tariffs: Tariffs, clock: Clock, currency: str) -> None:
        self._promotions = promotions
        self._tariffs = tariffs
        self._clock = clock
        self._currency = currency

    async def preview(self, wanted: PromotionPreviewCreate) -> Json:
        """The cart with the promotion, with what else counts by itself, and without it."""
        currency, groups, now = wanted.currency or self._currency, wanted.customer_groups, self._clock.now()
        tried, tariff = (await self._tried(wanted)).in_currency(currency), await self._tariffs.current()
        items = [_item(line.model_dump()) for line in wanted.lines]
        option = tariff.shipping_option(wanted.shipping_method, currency)
        delivery = option.delivery if option else NO_DELIVERY
        taxes = tariff.taxes(wanted.destination.model_dump() if wanted.destination else None)
        others = [
            one.in_currency(currency).rule
            for one in tariff.automatic
            if one.rule.promotion_id != tried.rule.promotion_id and one.standing(groups, now) is None
        ]
        problem = tried.standing(groups, now) or tried.problem(items, currency)
        rules = others if problem is not None else [*others, tried.rule]
        totals = price(items, delivery, taxes, rules, currency)
        if problem is None and not _counts(tried, totals):
            problem = CouponNotCombined()
        return {
            "totals": render_totals(totals, currency),
            "without": render_totals(price(items, delivery, taxes, others, currency), currency),
            "discounts": render_discounts(totals.discounts, currency),
            "tax_lines": render_tax_lines(totals.tax_lines, currency),
            "lines": [_line(place, item, totals, currency) for place, item in enumerate(items)],
            "problem": _problem(problem) if problem is not None else None,
        }

    async def _tried(self, wanted: PromotionPreviewCreate) -> Offer:
        if wanted.promotion is not None:
            return offer(as_row(wanted.promotion, self._currency) | {"uses": 0})
        return await self._promotions.found(wanted.promotion_id or "")


def _item(line: Json) -> Item:
    return Item(
        line["unit_price"],
        line["quantity"],
        line["product_id"] or "",
        tuple(line["category_ids"]),
        line["tax_class"],
        line["weight_grams"],
    )


def _counts(tried: Offer, totals: Totals) -> bool:
    """Whether it takes something off, or nothing else prevents it."""
    counting = [discount.rule for discount in totals.discounts]
    alone = not counting or (tried.rule.combinable and all(rule.combinable for rule in counting))
    return tried.rule in counting or alone


def _line(place: int, item: Item, totals: Totals, currency: str) -> Json:
    return {
        "total": money(item.total, currency),
        "discount": money(totals.line_discounts[place], currency),
        "tax": money(totals.line_taxes[place], currency),
    }


def _problem(problem: Problem) -> Json:
    return {"code": problem.code, "detail": problem.detail, **problem.extra}
