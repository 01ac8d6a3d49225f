"""Tokens and how they are asked for."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from user_service.app.accounts.schemas import User
from user_service.app.shapes import Body, Key, Word

GrantType = Literal["password", "client_credentials"]
Token = Field(None, max_length=4096)


class TokenForm(BaseModel):
    """The OAuth2 password form (RFC 6749 §4.3), or client credentials for a service (§4.4)."""

    model_config = ConfigDict(extra="forbid")

    grant_type: GrantType = "password"
    username: Word | None = Field(None, description="The email address.")
    password: str | None = Field(None, max_length=200)
    scope: str = Field("", max_length=1000, description="Taken for compatibility; permissions come from roles.")
    client_id: str | None = Field(None, max_length=100)
    client_secret: str | None = Field(None, max_length=200)
    guest_token: str | None = Token
    cookie: bool = Field(False, description="Browsers: put the refresh token into a cookie instead of the answer.")


class GuestRequest(Body):
    cookie: bool = False


class RefreshRequest(Body):
    refresh_token: str | None = Token
    cookie: bool = False


class TokenPair(BaseModel):
    """`refresh_token` is null for services, and for browsers that keep it in a cookie."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "access_token": "eyJhbGciOiJSUzI1NiIs…",
                "refresh_token": "ses_0198f2c4….0.pBq1…",
                "token_type": "bearer",
                "expires_in": 900,
                "subject_id": "usr_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
            }
        }
    )
    access_token: str
    refresh_token: str | None = None
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 - a word of RFC 6749, no secret
    expires_in: int
    subject_id: str


class DelegationRequest(Body):
    """For what one confirmed deed the token is: it is made long after the shopper's own has run out."""

    subject_id: Key
    actor_id: Key
    tool: Word
    confirmation_id: Key


class DelegatedToken(BaseModel):
    access_token: str
    expires_in: int


class SessionStart(TokenPair):
    """Whom the cookie of a browser signs in, with an access token for the page; `user` is null for a guest."""

    user: User | None = None
