"""What the first owner fills in."""

from pydantic import BaseModel, ConfigDict, Field

from user_service.app.shapes import Email, Line, Password


class OwnerForm(BaseModel):
    model_config = ConfigDict(extra="forbid")

    token: str = Field(max_length=200)
    email: Email
    password: Password
    name: Line | None = None
