"""A cart in hand."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(slots=True)
class CartRow:
    """One row of carts."""

    id: str
    owner_id: str
    open_for: str | None
    status: str
    version: int
    currency: str
    lines: list[dict[str, Any]]
    address: dict[str, Any] | None
    shipping_code: str | None
    coupon_codes: list[str] | None
    order_id: str | None
    updated_at: datetime

    @property
    def codes(self) -> list[str]:
        """Its coupons, in the order they came."""
        return self.coupon_codes or []
