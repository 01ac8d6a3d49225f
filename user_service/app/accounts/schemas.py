"""Accounts as clients send and see them."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from user_service.app.addresses.schemas import Address
from user_service.app.shapes import Body, Email, Line, Password, ShortLine

Language = Literal["en", "zh"]
RoleId = Literal["shopper", "support", "manager", "owner"]
AccountStatus = Literal["active", "invited", "deactivated"]
RoleFilter = Literal["customer", "staff", "support", "manager", "owner"]
PeopleOrder = Literal["newest", "oldest", "name", "email"]


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


Group = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]


class CustomerUpdate(UserUpdate):
    """What staff correct for somebody."""

    model_config = ConfigDict(json_schema_extra={"example": {"name": "Mei Lin", "email": "mei@mail.example"}})
    email: Email | None = Field(None, description="What they sign in with from now on.")
    groups: list[Group] | None = Field(
        None, max_length=20, description="Tags that promotions go by; in the customer's next access token."
    )


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
                "groups": [],
                "status": "active",
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
    groups: list[str] = Field([], description="What staff tagged the customer with.")
    status: AccountStatus = Field(
        "active", description="`invited`: no password was chosen yet; `deactivated`: cannot sign in."
    )
    created_at: datetime
    updated_at: datetime


class Person(User):
    """Somebody as the staff sees them."""

    last_seen_at: datetime | None = Field(None, description="When they last signed in or came back, if they still can.")


class PersonCreate(Body):
    """Somebody whom staff lets in; they choose their password by a link."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"email": "jun@shop.example", "name": "Jun Ito", "roles": ["support"]}}
    )
    email: Email
    name: Line | None = None
    first_name: ShortLine | None = None
    last_name: ShortLine | None = None
    language: Language | None = Field(None, description="Default: the language of the request.")
    roles: list[RoleId] = Field([], max_length=4, description="Staff roles need the permission roles:write.")


class Deactivation(Body):
    reason: Line | None = Field(None, description="For the audit log.")


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
