"""Whose rows these are: the tenant of the work in hand, and the explicit scope of work that spans tenants."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

DEFAULT_TENANT = "default"
SYSTEM = "*"

_tenant: ContextVar[str | None] = ContextVar("tenant", default=None)


class NoTenant(RuntimeError):
    """Data was touched before anybody said for which tenant."""


def current_tenant() -> str:
    """The tenant of the work in hand; NoTenant where none was named or the system scope is open."""
    tenant = _tenant.get()
    if tenant is None or tenant == SYSTEM:
        raise NoTenant("no tenant is named: open use_tenant(…) first")
    return tenant


def current_tenant_or_none() -> str | None:
    """The tenant of the work in hand, where there may be none: outgoing calls of loops that span tenants."""
    tenant = _tenant.get()
    return None if tenant == SYSTEM else tenant


def in_system_scope() -> bool:
    return _tenant.get() == SYSTEM


def set_tenant(tenant: str) -> None:
    """For the middleware: from here on this request works for this tenant."""
    _tenant.set(tenant)


@contextmanager
def use_tenant(tenant: str) -> Iterator[None]:
    token = _tenant.set(tenant)
    try:
        yield
    finally:
        _tenant.reset(token)


@contextmanager
def system_scope() -> Iterator[None]:
    """For relays and recovery loops, which walk over all tenants; rows made inside must name theirs."""
    with use_tenant(SYSTEM):
        yield
