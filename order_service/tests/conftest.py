"""Fixtures of order_service's tests."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import HealthCheck, settings

from common.security.tokens import new_private_key
from order_service.tests.gift_shop import GiftShop, open_gift_shop
from order_service.tests.shop import Shop, open_shop, people_of_user_service
from tests.support.issuer import Issuer

# the same examples every time, and none is wrong for taking long on a busy machine
settings.register_profile("house", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _plain_tracebacks() -> None:
    """These tests let many a request crash; structlog's coloured traceback with all locals takes seconds each time."""
    renderer = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, renderer])


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


@pytest.fixture(scope="session")
def private_key() -> bytes:
    """Finding two primes takes longer than most tests: one pair is enough for all of them."""
    return new_private_key()


@pytest.fixture
async def gift_shop(make_settings: Callable[..., Any], tmp_path: Path, private_key: bytes) -> AsyncIterator[GiftShop]:
    async with open_gift_shop(make_settings, tmp_path, private_key) as opened:
        yield opened
