"""Shapes of promotions, as the staff sees them."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from common.languages import Texts
from common.money import Currency
from common.texts import Title

CouponCode = Annotated[
    str, StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")
]
Kind = Literal["percent", "amount", "free_shipping", "buy_x_get_y"]
State = Literal["running", "scheduled", "ended", "used_up", "off"]
Value = Annotated[int, Field(gt=0, le=10**12, strict=True)]
Minimum = Annotated[int, Field(ge=0, le=10**12, strict=True)]
Limit = Annotated[int, Field(gt=0, le=10**9, strict=True)]
Pieces = Annotated[int, Field(ge=0, le=999, strict=True)]
Priority = Annotated[int, Field(ge=-1000, le=1000, strict=True)]
RowId = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
Ids = Annotated[list[RowId], Field(max_length=500)]
Group = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]

UNSET: Any = None  # left out of a PATCH: the column keeps its value


class PromotionAmounts(BaseModel):
    """What it takes off (of kind amount), and from which worth on, in another currency."""

    model_config = ConfigDict(extra="forbid")

    currency: Currency
    value: Value | None = Field(None, description="Of kind amount only; a share is the same in every currency.")
    minimum_subtotal: Minimum = 0


def _once_each(amounts: list[PromotionAmounts]) -> list[PromotionAmounts]:
    if len({one.currency for one in amounts}) < len(amounts):
        raise ValueError("every currency stands once")
    return amounts


Amounts = Annotated[
    list[PromotionAmounts],
    Field(max_length=20, description="In other currencies; without, fixed amounts and minimums count in its own only."),
    AfterValidator(_once_each),
]


class PromotionRule(BaseModel):
    """What is taken off which goods, from which basket on, and what it goes together with."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind
    value: Value | None = Field(
        None,
        description="Minor units (amount), else basis points: 1000 is 10 % of the goods (percent); of the shipping "
        "(free_shipping) or of each piece that is got (buy_x_get_y), both wholly free when left out.",
    )
    currency: Currency | None = Field(None, description="Of `value` and `minimum_subtotal`; default the shop's.")
    minimum_subtotal: Minimum = Field(0, description="Worth of the goods it is for, before discounts.")
    amounts: Amounts = []
    minimum_quantity: Minimum = Field(0, description="Pieces of the goods it is for.", le=10**6)
    product_ids: Ids = Field([], description="With `category_ids` the goods it is for; none: all.")
    category_ids: Ids = Field([], description="Categories, with all below them.")
    shipping_codes: Ids = Field([], description="free_shipping: the shipping methods it is for; none: all.")
    buy_quantity: Pieces = Field(0, description="buy_x_get_y: so many pieces are paid, …")
    get_quantity: Pieces = Field(0, description="… so many are got, the cheapest of the goods it is for.")
    buy_product_ids: Ids = Field([], description="What is to be bought; none: the goods it is for.")
    buy_category_ids: Ids = []
    most_times: Limit | None = Field(None, description="buy_x_get_y: how often in one order.")
    combinable: bool = Field(False, description="Whether others may count beside it; else it stands alone.")
    priority: Priority = Field(0, description="The highest wins and counts first; among equals what takes most off.")


class PromotionCreate(PromotionRule):
    """Codes are the same in any case; without one it counts by itself."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "code": "SPRING",
                "name": {"en": "Spring sale", "zh": "春季促销"},
                "kind": "percent",
                "value": 1000,
                "minimum_subtotal": 5000,
                "combinable": True,
                "ends_at": "2030-05-31T22:00:00Z",
                "max_uses_per_customer": 1,
            }
        },
    )

    code: CouponCode | None = Field(None, description="What shoppers type; none: it counts by itself.")
    name: Title | None = Field(None, description="What the shopper reads; the code when left out.")
    customer_groups: Annotated[list[Group], Field(max_length=50)] = Field([], description="Who may have it; none: all.")
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = Field(None, description="From this moment on it does not count any more.")
    active: bool = True
    max_uses: Limit | None = Field(None, description="By all customers together.")
    max_uses_per_customer: Limit | None = None


class PromotionUpdate(BaseModel):
    """Only what is named changes. With another code, carts that hold the old one are told that it is unknown."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"active": False}})

    code: CouponCode | None = Field(None, description="null: from now on it counts by itself.")
    name: Title = UNSET
    kind: Kind = UNSET
    value: Value = UNSET
    minimum_subtotal: Minimum = UNSET
    amounts: Amounts = UNSET
    minimum_quantity: Minimum = Field(UNSET, le=10**6)
    product_ids: Ids = UNSET
    category_ids: Ids = UNSET
    shipping_codes: Ids = UNSET
    customer_groups: Annotated[list[Group], Field(max_length=50)] = UNSET
    buy_quantity: Pieces = UNSET
    get_quantity: Pieces = UNSET
    buy_product_ids: Ids = UNSET
    buy_category_ids: Ids = UNSET
    most_times: Limit | None = None
    combinable: bool = UNSET
    priority: Priority = UNSET
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = None
    active: bool = UNSET
    max_uses: Limit | None = None
    max_uses_per_customer: Limit | None = None


class Promotion(BaseModel):
    """`uses` counts the orders that have it; `state` is what it comes to right now. Empty lists restrict nothing."""

    id: str
    code: str | None
    automatic: bool
    name: Texts
    kind: Kind
    value: int
    currency: str
    minimum_subtotal: int
    amounts: list[PromotionAmounts]
    minimum_quantity: int
    product_ids: list[str]
    category_ids: list[str]
    shipping_codes: list[str]
    customer_groups: list[str]
    buy_quantity: int
    get_quantity: int
    buy_product_ids: list[str]
    buy_category_ids: list[str]
    most_times: int | None
    combinable: bool
    priority: int
    starts_at: datetime | None
    ends_at: datetime | None
    active: bool
    max_uses: int | None
    max_uses_per_customer: int | None
    uses: int
    state: State
    created_at: datetime
    updated_at: datetime
