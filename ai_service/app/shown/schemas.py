"""Shapes of what is shown: cards of results, and proposals with everything that a decision is about."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

Availability = Literal["in_stock", "few_left", "out_of_stock"]


class ShownMoney(BaseModel):
    """Minor units with their currency, and as a person reads it."""

    amount: int
    currency: str
    text: str


class ShownRating(BaseModel):
    average: float
    count: int


class ShownProduct(BaseModel):
    """A product on a card; `variant_id` is the cheapest variant, and `max_price` is there when they differ in price."""

    product_id: str
    variant_id: str | None
    title: str
    vendor: str | None = None
    category: str | None = None
    image: str | None = None
    price: ShownMoney
    max_price: ShownMoney | None = None
    availability: Availability
    rating: ShownRating | None = None
    variants_count: int = 1
    url: str | None = None
    reason: str | None = Field(None, description="Why it is suggested, in the reader's language.")


class ShownVariant(BaseModel):
    variant_id: str
    title: str
    options: dict[str, str] = {}
    price: ShownMoney
    availability: Availability
    image: str | None = None


class ShownAttribute(BaseModel):
    name: str
    value: str


class ProductsCard(BaseModel):
    """Search results and suggestions, in the order in which the answer numbers them."""

    type: Literal["products"]
    total: int
    did_you_mean: str | None = None
    items: list[ShownProduct]


class ProductCard(BaseModel):
    """One product with the variants that can be put into the basket."""

    type: Literal["product"]
    product: ShownProduct
    description: str = ""
    attributes: list[ShownAttribute] = []
    variants: list[ShownVariant]
    images: list[str] = []


class ComparisonRow(BaseModel):
    """One attribute: a value for each product in the card's order, null where it has none."""

    name: str
    values: list[str | None]
    differs: bool


class ComparisonCard(BaseModel):
    type: Literal["comparison"]
    items: list[ShownProduct]
    rows: list[ComparisonRow]
    cheapest: str = Field(description="The product_id of the cheapest.")


class ShownCartLine(BaseModel):
    line_id: str
    product_id: str
    variant_id: str
    title: str
    variant_title: str | None = None
    image: str | None = None
    quantity: int
    unit_price: ShownMoney
    total: ShownMoney
    availability: Availability | None = None


class ShownTotals(BaseModel):
    """`total` = subtotal − discount + shipping, and tax on top of it unless `tax_included`."""

    subtotal: ShownMoney
    discount: ShownMoney
    shipping: ShownMoney
    tax: ShownMoney
    tax_included: bool = True
    total: ShownMoney


class CartCard(BaseModel):
    type: Literal["cart"]
    cart_id: str
    version: int
    coupon: str | None = None
    items: list[ShownCartLine]
    totals: ShownTotals


class ShownOrderLine(BaseModel):
    product_id: str
    variant_id: str
    title: str
    variant_title: str | None = None
    image: str | None = None
    quantity: int
    total: ShownMoney
    line_id: str | None = None


class ShownOrder(BaseModel):
    """An order; what is below its lines only where one order was asked for."""

    order_id: str
    number: str | None
    status: str
    payment_status: str
    checkout_state: str | None = None
    total: ShownMoney
    placed_at: str | None = None
    lines: list[ShownOrderLine]
    address: dict[str, Any] | None = None
    fulfilments: list[dict[str, Any]] | None = None
    cancel_reason: str | None = None
    actions: list[str] | None = None
    return_until: str | None = None


class OrderCard(BaseModel):
    type: Literal["order"]
    order: ShownOrder


class OrdersCard(BaseModel):
    type: Literal["orders"]
    items: list[ShownOrder]


Card = Annotated[
    ProductsCard | ProductCard | ComparisonCard | CartCard | OrderCard | OrdersCard, Field(discriminator="type")
]


class ShownShipping(BaseModel):
    code: str
    name: str
    price: ShownMoney


class PurchaseProposal(BaseModel):
    """What confirming buys: exactly these lines at these prices, sent there, paid so."""

    kind: Literal["purchase"]
    cart_id: str
    cart_version: int
    expected_total: dict[str, Any]
    items: list[ShownCartLine]
    totals: ShownTotals
    total: ShownMoney
    coupon: str | None = None
    shipping_method: str
    shipping: ShownShipping
    address: dict[str, Any]
    payment_method_id: str | None = None
    payment: dict[str, Any] | None = None
    payment_label: str = Field(description="The payment method in the reader's language.")
    email: str | None = None


class CancellationProposal(ShownOrder):
    """What confirming cancels, and what is paid back."""

    kind: Literal["cancellation"]
    reason: str
    refund: ShownMoney


class AddressProposal(ShownOrder):
    """Where confirming sends the order (`address`), and where it went before."""

    kind: Literal["address_change"]
    address_before: dict[str, Any]


class PaymentProposal(ShownOrder):
    """What confirming takes from the new method, and gives back to the one that first paid."""

    kind: Literal["payment_change"]
    payment_label: str
    payment_before: str
    to_pay: ShownMoney
    to_get: ShownMoney


class ShownSwap(BaseModel):
    """Pieces that become another variant; `price` is one's new price."""

    title: str
    image: str | None = None
    quantity: int
    from_variant: str
    to_variant_id: str
    to_variant: str
    price: ShownMoney


class SwapProposal(ShownOrder):
    """What confirming changes, or asks to exchange, and the difference: paid by, or going to, one method."""

    kind: Literal["item_change", "exchange"]
    changes: list[ShownSwap]
    to_pay: ShownMoney
    to_get: ShownMoney
    payment_label: str


class ReturnProposal(ShownOrder):
    """What confirming asks to send back, and what is paid back, to what, once it was received."""

    kind: Literal["return"]
    pieces: list[ShownOrderLine]
    to_get: ShownMoney
    payment_label: str


Proposed = Annotated[
    PurchaseProposal | CancellationProposal | AddressProposal | PaymentProposal | SwapProposal | ReturnProposal,
    Field(discriminator="kind"),
]
