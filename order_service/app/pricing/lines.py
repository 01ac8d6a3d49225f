"""A line as far as its price goes."""

from collections.abc import Sequence
from dataclasses import dataclass

STANDARD = "standard"  # the tax class of whatever says nothing else


@dataclass(slots=True)
class Item:
    """So many pieces at one price; `category_ids` are its shelf and all shelves above it, `grams` one piece's weight.

    A quantity of 0 is a line that is not sold any more: it keeps its place and counts for nothing.
    """

    unit_price: int
    quantity: int
    product_id: str = ""
    category_ids: Sequence[str] = ()
    tax_class: str = STANDARD
    grams: int = 0

    @property
    def total(self) -> int:
        return self.unit_price * self.quantity
