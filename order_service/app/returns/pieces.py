"""What came back and what it was paid with; pure functions."""

from collections.abc import Mapping, Sequence
from typing import Any

from order_service.app.after_sales.pieces import with_customer
from order_service.app.refunds.pieces import Pieces, worth
from order_service.app.returns.errors import NotAnnounced
from order_service.app.returns.schemas import ReturnReceipt

Json = dict[str, Any]
Row = Mapping[str, Any]


def received(announced: Sequence[Row], receipt: ReturnReceipt) -> list[Json]:
    """[{line_id, variant_id, quantity, restocked}] of what came; NotAnnounced when that is more than was to come."""
    if receipt.lines is None:
        return [{**line, "restocked": line["quantity"] if receipt.restock else 0} for line in announced]
    by_id = {line["line_id"]: line for line in announced}
    found = []
    for came in receipt.lines:
        line = by_id.get(came.line_id)
        most = line["quantity"] if line is not None else 0
        if line is None or came.quantity > most:
            raise NotAnnounced(line_id=came.line_id, announced=most)
        default = came.quantity if receipt.restock else 0
        restocked = default if came.restocked is None else came.restocked
        found.append({**line, "quantity": came.quantity, "restocked": restocked})
    return found


def paid_back(pieces: Sequence[Row], lines: Sequence[Row]) -> list[Pieces]:
    """Those that nobody gave the money back for in the meantime."""
    by_id = {line["id"]: line for line in lines}
    found = []
    for piece in pieces:
        line = by_id[piece["line_id"]]
        restocked = min(piece.get("restocked", 0), line["quantity"] - line["restocked"])
        found.append(Pieces(line, min(piece["quantity"], with_customer(line)), restocked, 0))
    return found


def amount_of(pieces: Sequence[Pieces], order: Row, left: int) -> int:
    """What was paid for them; never more than is left to give back."""
    return min(worth(pieces, order["tax_included"]), left)
