"""/config.json: service URLs as this browser reaches them, languages, features."""

from flask import Blueprint, Response, jsonify, request

from common.languages import LANGUAGES
from web_service.app.origins import service_origins
from web_service.app.settings import WebSettings


def make_configuration_routes(settings: WebSettings) -> Blueprint:
    routes = Blueprint("configuration", __name__)

    @routes.get("/config.json")
    def configuration() -> Response:
        answer = jsonify(
            suite_id=settings.suite_id,
            services=service_origins(request, settings),
            languages=list(LANGUAGES),
            default_language=settings.default_language,
            currency=settings.default_currency,
            features={
                "assistant": True,
                "guest_checkout": True,
                "demo": settings.seed_demo,
                "test_payments": settings.env != "production",
            },
        )
        answer.headers["Cache-Control"] = "no-store"
        return answer

    return routes
