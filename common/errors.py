"""The errors a caller may see, as RFC 9457 problem details.

    ShopError
    ├── BadRequest 400        ├── Conflict 409            ├── TooManyRequests 429
    ├── Unauthorized 401      ├── PreconditionFailed 412  ├── Unavailable 503
    ├── PaymentRequired 402   ├── PayloadTooLarge 413     └── UpstreamTimeout 504
    ├── Forbidden 403         ├── UnsupportedMedia 415
    ├── NotFound 404          └── InvalidInput 422

Raise a named subclass beside the rule it speaks for: `class OutOfStock(Conflict): code = "out_of_stock"`.
"""

from typing import Any, ClassVar

from common.sentences import in_readers_language


class ShopError(Exception):
    """A refusal with a status and a stable `code`; `extra` are further members of the problem document."""

    status: ClassVar[int] = 500
    code: str = "internal_error"
    title: ClassVar[str] = "Something went wrong on our side"

    def __init__(
        self, detail: str = "", *, code: str | None = None, headers: dict[str, str] | None = None, **extra: Any
    ) -> None:
        super().__init__(detail or self.title)
        self.detail = detail
        self.code = code or self.code
        self.headers = headers or {}
        self.extra = extra


class BadRequest(ShopError):
    status, code, title = 400, "bad_request", "The request is not understood"


class Unauthorized(ShopError):
    status, code, title = 401, "unauthorized", "Sign in first"


class PaymentRequired(ShopError):
    status, code, title = 402, "payment_required", "The payment was not accepted"


class Forbidden(ShopError):
    status, code, title = 403, "forbidden", "You may not do this"


class NotFound(ShopError):
    status, code, title = 404, "not_found", "There is no such thing here"


class Conflict(ShopError):
    status, code, title = 409, "conflict", "The state of things does not allow this"


class PreconditionFailed(ShopError):
    status, code, title = 412, "precondition_failed", "It changed since you read it"


class PayloadTooLarge(ShopError):
    status, code, title = 413, "payload_too_large", "The request is too large"


class UnsupportedMedia(ShopError):
    status, code, title = 415, "unsupported_media", "This kind of content is not taken here"


class InvalidInput(ShopError):
    status, code, title = 422, "invalid_input", "The input is not valid"


class TooManyRequests(ShopError):
    status, code, title = 429, "too_many_requests", "Too many requests"


class Unavailable(ShopError):
    status, code, title = 503, "unavailable", "Not available right now"


class UpstreamTimeout(ShopError):
    status, code, title = 504, "upstream_timeout", "A neighbour did not answer in time"


class ChangedMeanwhile(PreconditionFailed):
    """`version` is the one there is now."""

    code = "changed_meanwhile"
    title = "Somebody changed it since you read it; read it again"


def wrong_at(field: str, message: str) -> list[dict[str, str]]:
    """`errors` of a refusal that is about one field of the body, as those of malformed input are told."""
    return [{"at": f"body.{field}", "message": in_readers_language(message), "type": "value_error"}]


KINDS: dict[int, type[ShopError]] = {
    kind.status: kind
    for kind in (
        BadRequest,
        Unauthorized,
        PaymentRequired,
        Forbidden,
        NotFound,
        Conflict,
        PreconditionFailed,
        PayloadTooLarge,
        UnsupportedMedia,
        InvalidInput,
        TooManyRequests,
        Unavailable,
        UpstreamTimeout,
    )
}
RESERVED = frozenset({"type", "title", "status", "detail", "code", "trace_id", "instance"})


def problem(error: ShopError, trace_id: str) -> dict[str, Any]:
    """The problem document of an error, in the language of the request."""
    document: dict[str, Any] = {
        "type": "about:blank",
        "title": in_readers_language(error.title),
        "status": error.status,
        "code": error.code,
        "trace_id": trace_id,
    }
    if error.detail:
        document["detail"] = in_readers_language(error.detail)
    document.update({name: value for name, value in error.extra.items() if name not in RESERVED})
    return document


def error_from_problem(status: int, body: Any) -> ShopError:
    """A sibling's problem document turned back into the error it was; code and extras are kept."""
    document = body if isinstance(body, dict) else {}
    kind = KINDS.get(status, Unavailable if status >= 500 else BadRequest)
    extra = {str(name): value for name, value in document.items() if name not in RESERVED | {"headers"}}
    return kind(str(document.get("detail", "")), code=document.get("code"), **extra)
