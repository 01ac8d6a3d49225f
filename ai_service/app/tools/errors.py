"""What a tool tells the model when it does not do what was asked."""

from typing import Any

from common.errors import ShopError


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
