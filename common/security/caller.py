"""The caller: who, for which shop, with which permissions."""

from dataclasses import dataclass, field
from typing import Any

from common.errors import Forbidden

EVERYTHING = "*"
STAFF_ROLES = frozenset({"support", "manager", "owner"})


class MissingPermission(Forbidden):
    code = "missing_permission"


@dataclass(frozen=True, slots=True)
class Caller:
    """What a verified access token says; `token` is kept for calls in the caller's own name, never stored.

    `groups` are what staff tagged a customer with: promotions go by them. `delegated`: a service acts for the subject
    with a token of one minute, which no session stands behind.
    """

    subject_id: str
    tenant_id: str
    session_id: str
    roles: tuple[str, ...] = ()
    permissions: frozenset[str] = frozenset()
    groups: tuple[str, ...] = ()
    delegated: bool = False
    expires_at: int = 0
    token: str = field(default="", repr=False)

    @property
    def is_guest(self) -> bool:
        return "guest" in self.roles

    @property
    def is_service(self) -> bool:
        return "service" in self.roles

    @property
    def is_staff(self) -> bool:
        return not STAFF_ROLES.isdisjoint(self.roles)

    def may(self, permission: str) -> bool:
        return permission in self.permissions or EVERYTHING in self.permissions

    def require(self, permission: str) -> None:
        """MissingPermission unless the caller may do this."""
        if not self.may(permission):
            raise MissingPermission(f"This needs the permission {permission}.", permission=permission)


def caller_from_claims(claims: dict[str, Any], token: str) -> Caller:
    """The caller that the claims of a verified token describe."""
    return Caller(
        subject_id=str(claims["sub"]),
        tenant_id=str(claims["tid"]),
        session_id=str(claims["sid"]),
        roles=tuple(claims.get("roles", ())),
        permissions=frozenset(claims.get("permissions", ())),
        groups=tuple(claims.get("groups", ())),
        delegated="act" in claims,
        expires_at=int(claims["exp"]),
        token=token,
    )
