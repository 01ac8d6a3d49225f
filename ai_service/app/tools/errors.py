"""What a tool tells the model when it does not do what was asked, and what staff are refused about tools."""

from typing import Any

from common.errors import Conflict, InvalidInput, NotFound, ShopError


class ToolRefusalError(Exception):
    """The rule that was not met, in words the model can use; `extra` goes along into the result."""

    def __init__(self, code: str, detail: str, **extra: Any) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.extra = extra


def refused(code: str, detail: str, **extra: Any) -> dict[str, Any]:
    """The result of a call that had no effect."""
    return {"error": {"code": code, "detail": detail, **extra}}


def refused_by_shop(error: ShopError) -> dict[str, Any]:
    """A sibling service's refusal, with the members that help to go on (lines out of stock, new totals)."""
    return refused(error.code, error.detail or error.title, **error.extra)


class ToolNotFound(NotFound):
    code = "tool_not_found"
    title = "There is no such tool"


class RuleWeaker(InvalidInput):
    code = "rule_weaker"
    title = "A rule can be made stricter than the tool's own, never weaker"


class RuleImpossible(InvalidInput):
    code = "rule_impossible"
    title = "This tool cannot go by such a rule"


class ToolActsAtOnce(Conflict):
    code = "tool_acts_at_once"
    title = "This tool changes something without asking first, so it is not tried out"
