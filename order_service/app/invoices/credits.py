"""What a credit note says of money that was given back: for which goods, and how much tax of which rate was in it.

Pure functions over minor units. The taxes of all credit notes of an order never exceed what was invoiced, and where
all of it was given back they are the same to the cent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from order_service.app.after_sales.explaining import rate_of
from order_service.app.invoices.kinds import INVOICE
from order_service.app.pricing.shares import allocate
from order_service.app.pricing.taxes import tax_on
from order_service.app.refunds.pieces import Pieces, worth

Json = dict[str, Any]
Row = Mapping[str, Any]
Rate = tuple[int, str]
SHIPPING, REST = "shipping", "rest"  # what a line without goods is


@dataclass(slots=True)
class Left:
    """What is invoiced and not credited: so much with the tax, so much tax in it."""

    gross: int = 0
    tax: int = 0


def left_by_rate(documents: Sequence[Row]) -> tuple[dict[Rate, Left], int]:
    """(by rate, how much bears no tax) over all documents of an order."""
    found: dict[Rate, Left] = {}
    untaxed = 0
    for document in documents:
        sign, contents = 1 if document["kind"] == INVOICE else -1, document["contents"]
        untaxed += sign * contents["total"]
        for one in contents["tax_lines"]:
            left = found.setdefault((one["rate_bp"], one["name"]), Left())
            left.gross += sign * (one["base"] + one["amount"])
            left.tax += sign * one["amount"]
            untaxed -= sign * (one["base"] + one["amount"])
    return found, untaxed


def pieces_back(lines: Sequence[Row], documents: Sequence[Row], *, everything: bool) -> list[Pieces]:
    """What was given back and stands in no document yet; `everything` for all that is left of the order."""
    known: dict[str, int] = {}
    for document in documents:
        for line_id, number in document["contents"].get("pieces", {}).items():
            known[line_id] = known.get(line_id, 0) + number
    found = []
    for line in lines:
        before = known.get(line["id"], 0)
        after = line["quantity"] if everything else line["refunded"]
        if after > before:
            found.append(Pieces({**line, "refunded": before}, after - before, 0, 0))
    return found


def credited(
    order: Row, lines: Sequence[Row], documents: Sequence[Row], named: Sequence[Row], amount: int, everything: bool
) -> Json:
    """The sums of a credit note over `amount`, tax included. `named` are the order's lines as they read.

    It lists the goods where they, or they and the shipping, come to this amount exactly; else there is one line.
    """
    back, included = pieces_back(lines, documents, everything=everything), order["tax_included"]
    goods = worth(back, included)
    shipping = order["shipping"] + (0 if included else order["tax"] - sum(line["tax"] for line in lines))
    shown: list[Json] = []
    by_rate: dict[int, int] = {}
    listed = bool(back) and amount in (goods, goods + shipping)
    if listed:
        reads = {line["line_id"]: line for line in named}
        for each in back:
            paid, rate_bp = worth([each], included), rate_of(order, each.line)
            shown.append(_line(reads[each.line["id"]], each.quantity, paid))
            by_rate[rate_bp] = by_rate.get(rate_bp, 0) + paid
        if amount > goods:
            shown.append(_line({"what": SHIPPING}, 1, shipping))
    else:
        shown.append(_line({"what": REST}, 1, amount))
    tax_lines = _tax_lines(amount, by_rate, *left_by_rate(documents))
    sums = {"lines": shown, "tax_included": True, "subtotal": amount, "discounts": [], "total": amount}
    sums |= {"shipping": {"name": "", "amount": 0}, "tax_lines": tax_lines}
    pieces = {each.line["id"]: each.quantity for each in back if listed}
    return sums | {"tax": sum(one["amount"] for one in tax_lines), "pieces": pieces}


def _tax_lines(amount: int, goods: Mapping[int, int], rates: Mapping[Rate, Left], untaxed: int) -> list[Json]:
    """What of the amount bears which tax: the goods' own rates as far as they have something left, and the rest by what
    is left of each. All that is left goes back with all its tax, however that was rounded.
    """
    if amount == untaxed + sum(left.gross for left in rates.values()):
        shares = [left.gross for left in rates.values()]
    else:
        own, unplaced = [], dict(goods)
        for (rate_bp, _), left in rates.items():  # two may be equally high
            own.append(max(min(unplaced.get(rate_bp, 0), left.gross), 0))
            unplaced[rate_bp] = unplaced.get(rate_bp, 0) - own[-1]
        room = [max(left.gross - share, 0) for left, share in zip(rates.values(), own, strict=True)]
        *rest, _ = allocate(amount - sum(own), [*room, max(untaxed, 0)])
        shares = [share + more for share, more in zip(own, rest, strict=True)]
    return [_tax_line(rate, gross, rates[rate]) for rate, gross in zip(rates, shares, strict=True) if gross]


def _line(reads: Row, quantity: int, amount: int) -> Json:
    blank = {"line_id": None, "title": "", "variant": "", "sku": None, "rate_bp": None}
    return {**blank, **reads, "quantity": quantity, "unit_price": None, "discount": 0, "amount": amount}


def _tax_line(rate: Rate, gross: int, left: Left) -> Json:
    tax = left.tax if gross == left.gross else min(tax_on(gross, rate[0], inclusive=True), left.tax)
    return {"name": rate[1], "rate_bp": rate[0], "base": gross - tax, "amount": tax}
