"""A cart priced: its lines as items, the promotions its owner may have, where it goes, and what that comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from order_service.app.carts.rows import CartRow
from order_service.app.pricing.lines import STANDARD, Item
from order_service.app.pricing.service import Totals, price
from order_service.app.pricing.shipping import NO_DELIVERY
from order_service.app.promotions.errors import CouponNotCombined
from order_service.app.promotions.offers import Problem
from order_service.app.promotions.redeeming import Customer, Entitlement, Entitlements
from order_service.app.quotes.service import Quote
from order_service.app.shipping_methods.service import Reason, ShippingOption
from order_service.app.tariffs.service import Tariff

Address = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PricedCart:
    """`misfit` is why the chosen shipping method does not do: then nothing is asked for it."""

    items: Sequence[Item]
    entitlement: Entitlement
    totals: Totals
    option: ShippingOption | None
    misfit: Reason | None

    def problem(self, code: str) -> Problem | None:
        """Why this code of the cart does not count, or None. One that finds nothing to take off yet still counts."""
        if code in self.entitlement.problems:
            return self.entitlement.problems[code]
        counting = [discount.rule for discount in self.totals.discounts]
        mine = next(rule for rule in self.entitlement.rules if rule.code == code)
        if not counting or mine in counting or (mine.combinable and all(rule.combinable for rule in counting)):
            return None
        return CouponNotCombined()


def items_of(lines: Sequence[Mapping[str, Any]], quotes: Mapping[str, Quote]) -> list[Item]:
    """The lines as far as their price goes; those no longer sold count for nothing and cannot be ordered."""
    return [
        item(quotes[line["variant_id"]], line["quantity"]) if line["variant_id"] in quotes else Item(0, 0)
        for line in lines
    ]


def item(quote: Quote, quantity: int) -> Item:
    """So many of what was quoted. Quotes kept with old carts say less."""
    return Item(
        quote["unit_price"]["amount"],
        quantity,
        quote["product_id"],
        quote.get("category_ids", ()),
        quote.get("tax_class", STANDARD),
        quote.get("weight_grams", 0),
    )


async def priced(
    cart: CartRow,
    quotes: Mapping[str, Quote],
    tariff: Tariff,
    entitlements: Entitlements,
    customer: Customer,
    address: Address | None,
    option: ShippingOption | None,
) -> PricedCart:
    """The cart, going there by this shipping method."""
    items, currency = items_of(cart.lines, quotes), cart.currency
    entitlement = await entitlements.of(
        customer, cart.codes, tariff.automatic, items, currency, ordered=cart.order_id is not None
    )
    delivery = option.delivery if option else NO_DELIVERY
    totals = price(items, delivery, tariff.taxes(address), entitlement.rules, currency)
    misfit = option.misfit(tariff.place(address), currency, totals.goods, totals.grams) if option else None
    if misfit is not None:
        totals = price(items, NO_DELIVERY, tariff.taxes(address), entitlement.rules, currency)
    return PricedCart(items, entitlement, totals, option, misfit)
