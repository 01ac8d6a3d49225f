"""/config.json: service URLs as this browser reaches them, languages, features."""

from flask import Blueprint, Response, jsonify, request

from web_service.app.configuration.service import shop_configuration
from web_service.app.settings import WebSettings


def make_configuration_routes(settings: WebSettings) -> Blueprint:
    routes = Blueprint("configuration", __name__)

    @routes.get("/config.json")
    def configuration() -> Response:
        answer = jsonify(shop_configuration(request, settings))
        answer.headers["Cache-Control"] = "no-store"
        return answer

    return routes
