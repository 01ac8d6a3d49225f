"""The house model, loaded once: it keeps no state between requests."""

import pytest

from ai_service.app.house_model.model import HouseModel
from ai_service.tests.house_model.measure import RESOURCES


@pytest.fixture(scope="session")
def model() -> HouseModel:
    return HouseModel.load(RESOURCES)
