"""A change of an order: what is asked for, what it was drawn up to be, and how far it got."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from common.security.caller import Caller
from order_service.app.after_sales.states import EXCHANGE
from order_service.app.checkout.errors import Refused
from order_service.app.checkout.service.means import Means
from order_service.app.orders.actions import Action

Json = dict[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a change will do: `pay` (minor units) is taken from the means; a negative `difference` goes to them."""

    kind: str
    means: Means | None = None
    pay: int = 0
    difference: int = 0
    swaps: Sequence[Json] = ()
    back: Sequence[Json] = ()
    exchange_id: str | None = None


Draw = Callable[[Row, Sequence[Json], Sequence[Json]], Drawn]
"""From the order, its lines and its captured payments, read under the order's lock; or the error that refuses it."""
Prepare = Callable[[Row, Sequence[Json]], Awaitable[Draw]]
"""Asks the neighbours what there is to know, before anything is locked; given the order and its captured payments."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who wants which change, under which key; `action` is the rule that must let it through."""

    caller: Caller
    request_key: str
    order_id: str
    action: Action
    prepare: Prepare


@dataclass(slots=True)
class Changing:
    """A change on its way, as rows; a Deal. `plan` and `draw` are how it begins, for whoever begins it.

    `begun_before`: under the plan's key there was a change already, which somebody works on or did.
    """

    plan: Plan | None = None
    draw: Draw | None = None
    change: Json = field(default_factory=dict)
    payment: Json | None = None
    begun_before: bool = False
    resumed: bool = False
    hold_tried: bool = False
    payment_tried: bool = False
    commit_tried: bool = False

    @property
    def id(self) -> str:
        return str(self.change["id"])

    @property
    def reference(self) -> str:
        return str(self.change["order_id"])

    @property
    def bought(self) -> tuple[str, str]:
        return "", ""

    @property
    def currency(self) -> str:
        return str(self.change["currency"])

    @property
    def reservation_id(self) -> str:
        return str(self.change["reservation_id"])

    @property
    def undo_id(self) -> str:
        return str(self.change["undo_id"])

    @property
    def refusal(self) -> Json | None:
        refusal: Json | None = self.change["refusal"]
        return refusal

    def quantities(self) -> list[Json]:
        """The pieces that take the others' places, one entry per variant."""
        wanted: dict[str, int] = {}
        for swap in self.change["swaps"]:
            variant_id = swap["to"]["variant_id"]
            wanted[variant_id] = wanted.get(variant_id, 0) + 1
        return [{"variant_id": variant_id, "quantity": wanted[variant_id]} for variant_id in sorted(wanted)]

    def refuse_other_prices(self, now: Mapping[str, int]) -> None:
        """What an exchange costs was agreed when it was asked for; any other change costs what the hold says."""
        if self.change["kind"] == EXCHANGE:
            return
        if any(now.get(swap["to"]["variant_id"]) != swap["to"]["unit_price"] for swap in self.change["swaps"]):
            raise Refused("price_changed", "Prices changed in this very moment: ask again.")
