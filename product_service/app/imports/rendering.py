"""Import jobs as their owners see them."""

from collections.abc import Sequence

from product_service.app.imports.models import ImportJob, RejectedRow
from product_service.app.imports.schemas import ImportView, RejectedRowView


def import_view(job: ImportJob, rejected: Sequence[RejectedRow] = ()) -> ImportView:
    """A job as its owner sees it."""
    plain = {name: getattr(job, name) for name in ImportView.model_fields if hasattr(job, name)}
    progress = 1.0 if job.status == "done" else min(0.99, (job.products_done + job.rejected) / max(job.rows_total, 1))
    rows = [rejected_view(row) for row in rejected]
    return ImportView(**{**plain, "progress": round(progress, 4), "rejected_rows": rows})


def rejected_view(row: RejectedRow) -> RejectedRowView:
    return RejectedRowView.model_validate(row)
