"""Errors as answers: one rendering for whatever a request may end in."""

from typing import Any

import orjson
from fastapi import Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from common.errors import BadRequest, InvalidInput, NotFound, ShopError, error_from_problem, problem
from common.middleware import shown_for
from common.observability.context import trace_id
from common.service.wrong_input import said_of


class Problem(BaseModel):
    """RFC 9457 problem details, as every error of this service is answered."""

    type: str = "about:blank"
    title: str
    status: int
    code: str = Field(description="Stable; programs decide by it.")
    detail: str | None = None
    trace_id: str
    errors: list[dict[str, Any]] | None = Field(None, description="For 422: what is wrong, and where.")


def answer_to(error: Exception) -> Response:
    """What the caller is told; of an error that nobody raised on purpose nothing of its text."""
    if isinstance(error, ShopError):
        return _render(error)
    if isinstance(error, RequestValidationError):
        return _render(_invalid_input(error))
    if isinstance(error, HTTPException):
        return _http_error(error)
    return _render(shown_for(error))


def _http_error(error: HTTPException) -> Response:
    if isinstance(error.__cause__, ShopError):  # raised by the middleware while the body was read
        return _render(error.__cause__)
    if error.status_code == 400 and "body" in str(error.detail):
        return _render(BadRequest("The body is not what its content type says.", code="malformed_body"))
    known = error_from_problem(error.status_code, {"detail": error.detail, "code": _code_of(error.status_code)})
    if error.status_code == 404 and error.detail == "Not Found":
        known = NotFound("There is nothing at this path.", code="no_such_path")
    return _render(known, error.status_code, error.headers)


def _code_of(status: int) -> str | None:
    return "method_not_allowed" if status == 405 else None


def _invalid_input(error: RequestValidationError) -> ShopError:
    """What is wrong and where, without echoing what was sent (it may be a password)."""
    errors = [
        {"at": ".".join(str(part) for part in item["loc"]), "message": said_of(item), "type": item["type"]}
        for item in error.errors()[:50]
    ]
    first = errors[0] if errors else {"at": "", "message": "invalid"}
    return InvalidInput(f"{first['at']}: {first['message']}", errors=errors)


def _render(error: ShopError, status: int | None = None, headers: Any = None) -> Response:
    document = problem(error, trace_id())
    if status is not None:
        document["status"] = status
    return Response(
        orjson.dumps(document, default=str),
        status or error.status,
        {**(headers or {}), **error.headers},
        media_type="application/problem+json",
    )
