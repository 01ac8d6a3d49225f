"""Sessions as their owner and the other services see them."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field


class SessionState(BaseModel):
    active: bool


class Session(BaseModel):
    """A place where somebody is signed in."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "example": {
                "id": "ses_0198f2c4a1b27c3d8e4f5a6b7c8d9e0f",
                "current": True,
                "created_at": "2026-01-05T09:30:00Z",
                "last_seen_at": "2026-01-06T08:00:00Z",
                "expires_at": "2026-02-05T08:00:00Z",
                "network_address": "203.0.113.7",
                "client": "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
            }
        },
    )
    id: str
    current: bool = Field(False, description="The session of this very request.")
    created_at: datetime
    last_seen_at: datetime = Field(validation_alias="rotated_at")
    expires_at: datetime
    network_address: str | None = Field(description="Where they signed in.")
    client: str | None = Field(description="The browser's User-Agent.")


class SessionList(BaseModel):
    items: list[Session]
    next_cursor: None = None
