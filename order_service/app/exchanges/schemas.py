"""Shapes of exchanges as they are asked for and completed."""

from pydantic import BaseModel, ConfigDict

from order_service.app.after_sales.schemas import ExpectedDifference, MethodId, Swaps


class ExchangeCreate(BaseModel):
    """Each swap is one piece; the difference will be paid by, or go to, one means of payment."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {"swaps": [{"from": "oln_0198", "to": "var_0199"}], "payment_method_id": "pm_0198"}
        },
    )

    swaps: Swaps
    payment_method_id: MethodId = None
    expected_difference: ExpectedDifference = None


class ExchangeCompletion(BaseModel):
    """`restock`: whether what came back goes on the shelf."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"restock": True}})

    restock: bool = True
