"""The session check of this very service: it asks its own database, not itself over HTTP."""

from collections.abc import Sequence

from common.security.caller import Caller
from common.security.sessions import SessionChecks, SessionEnded
from user_service.app.sessions.service import SessionService


class OwnSessionChecks(SessionChecks):
    def __init__(self, sessions: SessionService) -> None:
        self._sessions = sessions

    def heard(self, answer: Sequence[bytes | str | None]) -> bool | None:
        return None  # the database knows better

    async def verify(self, caller: Caller, ended: bool | None = None) -> None:
        if not caller.is_service and not await self._sessions.is_active(caller.session_id):
            raise SessionEnded
