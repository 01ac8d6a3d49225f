"""Whether a token's session was ended: asked on every write, of Valkey, else of user_service; no answer is a no."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from common.cache.line import Command
from common.cache.valkey import Valkey, ValkeyAway
from common.errors import ShopError, Unauthorized, Unavailable
from common.security.caller import Caller

if TYPE_CHECKING:
    from common.api_clients.users import UsersClient

# user_service keeps this marker alive while Valkey holds every revocation that still matters
REVOCATIONS_READY = "revocations:ready"
READY_SECONDS = 10


def revoked_key(session_id: str) -> str:
    """Where a session's end is written, for at least as long as its access tokens live."""
    return f"revoked:{session_id}"


class SessionEnded(Unauthorized):
    code = "session_ended"
    title = "This session was ended: sign in again"


class SessionUnknown(Unavailable):
    code = "session_check_unavailable"
    title = "Your session cannot be checked right now; nothing was changed"


class SessionChecks:
    def __init__(self, valkey: Valkey, users: "UsersClient") -> None:
        self._valkey = valkey
        self._users = users

    async def verify(self, caller: Caller, ended: bool | None = None) -> None:
        """SessionEnded when it was; SessionUnknown when nobody can tell. `ended` is what Valkey was heard to say."""
        if caller.is_service or caller.delegated:
            return
        if ended is None:
            ended = await self._ended_in_valkey(caller.session_id)
        if ended is None:
            ended = await self._ended_at_user_service(caller.session_id)
        if ended:
            raise SessionEnded

    async def _ended_in_valkey(self, session_id: str) -> bool | None:
        """None when Valkey is away or cannot be trusted to know.

        A marker may outlive a cut-off during which a session was ended; so after one, Valkey is not asked until any
        old marker has run out.
        """
        try:
            [answer] = await self._valkey.ask(self.question(session_id))
        except ValkeyAway:
            return None
        return self.heard(answer)

    @staticmethod
    def question(session_id: str) -> Command:
        """`heard` reads what Valkey answers to it."""
        return "MGET", REVOCATIONS_READY, revoked_key(session_id)

    def heard(self, answer: Sequence[bytes | str | None]) -> bool | None:
        ready, revoked = answer
        if revoked is not None:
            return True
        return False if ready is not None and self._valkey.steady_for(READY_SECONDS) else None

    async def _ended_at_user_service(self, session_id: str) -> bool:
        try:
            return not await self._users.session_is_active(session_id)
        except ShopError as error:
            raise SessionUnknown(headers={"Retry-After": "1"}) from error
