"""Variant quotes, asked of product_service and kept for a moment.

A kept quote only saves a hop while a cart is shown or an order is drawn up: what is charged is what the hold says.
"""

import time
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from common.api_clients.products import ProductsClient
from common.database import current_tenant
from common.errors import Unavailable, UpstreamTimeout
from common.languages import current_language
from common.money import money

KEPT_QUOTES = 20_000

Quote = Mapping[str, Any]  # a VariantQuote; options are in the asker's language, other texts in all


def in_currency(quote: Quote, currency: str) -> Quote | None:
    """The quote at its price in this currency; None where it is not for sale in it, since nothing is converted."""
    if quote["unit_price"]["currency"] == currency:
        return quote
    amount = (quote.get("prices") or {}).get(currency)
    return None if amount is None else {**quote, "unit_price": money(amount, currency)}


def priced_in(quotes: Iterable[Quote], currency: str) -> dict[str, Quote]:
    """By variant id, those that are for sale in this currency."""
    found = ((quote["variant_id"], in_currency(quote, currency)) for quote in quotes)
    return {variant_id: quote for variant_id, quote in found if quote is not None}


def shortages(asked: Mapping[str, int], quotes: Mapping[str, Quote]) -> list[dict[str, Any]]:
    """{variant_id, requested, available} of each variant of which there is less than is asked for."""
    there = {variant_id: quotes[variant_id]["available"] if variant_id in quotes else 0 for variant_id in asked}
    return [
        {"variant_id": variant_id, "requested": number, "available": there[variant_id]}
        for variant_id, number in asked.items()
        if number > there[variant_id]
    ]


class Quotes:
    def __init__(self, products: ProductsClient, kept_seconds: float) -> None:
        self._products = products
        self._kept_seconds = kept_seconds
        self._kept: OrderedDict[tuple[str, str, str], tuple[float, Quote]] = OrderedDict()

    async def of(self, variant_ids: Iterable[str], *, fresh: bool = False) -> dict[str, Quote]:
        """Quotes by variant id; a variant that is not sold is missing. `fresh` asks for all of them again."""
        tenant, language, now = current_tenant(), current_language(), time.monotonic()
        wanted = list(dict.fromkeys(variant_ids))
        found: dict[str, Quote] = {}
        if not fresh:
            for variant_id in wanted:
                kept = self._kept.get((tenant, language, variant_id))
                if kept is not None and kept[0] > now:
                    found[variant_id] = kept[1]
        missing = [variant_id for variant_id in wanted if variant_id not in found]
        if missing:
            asked = await self._products.variants(missing)
            self.keep(asked.values())
            found.update(asked)
        return found

    async def of_lines(self, lines: Sequence[Mapping[str, Any]], currency: str) -> dict[str, Quote]:
        """Quotes for the lines of a cart, which carry the quote they were last seen with, in the cart's currency.

        With product_service away a cart is shown as it was last seen; buying is impossible then anyway.
        """
        try:
            found: Iterable[Quote] = (await self.of(line["variant_id"] for line in lines)).values()
        except (Unavailable, UpstreamTimeout):
            found = [line["quote"] for line in lines]
        return priced_in(found, currency)

    def keep(self, quotes: Iterable[Quote]) -> None:
        """Remember quotes, such as the authoritative ones of a hold."""
        tenant, language, until = current_tenant(), current_language(), time.monotonic() + self._kept_seconds
        for quote in quotes:
            self._kept[(tenant, language, quote["variant_id"])] = (until, quote)
        while len(self._kept) > KEPT_QUOTES:
            self._kept.popitem(last=False)
