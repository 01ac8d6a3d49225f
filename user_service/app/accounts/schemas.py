"""Accounts as clients send and see them."""

from datetime import datetime
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from user_service.app.addresses.schemas import Address
from user_service.app.shapes import Body, Email, Line, Password, ShortLine

Language = Literal["en", "zh"]
RoleId = Literal["shopper", "support", "manager", "owner"]


class Registration(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"email": "mei@mail.example", "password": "a long sentence", "name": "Mei Lin"}}
    )
    email: Email
    password: Password
    name: Line | None = None
    first_name: ShortLine | None = None
    last_name: ShortLine | None = None
    language: Language | None = Field(None, description="Default: the language of the request.")
    guest_token: str | None = Field(None, max_length=4096, description="A guest whose cart and chats come along.")

    @model_validator(mode="after")
    def _password_is_not_the_email(self) -> Self:
        if self.password.casefold() == self.email.casefold():
            raise ValueError("the password must not be the email address")
        return self


class UserUpdate(Body):
    """What people change about themselves; a field left out stays as it is."""

    name: Line | None = None
    first_name: ShortLine | None = None
    last_name: ShortLine | None = None
    language: Language | None = None


class PasswordChange(Body):
    current_password: str = Field(max_length=200)
    new_password: Password


class RoleSet(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"roles": ["shopper", "support"]}})
    roles: list[RoleId] = Field(max_length=4)


class RoleGrant(Body):
    role: RoleId


class User(BaseModel):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "id": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                "email": "mei@mail.example",
                "name": "Mei Lin",
                "first_name": "Mei",
                "last_name": "Lin",
                "language": "en",
                "roles": ["shopper"],
                "created_at": "2026-01-05T09:30:00Z",
                "updated_at": "2026-01-05T09:30:00Z",
            }
        }
    )
    id: str
    email: str
    name: str
    first_name: str
    last_name: str
    language: str
    roles: list[str]
    created_at: datetime
    updated_at: datetime


class UserRoles(BaseModel):
    roles: list[str]
    permissions: list[str]


class InternalUser(BaseModel):
    """What the other services need to know; a guest has an id and nothing else."""

    id: str
    email: str | None = None
    name: str = ""
    language: str | None = None
    is_guest: bool = False
    default_address: Address | None = None
