"""Swaps drawn up: which pieces, for which variants, at what difference. For changed items and exchanges alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.money import Money, money
from order_service.app.after_sales.errors import DifferenceChanged
from order_service.app.after_sales.pieces import Free, named
from order_service.app.after_sales.schemas import SwapWanted
from order_service.app.after_sales.swaps import swap, swapped
from order_service.app.checkout.errors import OutOfStock
from order_service.app.quotes.service import Quote, Quotes, in_currency, shortages

Json = dict[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DrawnSwaps:
    """`difference` (minor units, signed) is what the order's total grows by."""

    swaps: list[Json]
    difference: int


async def quoted(quotes: Quotes, wanted: Sequence[SwapWanted]) -> Mapping[str, Quote]:
    """What is sold of the wanted variants right now, or OutOfStock."""
    asked: dict[str, int] = {}
    for each in wanted:
        asked[each.to] = asked.get(each.to, 0) + 1
    found = await quotes.of(asked, fresh=True)
    short = shortages(asked, found)
    if short:
        raise OutOfStock(lines=short)
    return found


def drawn_swaps(
    order: Row,
    lines: Sequence[Row],
    wanted: Sequence[SwapWanted],
    quotes: Mapping[str, Quote],
    free: Free,
    *,
    sent: bool,
    expected: Money | None = None,
) -> DrawnSwaps:
    """UnknownPiece, NotSoManyPieces, OtherProduct, OtherCurrency where the order has no such swaps; DifferenceChanged
    where they do not cost what was expected."""
    pieces = named([each.piece for each in wanted], lines, free)
    currency = order["currency"]
    targets = [in_currency(quotes[each.to], currency) or quotes[each.to] for each in wanted]
    swaps = [swap(line, target, currency) for line, target in zip(pieces, targets, strict=True)]
    after = swapped(order, lines, swaps, sent=sent)
    difference = after.totals["total"] - order["total"]
    if expected is not None and (expected.amount, expected.currency) != (difference, order["currency"]):
        raise DifferenceChanged(difference=money(difference, order["currency"]))
    return DrawnSwaps(swaps, difference)
