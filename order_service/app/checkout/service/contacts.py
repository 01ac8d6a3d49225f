"""Where a customer is reached: asked of user_service, kept for a minute."""

import time
from collections import OrderedDict

from common.api_clients.users import UsersClient
from common.database import current_tenant
from common.errors import NotFound, Unavailable, UpstreamTimeout

KEPT_SECONDS, KEPT_CONTACTS = 60.0, 10_000


class Contacts:
    def __init__(self, users: UsersClient) -> None:
        self._users = users
        self._kept: OrderedDict[tuple[str, str], tuple[float, str | None]] = OrderedDict()

    async def email_of(self, user_id: str) -> str | None:
        """The account's address, or None when there is none or user_service is away: that stops no sale."""
        key, now = (current_tenant(), user_id), time.monotonic()
        kept = self._kept.get(key)
        if kept is not None and kept[0] > now:
            return kept[1]
        try:
            email = (await self._users.user(user_id)).get("email")
        except (NotFound, Unavailable, UpstreamTimeout):
            return None
        self._kept[key] = (now + KEPT_SECONDS, email)
        while len(self._kept) > KEPT_CONTACTS:
            self._kept.popitem(last=False)
        return email
