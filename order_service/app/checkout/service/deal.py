"""What a saga takes to its end: an order on its way, or a change of one."""

from collections.abc import Mapping
from typing import Any, Protocol

Json = dict[str, Any]


class Deal(Protocol):
    """Every id in it was given before anybody was called. `resumed` when somebody else began it; the flags say what
    was tried here. A deal without `payment` takes no money, one without `quantities` sells nothing.
    """

    resumed: bool
    hold_tried: bool
    payment_tried: bool
    commit_tried: bool

    @property
    def reference(self) -> str:
        """The order for which the stock is sold and the money taken."""
        ...

    @property
    def bought(self) -> tuple[str, str]:
        """The cart and its owner; two empty words where a cart is not what is paid for."""
        ...

    @property
    def currency(self) -> str: ...

    @property
    def payment(self) -> Json | None: ...

    @property
    def reservation_id(self) -> str: ...

    @property
    def undo_id(self) -> str:
        """Under which sold stock comes back when the deal is off."""
        ...

    @property
    def refusal(self) -> Json | None:
        """Once decided, everything is undone."""
        ...

    def quantities(self) -> list[Json]:
        """What to hold: one entry per variant."""
        ...

    def refuse_other_prices(self, now: Mapping[str, int]) -> None:
        """Refused when the variants' prices of the hold, in the deal's currency, are not those that were agreed."""
        ...
