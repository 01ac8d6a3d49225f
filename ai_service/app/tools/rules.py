"""What counts for a tool: what it declares itself, and what a merchant has made stricter; never less."""

from dataclasses import dataclass
from typing import Any

from ai_service.app.tools.registry import RANKS, Approval, Tool

LARGEST_RESULT = 48 * 1024


@dataclass(frozen=True, slots=True)
class ToolRule:
    """`approval` "staff": the shopper confirms, then staff approve what is worth more than `staff_above` (minor units
    of `currency`), alone or together with what the same order or, within a day, the same customer had; None is always.
    `seconds` None is the service's own timeout; `calls_per_minute` counts a shopper's calls, None counts none.
    """

    enabled: bool = True
    approval: Approval = "none"
    staff_above: int | None = None
    currency: str | None = None
    seconds: float | None = None
    calls_per_minute: int | None = None
    largest_result: int = LARGEST_RESULT


@dataclass(frozen=True, slots=True)
class Rules:
    """The merchant's rows by tool."""

    rows: dict[str, Any]

    def of(self, tool: Tool) -> ToolRule:
        """The stricter of both everywhere: also of a row from a time when the tool itself declared less."""
        row = self.rows.get(tool.name)
        if row is None:
            return ToolRule(approval=tool.approval)
        asked: Approval = row.approval if row.approval is not None else tool.approval
        return ToolRule(
            enabled=row.enabled,
            approval=max(asked, tool.approval, key=RANKS.index),
            staff_above=row.staff_above,
            currency=row.currency,
            seconds=row.seconds,
            calls_per_minute=row.calls_per_minute,
            largest_result=min(row.largest_result or LARGEST_RESULT, LARGEST_RESULT),
        )
