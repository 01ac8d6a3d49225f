"""What operators ask: alive, ready, metrics."""

from flask import Blueprint, Response, jsonify

from common.observability.metrics import Metrics
from web_service.app.settings import WebSettings


def make_operations_routes(settings: WebSettings, metrics: Metrics) -> Blueprint:
    routes = Blueprint("operations", __name__)

    @routes.get("/livez")
    def livez() -> Response:
        return jsonify(status="alive", service=settings.service)

    @routes.get("/readyz")
    @routes.get("/health")
    def readyz() -> Response:
        answer = jsonify(status="ready", service=settings.service, needs={}, can_do_without={})
        if not (settings.site / "index.html").is_file():
            answer = jsonify(status="not ready", service=settings.service, needs={"site": "missing"}, can_do_without={})
            answer.status_code = 503
        return answer

    @routes.get("/metrics")
    def exposition() -> Response:
        return Response(metrics.exposition(), content_type=metrics.content_type)

    return routes
