"""Fixtures of order_service's tests."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from order_service.tests.shop import Shop, open_shop, people_of_user_service
from tests.support.issuer import Issuer


@pytest.fixture(scope="session")
def people() -> Issuer:
    """user_service's side: one for all tests, since making a key takes long."""
    issuer = Issuer()
    people_of_user_service(issuer)
    return issuer


@pytest.fixture
async def shop(make_settings: Callable[..., Any], people: Issuer) -> AsyncIterator[Shop]:
    """Loops do not run: a test says when the recovery comes by."""
    async with open_shop(make_settings, people) as opened:
        yield opened
