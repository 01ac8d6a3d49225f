"""An order as another shop had it; every id stays what it was, and is the order's number too."""

from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from common.imports import MOST_ITEMS, ImportedId, ImportItem
from common.money import Money
from common.texts import ShortTexts, Title
from order_service.app.carts.schemas import Address

MOST_LINES, MOST = 250, 10**12
Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\x00]+$")]


def _payable(money: Money) -> Money:
    if not 0 <= money.amount <= MOST:
        raise ValueError(f"the amount must lie between 0 and {MOST}")
    return money


Amount = Annotated[Money, AfterValidator(_payable)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LineImport(_Part):
    """As it was sold, frozen. The same variant may stand in several lines."""

    product_id: ImportedId
    variant_id: ImportedId
    sku: Word | None = None
    title: Title
    variant_title: ShortTexts = {}
    options: Annotated[dict[Word, Word], Field(max_length=20)] = {}
    quantity: int = Field(1, ge=1, le=10_000)
    unit_price: Amount


class ParcelImport(_Part):
    """One entry of `variant_ids` for each piece that was sent."""

    variant_ids: list[ImportedId] = Field(min_length=1, max_length=1000)
    carrier: Word | None = None
    tracking_number: Word | None = None
    shipped_at: AwareDatetime | None = None
    delivered_at: AwareDatetime | None = None


class MoneyMoved(_Part):
    """A payment of the customer's, or a refund, with one of the customer's saved payment methods."""

    type: Literal["payment", "refund"]
    amount: Amount
    payment_method_id: ImportedId
    at: AwareDatetime | None = None


class OrderImport(ImportItem):
    """Its total is that of the lines with shipping and tax and without the discount; times default to now."""

    id: Annotated[ImportedId, StringConstraints(max_length=32)]
    customer_id: ImportedId
    status: Literal["pending", "processed", "delivered", "cancelled"]
    address: Address
    lines: list[LineImport] = Field(min_length=1, max_length=MOST_LINES)
    shipping: Amount | None = None
    discount: Amount | None = None
    tax: Amount | None = None
    tax_included: bool = Field(True, description="Whether the prices hold the tax already.")
    fulfilments: list[ParcelImport] = Field(default_factory=list, max_length=100)
    payments: list[MoneyMoved] = Field(default_factory=list, max_length=100)
    placed_at: AwareDatetime | None = None
    cancelled_at: AwareDatetime | None = None
    cancel_reason: Annotated[str, StringConstraints(max_length=64, pattern=r"^[^\x00]*$")] | None = None
    note: Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00]*$")] | None = None


class OrderImports(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "items": [
                    {
                        "id": "#W2611340",
                        "customer_id": "james_li_5688",
                        "status": "processed",
                        "address": {
                            "address1": "215 River Road",
                            "city": "New York",
                            "state": "NY",
                            "zip": "10083",
                            "country": "US",
                        },
                        "lines": [
                            {
                                "product_id": "8310926033",
                                "variant_id": "6469567736",
                                "title": "Water Bottle",
                                "options": {"capacity": "1000ml"},
                                "unit_price": {"amount": 4784, "currency": "USD"},
                            }
                        ],
                        "fulfilments": [{"variant_ids": ["6469567736"], "tracking_number": "357962501027"}],
                        "payments": [
                            {
                                "type": "payment",
                                "amount": {"amount": 4784, "currency": "USD"},
                                "payment_method_id": "gift_card_1725971",
                            }
                        ],
                    }
                ]
            }
        },
    )
    items: list[OrderImport] = Field(min_length=1, max_length=MOST_ITEMS)
