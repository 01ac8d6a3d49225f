"""Fixtures of order_service's tests."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from order_service.tests.shop import Shop, open_shop


@pytest.fixture
async def shop(make_settings: Callable[..., Any]) -> AsyncIterator[Shop]:
    """Loops do not run: a test says when the recovery comes by."""
    async with open_shop(make_settings) as opened:
        yield opened
