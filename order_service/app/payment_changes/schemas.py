"""Shapes of a payment change."""

from pydantic import BaseModel, ConfigDict

from order_service.app.after_sales.schemas import RowId


class PaymentChangeCreate(BaseModel):
    """Another of the customer's saved methods."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"payment_method_id": "pm_0198"}})

    payment_method_id: RowId
