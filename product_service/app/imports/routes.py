"""Imports over HTTP: staff sends a file, gets a job, and watches it."""

import csv
import io
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import TypeAdapter, ValidationError
from starlette.datastructures import UploadFile

from common.errors import InvalidInput
from common.pagination import DEFAULT_LIMIT, Page, PageLimit
from common.security.caller import Caller
from common.security.dependencies import AnyCaller
from common.spreadsheets import shielded
from product_service.app.dependencies import Imports
from product_service.app.imports.reading import NotCsv
from product_service.app.imports.rendering import import_view, rejected_view
from product_service.app.imports.schemas import ImportView, RejectedRowView

router = APIRouter(prefix="/api/v1/imports", tags=["imports"])


async def _importer(caller: AnyCaller) -> Caller:
    """Staff, or a service: the import command signs in with the suite's own key."""
    if not caller.is_service:
        caller.require("catalogue:write")
    return caller


Importer = Annotated[Caller, Depends(_importer)]
Inventory = Literal["new", "set"]
UPLOAD = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary", "description": "CSV, plain or gzip."},
                        "inventory": {"type": "string", "enum": ["new", "set"], "default": "new"},
                    },
                }
            }
        },
    }
}


@router.post("", status_code=202, response_model=ImportView, openapi_extra=UPLOAD)
async def start_import(
    request: Request, response: Response, imports: Imports, caller: Importer, inventory: Inventory | None = None
) -> Any:
    """Take a catalogue file in. Quantities are the stock of new variants; with `inventory=set` of known ones too.

    The form is read here and not declared, since a declared body is read before the caller is known.
    """
    async with request.form(max_files=1, max_fields=5) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise InvalidInput("Send the file as the multipart field `file`.")
        if not file.size:
            raise NotCsv("The file is empty.")
        chosen = _inventory(inventory or form.get("inventory") or "new")
        job = await imports.submit(file.file, file.size, file.filename or "upload.csv", chosen, caller.subject_id)
    response.headers["Location"] = f"/api/v1/imports/{job.id}"
    return import_view(job)


def _inventory(value: Any) -> Inventory:
    try:
        return TypeAdapter(Inventory).validate_python(value)
    except ValidationError as error:
        raise InvalidInput("inventory is either new or set") from error


@router.get("", response_model=Page[ImportView], dependencies=[Depends(_importer)])
async def list_imports(imports: Imports, limit: PageLimit = DEFAULT_LIMIT, cursor: str | None = None) -> Any:
    """Imports, the latest first."""
    jobs, following = await imports.jobs(cursor, limit)
    return {"items": [import_view(job) for job in jobs], "next_cursor": following}


@router.get("/{import_id}", response_model=ImportView, dependencies=[Depends(_importer)])
async def read_import(import_id: str, imports: Imports) -> Any:
    """How far an import is, and the first rows it could not take."""
    return import_view(*await imports.job(import_id))


@router.get("/{import_id}/rejected", response_model=Page[RejectedRowView], dependencies=[Depends(_importer)])
async def list_rejected(
    import_id: str, imports: Imports, limit: PageLimit = DEFAULT_LIMIT, cursor: str | None = None
) -> Any:
    """The rows an import could not take, in pages."""
    found, following = await imports.rejected_rows(import_id, cursor, limit)
    return {"items": [rejected_view(row) for row in found], "next_cursor": following}


@router.get("/{import_id}/rejected.csv", response_class=Response, dependencies=[Depends(_importer)])
async def download_rejected(
    import_id: str, imports: Imports, limit: Annotated[int, Query(ge=1, le=1000)] = 1000
) -> Response:
    """The rejected rows as a file: line, column, reason, value."""
    found, _ = await imports.rejected_rows(import_id, None, limit)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["line", "column", "reason", "value"])
    writer.writerows([row.line, row.column, row.reason, shielded(row.value)] for row in found)
    headers = {"Content-Disposition": f'attachment; filename="rejected-{import_id}.csv"'}
    return Response(text.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)
