"""Shapes of prices."""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from common.money import Currency

ModelName = Annotated[str, StringConstraints(min_length=1, max_length=128, pattern=r"^[!-~]+$")]
PerMillion = Annotated[int, Field(ge=0, le=10**15, strict=True)]
_PRICE: dict[str, Any] = {
    "model": "gpt-4.1-mini",
    "currency": "USD",
    "input": 400000,
    "cached": 100000,
    "output": 1600000,
    "reasoning": None,
}


class PriceCreate(BaseModel):
    """A price from a moment on, in millionths of the currency per million tokens; what was before stays as it was."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": _PRICE})

    model: ModelName
    currency: Currency
    input: PerMillion = Field(description="Of prompt tokens that the provider had not kept from an earlier call.")
    cached: PerMillion | None = Field(None, description="Of those that it had kept; left out: as `input`.")
    output: PerMillion = Field(description="Of the answer.")
    reasoning: PerMillion | None = Field(None, description="Of reasoning; left out: as `output`.")
    valid_from: AwareDatetime | None = Field(None, description="Now, where it is left out; never in the past.")


class Price(BaseModel):
    """`state`: of the versions of a model one is current; those before are past, those that will come scheduled."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "id": "prc_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                **_PRICE,
                "valid_from": "2026-02-01T00:00:00Z",
                "state": "current",
                "origin": "staff",
                "created_by": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                "created_at": "2026-01-20T09:30:00Z",
            }
        }
    )

    id: str
    model: str
    currency: str
    input: int
    cached: int
    output: int
    reasoning: int | None
    valid_from: AwareDatetime
    state: Literal["past", "current", "scheduled"]
    origin: Literal["environment", "staff"]
    created_by: str | None
    created_at: AwareDatetime
