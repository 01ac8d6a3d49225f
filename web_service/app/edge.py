"""Around every request: its id, security headers, log line and metrics; problems as documents."""

import time
from datetime import UTC, datetime

import orjson
from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from common.errors import ShopError, error_from_problem, problem
from common.languages import accepted_language, set_language
from common.observability.context import current_request, new_request, set_request, trace_id
from common.observability.logs import BufferedLines, get_logger
from common.observability.metrics import Metrics
from web_service.app.origins import service_origins
from web_service.app.settings import WebSettings

log = get_logger(__name__)
_QUIET = frozenset({"/livez", "/readyz", "/health", "/metrics"})
_STRIPE_SCRIPTS = "https://js.stripe.com https://*.js.stripe.com"
_FIXED_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), payment=(), microphone=(self)",
}


def surround(app: Flask, settings: WebSettings, metrics: Metrics, lines: BufferedLines | None) -> None:
    """Hang the edge around the app; `lines` None writes no access log."""

    @app.before_request
    def begin() -> None:
        g.started = time.perf_counter()
        headers = request.headers
        set_language(accepted_language(headers.get("Accept-Language", ""), settings.default_language))
        set_request(new_request(_bytes(headers.get("X-Request-Id")), _bytes(headers.get("traceparent"))))

    @app.after_request
    def finish(answer: Response) -> Response:
        context = current_request()
        answer.headers["X-Request-Id"] = context.request_id if context else ""
        origins = service_origins(request, settings)
        policy = content_security_policy(origins, stripe=settings.takes_cards_by_stripe)
        answer.headers["Content-Security-Policy"] = policy
        answer.headers.update(_FIXED_HEADERS)
        if request.is_secure:
            answer.headers["Strict-Transport-Security"] = "max-age=31536000"
        seconds = time.perf_counter() - g.started
        metrics.observe(request.method, request.endpoint or "unmatched", answer.status_code, seconds)
        metrics.recent.tick()
        if lines is not None and request.path not in _QUIET:
            lines.msg(_access_line(settings.service, answer, seconds))
        return answer

    @app.errorhandler(ShopError)
    def not_allowed(error: ShopError) -> Response:
        answer = Response(orjson.dumps(problem(error, trace_id())), error.status, error.headers)
        answer.content_type = "application/problem+json"
        return answer

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        return _problem(error.code or 500, error.description or "")

    @app.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        log.exception("request failed", path=request.path)
        return _problem(500, "")


def content_security_policy(services: dict[str, str], *, stripe: bool = False) -> str:
    """Only our own files run; the browser may talk to the services and show their images, nothing else.

    `stripe`: its script, its frames (the card form, the bank's question) and its API too, which every page gets, since
    the checkout is one page with all others (docs.stripe.com/security/guide).
    """
    origins = " ".join(dict.fromkeys(services.values()))
    sockets = " ".join(dict.fromkeys(origin.replace("http", "ws", 1) for origin in services.values()))
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "font-src": "'self'",
        "img-src": f"'self' data: blob: {origins}",
        "media-src": f"'self' blob: {origins}",
        "connect-src": f"'self' {origins} {sockets}",
        "frame-src": "'none'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "object-src": "'none'",
        "frame-ancestors": "'none'",
    }
    if stripe:
        rules["script-src"] += f" {_STRIPE_SCRIPTS}"
        rules["connect-src"] += " https://api.stripe.com"
        rules["frame-src"] = f"{_STRIPE_SCRIPTS} https://hooks.stripe.com"
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _problem(status: int, detail: str) -> Response:
    document = problem(error_from_problem(status, {"detail": detail}), trace_id()) | {"status": status}
    return Response(orjson.dumps(document), status, content_type="application/problem+json")


def _access_line(service: str, answer: Response, seconds: float) -> bytes:
    return orjson.dumps(
        {
            "timestamp": datetime.now(UTC),
            "level": "info",
            "service": service,
            "event": "request",
            "request_id": answer.headers["X-Request-Id"],
            "method": request.method,
            "path": request.path,
            "status": answer.status_code,
            "ms": round(seconds * 1000, 3),
        }
    )


def _bytes(header: str | None) -> bytes | None:
    return header.encode("latin-1", "replace") if header is not None else None
