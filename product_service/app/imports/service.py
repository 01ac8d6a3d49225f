"""Taking catalogue files in and telling how far they are."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

import obstore
from obstore.store import LocalStore

from common.clock import Clock
from common.database import Database, current_tenant, system_scope
from common.errors import NotFound, PayloadTooLarge
from common.ids import new_id
from common.pagination import decode_cursor, encode_cursor
from product_service.app.imports import repository
from product_service.app.imports.models import ImportJob, RejectedRow

MAX_UPLOAD = 200_000_000
KEPT = timedelta(days=1)  # what was uploaded, once it is worked off: time enough to look at it


class UploadTooLarge(PayloadTooLarge):
    code = "upload_too_large"


class ImportService:
    """Import jobs of a shop. `new_job` wakes the worker."""

    def __init__(self, database: Database, folder: Path, new_job: asyncio.Event, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._folder = folder
        self._new_job = new_job

    def path_of(self, job: ImportJob) -> Path:
        return self._folder / job.path

    async def submit(self, file: BinaryIO, size: int, filename: str, inventory: str, caller_id: str) -> ImportJob:
        """Keep the file and queue a job for it. The file is safe on disk before the job says so."""
        if size > MAX_UPLOAD:
            raise UploadTooLarge(f"A file may have {MAX_UPLOAD} bytes; pack it with gzip.", limit=MAX_UPLOAD)
        job_id = new_id("imp")
        path = f"{current_tenant()}/{job_id}.csv"
        await asyncio.to_thread(self._keep, path, file)
        async with self._database.unit_of_work() as session:
            job = ImportJob(
                id=job_id,
                tenant_id=current_tenant(),
                filename=filename[:255],
                path=path,
                size=size,
                inventory=inventory,
                created_by=caller_id,
            )
            session.add(job)
        self._new_job.set()
        return job

    def _keep(self, path: str, file: BinaryIO) -> None:
        obstore.put(LocalStore(self._folder, mkdir=True), path, file)

    async def purge(self) -> int:
        """Remove uploaded files that no job will read again, a day after; how many those were.

        A file is written before its job, so that one without a job may still be on its way in.
        """
        deadline = self._clock.now() - KEPT
        with system_scope():
            async with self._database.reading() as session:
                wanted = await repository.paths_in_use(session, deadline)
        return await asyncio.to_thread(self._remove_but, wanted, deadline)

    def _remove_but(self, wanted: set[str], deadline: datetime) -> int:
        if not self._folder.exists():
            return 0
        store, removed = LocalStore(self._folder), 0
        for batch in obstore.list(store):
            for file in batch:
                if file["last_modified"] < deadline and file["path"] not in wanted:
                    obstore.delete(store, file["path"])
                    removed += 1
        return removed

    async def job(self, job_id: str) -> tuple[ImportJob, Sequence[RejectedRow]]:
        """A job with its first hundred rejected rows."""
        async with self._database.reading() as session:
            job = await self._known(session, job_id)
            return job, await repository.rejections(session, job_id, -1, 100)

    async def jobs(self, cursor: str | None, limit: int) -> tuple[Sequence[ImportJob], str | None]:
        before = decode_cursor(cursor, (str,))[0] if cursor else None
        async with self._database.reading() as session:
            found = await repository.jobs(session, before, limit + 1)
        return found[:limit], encode_cursor(found[limit - 1].id) if len(found) > limit else None

    async def rejected_rows(
        self, job_id: str, cursor: str | None, limit: int
    ) -> tuple[Sequence[RejectedRow], str | None]:
        after = decode_cursor(cursor, (int,))[0] if cursor else -1
        async with self._database.reading() as session:
            await self._known(session, job_id)
            found = await repository.rejections(session, job_id, after, limit + 1)
        return found[:limit], encode_cursor(found[limit - 1].position) if len(found) > limit else None

    async def _known(self, session: Any, job_id: str) -> ImportJob:
        job = await repository.job(session, job_id)
        if job is None:
            raise NotFound("There is no such import.")
        return job
