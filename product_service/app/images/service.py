"""Files that show nothing any more are removed, a month after that was first seen: orders still show what was sold."""

from datetime import timedelta

from common.clock import Clock
from common.database import Database, use_tenant
from common.observability.logs import get_logger
from product_service.app.media.service import MediaService
from product_service.app.media.store import MediaStore
from product_service.app.products.reader import ProductReader

log = get_logger(__name__)
KEPT = timedelta(days=30)


class UnusedImages:
    """Marks files when it first finds them unused, and sweeps them when the mark is old and they still are."""

    def __init__(
        self, database: Database, store: MediaStore, media: MediaService, products: ProductReader, clock: Clock
    ) -> None:
        self._database = database
        self._store = store
        self._media = media
        self._products = products
        self._clock = clock

    async def purge(self) -> int:
        """How many files were removed, of all shops."""
        removed = 0
        for tenant_id, names in (await self._store.names()).items():
            with use_tenant(tenant_id):
                removed += await self._purge(tenant_id, names)
        if removed:
            log.info("unused images removed", files=removed)
        return removed

    async def _purge(self, tenant_id: str, names: set[str]) -> int:
        """The marks are kept first: killed in between, the next round finds a file to remove, never one too few."""
        now = self._clock.now()
        async with self._database.unit_of_work() as session:
            shown = await self._media.shown(session) | await self._products.images(session)
            used = {url.rpartition("/")[2] for url in shown}
            marked = await self._media.unused_since(session)
            unused = names - used
            await self._media.mark_unused(session, sorted(unused - marked.keys()), now)
            await self._media.forget_unused(session, sorted(marked.keys() - unused))
        due = sorted(name for name, since in marked.items() if name in unused and since <= now - KEPT)
        for name in due:
            await self._store.remove(tenant_id, name)
        return len(due)
