"""Builds the Flask app out of its parts."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from common.config import load_settings
from common.observability.logs import configure_logs
from common.observability.metrics import Metrics
from web_service.app.configuration.routes import make_configuration_routes
from web_service.app.edge import surround
from web_service.app.operations import make_operations_routes
from web_service.app.settings import WebSettings
from web_service.app.site.routes import make_site_routes


def create_app(settings: WebSettings | None = None) -> Flask:
    """The shop window with these settings, or with those of the environment."""
    settings = settings or load_settings(WebSettings)
    lines = configure_logs(settings) if settings.env != "test" else None
    metrics = Metrics(settings.service)
    app = Flask("web_service", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    if settings.behind_gateway:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]
    surround(app, settings, metrics, lines if settings.access_log else None)
    app.register_blueprint(make_operations_routes(settings, metrics))
    app.register_blueprint(make_configuration_routes(settings))
    app.register_blueprint(make_site_routes(settings))
    return app
