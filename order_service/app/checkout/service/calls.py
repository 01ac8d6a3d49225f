"""Calls to neighbours with a deadline: an answer, a refusal, or nobody knows."""

import asyncio
import time
from collections.abc import Awaitable
from typing import TypeVar

from common.errors import ShopError
from order_service.app.checkout.errors import StillOpen
from order_service.app.payments.providers import OutcomeUnknown

T = TypeVar("T")
SHORTEST = 0.05


class Deadline:
    """The moment until which somebody waits for the end of a checkout."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    @property
    def left(self) -> float:
        return max(self._ends - time.monotonic(), SHORTEST)

    def at_most(self, seconds: float) -> "Deadline":
        """This one, or a nearer one."""
        return Deadline(min(self.left, seconds))

    @property
    def passed(self) -> bool:
        return time.monotonic() >= self._ends

    async def of_sibling(self, step: str, call: Awaitable[T]) -> T:
        """A sibling's answer; its refusals pass through, and StillOpen when it did not say."""
        try:
            async with asyncio.timeout(self.left):
                return await call
        except TimeoutError as error:
            raise StillOpen(step) from error
        except ShopError as error:
            if error.status >= 500:
                raise StillOpen(step) from error
            raise

    async def of_provider(self, call: Awaitable[T]) -> T:
        """A payment provider's answer, or OutcomeUnknown."""
        try:
            async with asyncio.timeout(self.left):
                return await call
        except TimeoutError as error:
            raise OutcomeUnknown("the checkout's deadline") from error
