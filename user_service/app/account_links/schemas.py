"""One-time links as clients ask for them and use them."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from user_service.app.accounts.schemas import User
from user_service.app.shapes import Body, Email, Password, Word


class ResetRequest(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"email": "mei@mail.example"}})
    email: Email


class ResetAsked(BaseModel):
    """The same answer whether or not there is such an account."""

    status: str = "if_there_is_such_an_account_a_mail_is_on_its_way"


class NewPassword(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"token": "lnk_0198f2c4….pBq1…", "password": "a long one"}})
    token: str = Field(max_length=200, description="From the link: `?token=…`.")
    password: Password


class Invitation(BaseModel):
    """The link is mailed too; hand it over yourself where mail does not arrive. It is shown this once."""

    user: User
    link: str
    expires_at: datetime


class OwnerLinkRequest(Body):
    email: Word | None = None


class OwnerLink(BaseModel):
    email: str
    link: str
    expires_at: datetime
