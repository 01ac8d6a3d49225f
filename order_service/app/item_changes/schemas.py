"""Shapes of an item change."""

from pydantic import BaseModel, ConfigDict

from order_service.app.after_sales.schemas import ExpectedDifference, MethodId, Swaps


class ItemChangeCreate(BaseModel):
    """Each swap is one piece; the difference is paid by, or goes to, one means of payment."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {"swaps": [{"from": "oln_0198", "to": "var_0199"}], "payment_method_id": "pm_0198"}
        },
    )

    swaps: Swaps
    payment_method_id: MethodId = None
    expected_difference: ExpectedDifference = None
