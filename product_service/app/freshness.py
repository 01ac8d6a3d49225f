"""When the public pages of the catalogue are out of date."""

from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from common.database import after_commit, current_tenant

CATALOGUE = "catalogue"


class Generations(Protocol):
    """What we need of the response cache."""

    def raise_generation(self, tenant_id: str, tag: str) -> None: ...


class CataloguePages:
    """The cached lists, details and searches of a shop: all of them are one generation."""

    def __init__(self, cache: Generations) -> None:
        self._cache = cache

    def outdated(self, session: AsyncSession) -> None:
        """Drop them as soon as this unit of work is committed."""
        tenant_id = current_tenant()
        after_commit(session, lambda: self._cache.raise_generation(tenant_id, CATALOGUE))
