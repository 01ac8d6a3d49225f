"""What other services ask about a session."""

from pydantic import BaseModel


class SessionState(BaseModel):
    active: bool
