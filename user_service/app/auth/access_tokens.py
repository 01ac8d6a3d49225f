"""What an access token says about its bearer."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from common.database import current_tenant
from common.ids import uuid7_hex
from common.security.tokens import TokenSigner
from user_service.app.auth.schemas import DelegationRequest
from user_service.app.roles.service import GUEST, SERVICE, permissions_of
from user_service.app.settings import UserSettings

DELEGATED_SECONDS = 60
SERVICE_PERMISSIONS: dict[str, tuple[str, ...]] = {
    "catalogue_import": ("catalogue:write", "stock:write", "stock:read"),
    "owner_reset": (),
    "history_import": ("orders:write", "reports:read"),
    "shop_import": (
        *("catalogue:write", "stock:write", "users:write", "gift_cards:write", "orders:write", "refunds:write"),
    ),
}
"""What a service or a command line tool of the suite may do outside /internal."""


@dataclass(frozen=True)
class AccessTokens:
    signer: TokenSigner
    settings: UserSettings

    def for_person(self, user_id: str, session_id: str, roles: Sequence[str], groups: Sequence[str] = ()) -> str:
        """`groups` are what staff tagged the customer with: order_service prices by them."""
        tags = {"groups": list(groups)} if groups else {}
        return self._sign(user_id, session_id, roles, permissions_of(roles), self.settings.access_token_seconds, **tags)

    def for_delegate(self, wanted: DelegationRequest, role: str, groups: Sequence[str]) -> str:
        """In the shopper's name and with no more than a shopper's rights, whoever they are: it says who had it made,
        for what (RFC 8693 names the actor `act`), and is over in a minute."""
        purpose = {"act": {"sub": wanted.actor_id}, "tool": wanted.tool, "confirmation": wanted.confirmation_id}
        tags = {"groups": list(groups)} if groups else {}
        session_id = f"delegated:{wanted.confirmation_id}"
        return self._sign(wanted.subject_id, session_id, [role], [], DELEGATED_SECONDS, **tags, **purpose)

    def for_guest(self, guest_id: str, session_id: str) -> str:
        return self._sign(guest_id, session_id, [GUEST], [], self.settings.access_token_seconds)

    def for_service(self, name: str) -> str:
        permissions = SERVICE_PERMISSIONS.get(name, ())
        subject = f"svc_{name}"
        return self._sign(subject, subject, [SERVICE], permissions, self.settings.service_token_seconds)

    def _sign(
        self,
        subject: str,
        session_id: str,
        roles: Sequence[str],
        permissions: Sequence[str],
        seconds: int,
        **tags: Any,
    ) -> str:
        now = int(time.time())
        claims = {"sub": subject, "tid": current_tenant(), "sid": session_id, "jti": uuid7_hex()}
        rights = {"roles": list(roles), "permissions": list(permissions)}
        return self.signer.sign({**claims, **rights, **tags, "iat": now, "exp": now + seconds})
