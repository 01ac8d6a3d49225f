"""Import jobs and the rows they could not take."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin, UtcDateTime
from product_service.app.base import Base

QUEUED, RUNNING, DONE, FAILED = "queued", "running", "done", "failed"


class ImportJob(Base, TenantMixin, IdMixin, TimestampMixin):
    """The truth about one import. `products_done` moves in the transaction that writes the products, so that a job
    taken up again after a crash goes on where it stopped; whoever holds the lease works on it."""

    __tablename__ = "import_jobs"
    __table_args__ = (Index("ix_import_jobs_due", "status", "lease_until"),)
    id_prefix: ClassVar[str] = "imp"

    status: Mapped[str] = mapped_column(Code(16), default=QUEUED)
    filename: Mapped[str] = mapped_column(String(255))
    path: Mapped[str] = mapped_column(Code(255))
    size: Mapped[int] = mapped_column(BigInteger)
    inventory: Mapped[str] = mapped_column(Code(8), default="new")
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    heartbeat_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    rows_total: Mapped[int] = mapped_column(Integer, default=0)
    products_total: Mapped[int] = mapped_column(Integer, default=0)
    products_done: Mapped[int] = mapped_column(Integer, default=0)
    created: Mapped[int] = mapped_column(Integer, default=0)
    updated: Mapped[int] = mapped_column(Integer, default=0)
    unchanged: Mapped[int] = mapped_column(Integer, default=0)
    adjusted: Mapped[int] = mapped_column(Integer, default=0)
    rejected: Mapped[int] = mapped_column(Integer, default=0)
    rejected_by_reading: Mapped[int] = mapped_column(Integer, default=0)
    error: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    created_by: Mapped[str] = mapped_column(Id)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class RejectedRow(Base, TenantMixin):
    """A line that was not taken, with the column at fault and the reason; the first thousand are kept."""

    __tablename__ = "import_rejected_rows"
    __table_args__ = (ForeignKeyConstraint(["tenant_id", "job_id"], ["import_jobs.tenant_id", "import_jobs.id"]),)

    job_id: Mapped[str] = mapped_column(Id, primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    line: Mapped[int] = mapped_column(Integer)
    column: Mapped[str] = mapped_column("column_name", String(120))
    reason: Mapped[str] = mapped_column(String(300))
    value: Mapped[str] = mapped_column(String(200))
