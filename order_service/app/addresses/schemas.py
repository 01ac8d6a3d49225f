"""Shapes of an order's address."""

from typing import Annotated

from pydantic import ConfigDict, StringConstraints

from order_service.app.carts.schemas import Address


class OrderAddress(Address):
    """All of it; `address2` may be empty. Without a `name` the order keeps the one it has."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "address1": "12 St James's Square",
                "address2": "",
                "city": "London",
                "state": "LND",
                "zip": "SW1Y 4JH",
                "country": "GB",
            }
        },
    )

    address2: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
