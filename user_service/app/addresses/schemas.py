"""Addresses as clients send and see them."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, field_validator
from pydantic.config import JsonDict

from user_service.app.shapes import Body, Line, MaybeEmptyLine

EXAMPLE: JsonDict = {
    "name": "Mei Lin",
    "address1": "Lindenstraße 12",
    "address2": "3. OG",
    "city": "Berlin",
    "state": "",
    "zip": "10969",
    "country": "DE",
}


def _country(text: str) -> str:
    return text.upper() if len(text) <= 3 else text


Zip = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=32, pattern=r"^[\w\s-]+$")]
Country = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=64, pattern=r"^[^\W\d_][^\d_]*$"),
    AfterValidator(_country),
]


class AddressCreate(Body):
    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})
    name: Line | None = None
    address1: Line
    address2: MaybeEmptyLine | None = None
    city: Line
    state: MaybeEmptyLine = ""
    zip: Zip
    country: Country = Field(description="ISO 3166 code (DE) or the country's name.")
    is_default: bool = False


class AddressUpdate(Body):
    """A field left out stays as it is."""

    name: Line | None = None
    address1: Line | None = None
    address2: MaybeEmptyLine | None = None
    city: Line | None = None
    state: MaybeEmptyLine | None = None
    zip: Zip | None = None
    country: Country | None = None
    is_default: bool | None = None

    @field_validator("address1", "city", "state", "zip", "country", "is_default")
    @classmethod
    def _not_null(cls, value: object) -> object:
        if value is None:
            raise ValueError("may be left out, but not null")
        return value


class Address(BaseModel):
    model_config = ConfigDict(from_attributes=True, json_schema_extra={"example": {"id": "adr_0198f2c4", **EXAMPLE}})
    id: str
    name: str | None
    address1: str
    address2: str | None
    city: str
    state: str
    zip: str
    country: str
    is_default: bool
