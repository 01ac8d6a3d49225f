"""What explains an order's amounts, once some of its lines are others: discounts by promotion, taxes by rate."""

from collections.abc import Mapping, Sequence
from typing import Any

from order_service.app.pricing.shares import allocate

Json = dict[str, Any]
Row = Mapping[str, Any]


def rate_of(order: Row, line: Row) -> int:
    """A line's tax rate in basis points; lines of old have the order's."""
    own: int | None = line["tax_rate_bp"]
    return int(order["tax_rate_bp"]) if own is None else own


def line_discounts(before: Row, discount: int) -> list[Json] | None:
    """Who takes how much of this discount off: in the proportions of the line it comes from."""
    if before["discounts"] is None:
        return None
    shares = allocate(discount, [one["amount"] for one in before["discounts"]])
    return [{**one, "amount": share} for one, share in zip(before["discounts"], shares, strict=True) if share]


def discounts_after(order: Row, before: Sequence[Row], after: Sequence[Row]) -> list[Json] | None:
    """The order's discounts, each with what its lines have of it now."""
    if order["discounts"] is None:
        return None
    grown = _by_promotion(after)
    for promotion_id, amount in _by_promotion(before).items():
        grown[promotion_id] = grown.get(promotion_id, 0) - amount
    kept = [{**one, "amount": one["amount"] + grown.get(one["promotion_id"], 0)} for one in order["discounts"]]
    return [one for one in kept if one["amount"]]


def tax_lines_after(order: Row, before: Sequence[Row], after: Sequence[Row]) -> list[Json] | None:
    """The order's tax lines; what the lines grew by is in the first one of their rate."""
    if order["tax_lines"] is None:
        return None
    found = [dict(one) for one in order["tax_lines"]]
    for sign, lines in ((1, after), (-1, before)):
        for line in lines:
            mine = next((one for one in found if one["rate_bp"] == rate_of(order, line)), None)
            if mine is not None:
                paid = line["total"] - line["discount"]
                mine["base"] += sign * (paid - (line["tax"] if order["tax_included"] else 0))
                mine["amount"] += sign * line["tax"]
    return found


def _by_promotion(lines: Sequence[Row]) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in lines:
        for one in line["discounts"] or ():
            found[one["promotion_id"]] = found.get(one["promotion_id"], 0) + one["amount"]
    return found
