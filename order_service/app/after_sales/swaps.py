"""What an order becomes when pieces of it become other variants; pure functions, exact to the last cent.

Each piece keeps its share of the line's discount, unless that is more than the new price; its tax is the line's own
rate on what is paid for it. Nothing else of the order moves (docs/after-sales.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.ids import new_id
from common.money import round_half_up
from order_service.app.after_sales.errors import OtherCurrency, OtherProduct
from order_service.app.after_sales.explaining import discounts_after, line_discounts, rate_of, tax_lines_after
from order_service.app.pricing.taxes import tax_on

Json = dict[str, Any]
Row = Mapping[str, Any]
_QUOTED = ("product_id", "variant_id", "sku", "title", "variant_title", "options", "image")


@dataclass(frozen=True, slots=True)
class Swapped:
    """`changed` are lines as they become, `added` new ones; `totals` the order's columns, with what explains them."""

    changed: list[Json]
    added: list[Json]
    totals: Json


def swap(line: Row, quote: Row, currency: str) -> Json:
    """One piece of the line for one of the quoted variant, as it is written down."""
    if quote["product_id"] != line["product_id"]:
        raise OtherProduct(variant_id=quote["variant_id"])
    if quote["unit_price"]["currency"] != currency:
        raise OtherCurrency(variant_id=quote["variant_id"])
    to = {name: quote[name] for name in _QUOTED} | {"unit_price": quote["unit_price"]["amount"]}
    return {"line_id": line["id"], "variant_id": line["variant_id"], "to": to}


def swapped(order: Row, lines: Sequence[Row], swaps: Sequence[Row], *, sent: bool) -> Swapped:
    """The order after the swaps; `sent` when the pieces are with the customer, and so are those that replace them."""
    changed: list[Json] = []
    added: list[Json] = []
    for line in lines:
        targets = [swap["to"] for swap in swaps if swap["line_id"] == line["id"]]
        if targets:
            kept, new = _split(order, line, targets, sent)
            changed.append(kept)
            added += new
    last = max(line["position"] for line in lines)
    for place, line in enumerate(added, last + 1):
        line["position"] = place
    return Swapped(changed, added, _totals(order, lines, changed, added))


def _split(order: Row, line: Row, targets: Sequence[Row], sent: bool) -> tuple[Json, list[Json]]:
    """The line as it becomes, and the lines that come of it. Where nothing is left of it, it becomes the first."""
    quantity, moved = line["quantity"], len(targets)
    rest = quantity - moved
    kept_discount = round_half_up(line["discount"] * rest, quantity)
    shares = _shares(line["discount"] - kept_discount, moved)
    new: dict[str, Json] = {}
    for to, share in zip(targets, shares, strict=True):
        one = new.setdefault(to["variant_id"], _fresh(line, to))
        one["quantity"] += 1
        one["discount"] += share
    lines = list(new.values())
    for each in lines:
        each["fulfilled"] = each["quantity"] if sent else 0
        _price(order, each, line)
    if rest == 0:
        first, *others = lines
        return first | {"id": line["id"], "position": line["position"]}, others
    kept = dict(line) | {"quantity": rest, "discount": kept_discount}
    kept["fulfilled"] -= moved if sent else 0
    _price(order, kept, line)
    return kept, lines


def _fresh(line: Row, to: Row) -> Json:
    counters = {"quantity": 0, "discount": 0, "fulfilled": 0, "refunded": 0, "restocked": 0, "withdrawn": 0}
    return {**line, **to, **counters, "id": new_id("oln")}


def _price(order: Row, line: Json, before: Row) -> None:
    line["total"] = line["unit_price"] * line["quantity"]
    line["discount"] = min(line["discount"], line["total"])
    line["discounts"] = line_discounts(before, line["discount"])
    paid, paid_before = line["total"] - line["discount"], before["total"] - before["discount"]
    if paid == paid_before:  # its share of the tax was rounded with the others': nothing moves by a cent
        line["tax"] = before["tax"]
    else:
        line["tax"] = tax_on(paid, rate_of(order, line), order["tax_included"])


def _totals(order: Row, lines: Sequence[Row], changed: Sequence[Row], added: Sequence[Row]) -> Json:
    gone = {line["id"] for line in changed}
    before, after = [line for line in lines if line["id"] in gone], [*changed, *added]
    totals: Json = {}
    for column, part in (("subtotal", "total"), ("discount", "discount"), ("tax", "tax")):
        totals[column] = order[column] + sum(line[part] for line in after) - sum(line[part] for line in before)
    owed = totals["subtotal"] - totals["discount"] + order["shipping"]
    totals["total"] = owed if order["tax_included"] else owed + totals["tax"]
    totals["discounts"] = discounts_after(order, before, after)
    totals["tax_lines"] = tax_lines_after(order, before, after)
    return totals


def _shares(amount: int, pieces: int) -> list[int]:
    """Equal shares that add up to it, the first ones a cent larger."""
    return [amount // pieces + (place < amount % pieces) for place in range(pieces)]
