"""Which pieces of an order a refund is about, what they were paid with, and what becomes of them; pure functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.money import round_half_up
from order_service.app.refunds.errors import TooManyPieces, UnknownLine
from order_service.app.refunds.schemas import RefundCreate

Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pieces:
    """So many of a line: `restocked` go on the shelf, of which `withdrawn` were never sent."""

    line: Line
    quantity: int
    restocked: int
    withdrawn: int


def chosen(wanted: RefundCreate, lines: Sequence[Line]) -> list[Pieces]:
    """The named pieces, or all that are not refunded when nothing is named; TooManyPieces, UnknownLine."""
    if wanted.lines is None:
        if wanted.amount is not None:
            return []
        every = [_pieces(line, line["quantity"] - line["refunded"], wanted.restock) for line in lines]
        return [pieces for pieces in every if pieces.quantity or pieces.restocked]
    by_id = {line["id"]: line for line in lines}
    found = []
    for named in wanted.lines:
        line = by_id.get(named.line_id)
        if line is None:
            raise UnknownLine(f"{named.line_id} is no line of this order.")
        left = line["quantity"] - line["refunded"]
        if named.quantity > left:
            raise TooManyPieces(f"{left} of it are not refunded yet.", line_id=named.line_id, left=left)
        found.append(_pieces(line, named.quantity, wanted.restock))
    return found


def _pieces(line: Line, quantity: int, restock: bool) -> Pieces:
    restocked = min(quantity, line["quantity"] - line["restocked"]) if restock else 0
    return Pieces(line, quantity, restocked, min(restocked, unsent(line)))


def unsent(line: Line) -> int:
    """How many pieces are still to be sent."""
    return int(line["quantity"] - line["fulfilled"] - line["withdrawn"])


def worth(pieces: Sequence[Pieces], tax_included: bool) -> int:
    """What was paid for them. The pieces of a line add up to what was paid for the line, to the last cent."""
    return sum(_worth(each, tax_included) for each in pieces)


def _worth(pieces: Pieces, tax_included: bool) -> int:
    line = pieces.line
    paid = line["total"] - line["discount"] + (0 if tax_included else line["tax"])
    before, after = line["refunded"], line["refunded"] + pieces.quantity
    return round_half_up(paid * after, line["quantity"]) - round_half_up(paid * before, line["quantity"])
