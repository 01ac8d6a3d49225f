"""Shapes of shipping methods."""

from datetime import datetime
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from common.languages import Texts
from common.money import Currency
from common.texts import Title

MethodCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
Region = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
Price = Annotated[int, Field(ge=0, le=10**12, strict=True)]
Days = Annotated[int, Field(ge=0, le=365, strict=True)]
TierBy = Literal["weight", "subtotal"]

UNSET: Any = None  # left out of a PATCH: the column keeps its value


class Zone(BaseModel):
    """A country; without `states` all of it."""

    model_config = ConfigDict(extra="forbid")

    country: Region
    states: Annotated[list[Region], Field(max_length=100)] = []


class Tier(BaseModel):
    """What it costs up to so many grams, or minor units of goods; `up_to` null is without end."""

    model_config = ConfigDict(extra="forbid")

    up_to: Annotated[int, Field(gt=0, le=10**12, strict=True)] | None
    price: Price


def _rising(tiers: list[Tier]) -> list[Tier]:
    limits = [tier.up_to for tier in tiers]
    if None in limits[:-1] or any(b is not None and a is not None and a >= b for a, b in pairwise(limits)):
        raise ValueError("the tiers must rise, and only the last may be without end")
    return tiers


def _in_step(shortest: int | None, longest: int | None) -> None:
    if shortest is not None and longest is not None and shortest > longest:
        raise ValueError("min_days is more than max_days")


Zones = Annotated[list[Zone], Field(max_length=300, description="Where it goes; none is everywhere.")]
Tiers = Annotated[
    list[Tier],
    Field(max_length=50, description="By `tier_by`; none: `price` for everything. Beyond the last it is not offered."),
    AfterValidator(_rising),
]
FreeFrom = Annotated[int, Field(ge=0, le=10**12, strict=True, description="Goods' worth from which it costs nothing.")]


class ShippingPrice(BaseModel):
    """What a method costs in another currency; its tiers are by the method's `tier_by`."""

    model_config = ConfigDict(extra="forbid")

    currency: Currency
    price: Price = 0
    tiers: Tiers = []
    free_from: FreeFrom | None = None


def _once_each(prices: list[ShippingPrice]) -> list[ShippingPrice]:
    if len({price.currency for price in prices}) < len(prices):
        raise ValueError("every currency stands once")
    return prices


Prices = Annotated[
    list[ShippingPrice],
    Field(max_length=20, description="In other currencies: in one that is not named it is not offered."),
    AfterValidator(_once_each),
]


class ShippingMethodCreate(BaseModel):
    """Prices are in minor units of `currency`; the goods' worth is what is paid for them, after discounts."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "code": "parcel",
                "name": {"en": "Parcel", "zh": "包裹"},
                "price": 490,
                "currency": "EUR",
                "zones": [{"country": "DE"}, {"country": "AT"}],
                "tiers": [{"up_to": 5000, "price": 490}, {"up_to": 31500, "price": 990}],
                "free_from": 10000,
                "prices": [{"currency": "USD", "price": 590, "free_from": 12000}],
                "min_days": 2,
                "max_days": 4,
            }
        },
    )

    code: MethodCode
    name: Title
    price: Price = 0
    currency: Currency
    zones: Zones = []
    tier_by: TierBy = "weight"
    tiers: Tiers = []
    free_from: FreeFrom | None = None
    prices: Prices = []
    min_days: Days | None = None
    max_days: Days | None = None
    position: int = Field(0, ge=0, le=10**6)
    active: bool = True

    @model_validator(mode="after")
    def _days_in_step(self) -> Self:
        _in_step(self.min_days, self.max_days)
        return self


class ShippingMethodUpdate(BaseModel):
    """Only what is named changes; null is no value, but for `free_from` and the days: not known any more."""

    model_config = ConfigDict(extra="forbid")

    name: Title = UNSET
    price: Price = UNSET
    currency: Currency = UNSET
    zones: Zones = UNSET
    tier_by: TierBy = UNSET
    tiers: Tiers = UNSET
    free_from: FreeFrom | None = None
    prices: Prices = UNSET
    min_days: Days | None = None
    max_days: Days | None = None
    position: int = Field(UNSET, ge=0, le=10**6)
    active: bool = UNSET

    @model_validator(mode="after")
    def _days_in_step(self) -> Self:
        _in_step(self.min_days, self.max_days)
        return self


class ShippingMethod(BaseModel):
    id: str
    code: str
    name: Texts
    price: int
    currency: str
    zones: list[Zone] | None
    tier_by: TierBy
    tiers: list[Tier] | None
    free_from: int | None
    prices: list[ShippingPrice] | None
    min_days: int | None
    max_days: int | None
    position: int
    active: bool
    created_at: datetime
    updated_at: datetime
