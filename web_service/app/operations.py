"""What operators ask: alive, ready, metrics; and for the console, how this service is doing and its log lines."""

from datetime import UTC, datetime
from typing import Any

import orjson
from flask import Blueprint, Response, jsonify, request

from common.errors import InvalidInput
from common.observability.metrics import Metrics
from common.operations.log_lines import LEVELS, LogQuery, find_lines
from common.operations.status import Process, service_status
from web_service.app.settings import WebSettings
from web_service.app.staff import StaffDoor

MOST_LINES = 500
LONGEST_WORD = 200


def make_operations_routes(settings: WebSettings, metrics: Metrics) -> Blueprint:
    routes = Blueprint("operations", __name__)
    process, door = Process(), StaffDoor(settings)

    @routes.get("/livez")
    def livez() -> Response:
        return jsonify(status="alive", service=settings.service)

    @routes.get("/readyz")
    @routes.get("/health")
    def readyz() -> Response:
        needs = _needs(settings)
        ready = all(one == "ok" for one in needs.values())
        state = "ready" if ready else "not ready"
        answer = jsonify(status=state, service=settings.service, needs=needs, can_do_without={})
        answer.status_code = 200 if ready else 503
        return answer

    @routes.get("/metrics")
    def exposition() -> Response:
        return Response(metrics.exposition(), content_type=metrics.content_type)

    @routes.get("/api/v1/operations/status")
    def status() -> Response:
        door.admit(request, "system:read")
        return _json(service_status(settings, process, metrics, _needs(settings), {}))

    @routes.get("/api/v1/operations/logs")
    def logs() -> Response:
        door.admit(request, "system:read")
        return _json(find_lines(settings.log_folder, settings.service, _query(request.args)))

    return routes


def _needs(settings: WebSettings) -> dict[str, str]:
    return {"site": "ok" if (settings.site / "index.html").is_file() else "missing"}


def _json(document: dict[str, Any]) -> Response:
    answer = Response(orjson.dumps(document), content_type="application/json")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _query(given: Any) -> LogQuery:
    """The same parameters as those of the other services."""
    level = given.get("level") or None
    limit = given.get("limit", "100")
    if level is not None and level not in LEVELS:
        raise InvalidInput(f"level: one of {', '.join(LEVELS)}")
    if not (limit.isascii() and limit.isdigit() and len(limit) < 6 and 1 <= int(limit) <= MOST_LINES):
        raise InvalidInput(f"limit: a number from 1 to {MOST_LINES}")
    words = [given.get(name) or None for name in ("request_id", "q")]
    if any(word is not None and len(word) > LONGEST_WORD for word in words):
        raise InvalidInput(f"request_id, q: at most {LONGEST_WORD} characters")
    return LogQuery(words[0], level, words[1], _moment(given.get("since")), int(limit))


def _moment(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput("since: a moment like 2026-01-05T09:30:00Z") from error
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
