"""Which pieces of an order are meant, and what can still be done with them; pure functions."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from order_service.app.after_sales.errors import NotSoManyPieces, UnknownPiece

Line = Mapping[str, Any]
Free = Callable[[Line], int]


def with_customer(line: Line) -> int:
    """Pieces that arrived and were not given back: what can be returned or exchanged once all is delivered."""
    return int(line["quantity"] - line["refunded"])


def to_be_sent(line: Line) -> int:
    """Pieces that were paid and are still to be sent: what can be changed before."""
    return int(min(line["quantity"] - line["fulfilled"] - line["withdrawn"], line["quantity"] - line["refunded"]))


def named(names: Sequence[str], lines: Sequence[Line], free: Free) -> list[Line]:
    """The line of each piece, one per name. A name is a line's id, or a variant's: then any of its lines.

    Lines that are named themselves come first, so that a variant's name is left with the others.
    """
    left = {line["id"]: free(line) for line in lines}
    by_id = {line["id"]: line for line in lines}
    found: dict[int, Line] = {}
    for place, name in sorted(enumerate(names), key=lambda each: each[1] not in by_id):
        meant = [by_id[name]] if name in by_id else [line for line in lines if line["variant_id"] == name]
        if not meant:
            raise UnknownPiece(f"{name} is no line and no variant of this order.", piece=name)
        line = next((line for line in meant if left[line["id"]] > 0), None)
        if line is None:
            raise NotSoManyPieces(f"{name} is named too often.", piece=name)
        left[line["id"]] -= 1
        found[place] = line
    return [found[place] for place in range(len(names))]


def counted(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """[{line_id, variant_id, quantity}] of pieces, one entry per line."""
    pieces: dict[str, dict[str, Any]] = {}
    for line in lines:
        piece = pieces.setdefault(line["id"], {"line_id": line["id"], "variant_id": line["variant_id"], "quantity": 0})
        piece["quantity"] += 1
    return list(pieces.values())
