"""Working import jobs off: check the whole file, then write it a piece at a time, so that the shop stays quick.

Every piece is one transaction with the job's progress in it. A job whose worker died is taken up after its last piece.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, system_scope, use_tenant
from common.events import publish
from common.observability.logs import get_logger
from product_service.app.imports import repository
from product_service.app.imports.catalogue_file import CatalogueFile, Gathered, Rejection
from product_service.app.imports.models import DONE, FAILED, ImportJob
from product_service.app.imports.reading import BrokenFile
from product_service.app.imports.service import ImportService
from product_service.app.inventory.service import InventoryService
from product_service.app.products.service import CatalogueService

log = get_logger(__name__)
LEASE = timedelta(seconds=60)
PIECE = 100  # products a transaction: about 30 ms of the event loop
MAX_ATTEMPTS = 5
COLUMN_OF = {"handle": "Handle", "title": "Title", "vendor": "Vendor", "currency": "Currency", "sku": "Variant SKU",
             "price": "Variant Price", "quantity": "Variant Inventory Qty"}  # fmt: skip


@dataclass(slots=True)
class Piece:
    """Products to write; the rows rejected up to here, of which the first thousand are kept."""

    products: list[Gathered]
    rejected: list[Rejection]
    rejected_count: int


class LostLease(RuntimeError):
    """Another worker has taken this job over."""


class ImportWorker:
    """Takes one due job after the other."""

    def __init__(
        self,
        database: Database,
        imports: ImportService,
        catalogue: CatalogueService,
        inventory: InventoryService,
        clock: Clock,
        currency: str,
        language: str,
    ) -> None:
        self._database = database
        self._imports = imports
        self._catalogue = catalogue
        self._inventory = inventory
        self._clock = clock
        self._currency = currency
        self._language = language
        self._fresh = True

    async def run_due(self) -> None:
        """Work until no job is due; the background loop calls this again and again."""
        while (job := await self._take()) is not None:
            with use_tenant(job.tenant_id):
                try:
                    await self._run(job)
                except LostLease:
                    log.warning("another worker has this import", job_id=job.id)

    async def _take(self) -> ImportJob | None:
        now = self._clock.now()
        with system_scope():
            async with self._database.unit_of_work() as session:
                if self._fresh and self._database.dialect == "sqlite":
                    await repository.forget_leases(session)
                self._fresh = False
                job = await repository.due(session, now)
                if job is None or not await repository.claim(session, job, now, now + LEASE):
                    return None
                session.expunge(job)
        job.attempts += 1
        return job

    async def _run(self, job: ImportJob) -> None:
        if job.attempts > MAX_ATTEMPTS:
            await self._fail(job, "gave_up", f"The import broke off {MAX_ATTEMPTS} times.")
            return
        file = CatalogueFile(self._imports.path_of(job), self._currency, self._language)
        try:
            summary = await asyncio.to_thread(file.check)
        except BrokenFile as error:
            await self._fail(job, error.code, error.detail)
            return
        except FileNotFoundError:
            await self._fail(job, "file_gone", "The uploaded file is no longer there.")
            return
        await self._progress(job, rows_total=summary.rows)
        products = file.products(summary.names)
        done = job.products_done
        await asyncio.to_thread(_skip, products, done)
        await self._write_all(job, file, products)

    async def _write_all(self, job: ImportJob, file: CatalogueFile, products: Iterator[Gathered]) -> None:
        """Piece after piece; the next one is read while the last one is written."""
        piece = await asyncio.to_thread(_next_piece, products, file)
        while piece.products:
            reading = asyncio.create_task(asyncio.to_thread(_next_piece, products, file))
            try:
                await self._write(job, piece)
            finally:
                following = await reading
            piece = following
        await self._finish(job, piece)

    async def _write(self, job: ImportJob, piece: Piece) -> None:
        """One piece: products, stock, rejected rows and progress together."""
        async with self._database.unit_of_work() as session:
            counts = await self._catalogue.upsert_products(session, [one.record for one in piece.products])
            refused = [*_refusals(counts.refused, piece.products)]
            adjusted = 0
            if job.inventory == "set":
                adjusted = await self._set_stock(session, job, piece.products, counts.known_variants, refused)
            values = {
                "products_done": job.products_done + len(piece.products),
                "created": job.created + counts.created,
                "updated": job.updated + counts.updated,
                "unchanged": job.unchanged + counts.unchanged,
                "adjusted": job.adjusted + adjusted,
            }
            await self._move(session, job, values, piece, refused)

    async def _set_stock(
        self,
        session: AsyncSession,
        job: ImportJob,
        piece: list[Gathered],
        known: dict[str, str],
        refused: list[Rejection],
    ) -> int:
        """The counted numbers of known variants, as adjustments."""
        counted = {
            known[variant.sku]: (variant.quantity, one.lines[variant.sku])
            for one in piece
            for variant in one.record.variants
            if variant.sku in known
        }
        quantities = {variant_id: quantity for variant_id, (quantity, _) in counted.items()}
        result = await self._inventory.set_many(session, quantities, f"import {job.id}", job.created_by)
        for variant_id in result.refused:
            quantity, line = counted[variant_id]
            reason = "fewer than are promised to shoppers right now"
            refused.append(Rejection(line, "Variant Inventory Qty", reason, str(quantity)))
        return len(result.deltas)

    async def _move(
        self,
        session: AsyncSession,
        job: ImportJob,
        values: dict[str, Any],
        piece: Piece,
        refused: list[Rejection],
    ) -> None:
        """Progress, with what reading has rejected since the last piece and what writing refused."""
        read = piece.rejected[job.rejected_by_reading :]
        rejected = [*read, *refused]
        await repository.keep_rejections(session, job.id, job.rejected, rejected)
        now = self._clock.now()
        values = {
            **values,
            "rejected": job.rejected + piece.rejected_count - job.rejected_by_reading + len(refused),
            "rejected_by_reading": piece.rejected_count,
            "heartbeat_at": now,
            "lease_until": now + LEASE,
            "updated_at": now,
        }
        if not await repository.write(session, job.id, job.attempts, values):
            raise LostLease(job.id)
        for name, value in values.items():
            setattr(job, name, value)

    async def _progress(self, job: ImportJob, **values: Any) -> None:
        async with self._database.unit_of_work() as session:
            now = self._clock.now()
            values |= {"heartbeat_at": now, "lease_until": now + LEASE, "updated_at": now}
            if not await repository.write(session, job.id, job.attempts, values):
                raise LostLease(job.id)

    async def _finish(self, job: ImportJob, piece: Piece) -> None:
        async with self._database.unit_of_work() as session:
            now = self._clock.now()
            ended = {"status": DONE, "finished_at": now, "products_total": job.products_done}
            await self._move(session, job, ended, piece, [])
            counts = {name: getattr(job, name) for name in ("created", "updated", "unchanged", "adjusted", "rejected")}
            await publish(session, "import.finished", job.id, {"status": DONE, **counts})

    async def _fail(self, job: ImportJob, code: str, detail: str) -> None:
        async with self._database.unit_of_work() as session:
            now = self._clock.now()
            error = {"code": code, "detail": detail}
            values = {"status": FAILED, "error": error, "finished_at": now, "updated_at": now, "lease_until": None}
            if await repository.write(session, job.id, job.attempts, values):
                await publish(session, "import.finished", job.id, {"status": FAILED, "error": error})


def _refusals(refused: list[Any], piece: list[Gathered]) -> Iterator[Rejection]:
    """What the catalogue refused, at the first line of the product."""
    lines = {one.record.handle: min(one.lines.values(), default=0) for one in piece}
    for one in refused:
        yield Rejection(lines.get(one.handle, 0), COLUMN_OF.get(one.field, one.field), one.reason, one.handle)


def _next_piece(products: Iterator[Gathered], file: CatalogueFile) -> Piece:
    return Piece(list(islice(products, PIECE)), list(file.rejections.kept), file.rejections.count)


def _skip(products: Iterator[Gathered], count: int) -> None:
    """Go past what an earlier attempt has written."""
    for _ in islice(products, count):
        pass
