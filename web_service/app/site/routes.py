"""Files of the front end, index.html for the paths of the app, 404 for files that are not there."""

import mimetypes
import re

from flask import Blueprint, Response, render_template_string, request, send_from_directory
from werkzeug.exceptions import NotFound

from web_service.app.origins import documentation, service_origins
from web_service.app.settings import START_PAGE, WebSettings

_HASHED = re.compile(r"^assets/.+[.-][A-Za-z0-9_-]{8,}\.\w+$")  # index-BdX2k9Qa.js, as the bundler names them
_YEAR = "public, max-age=31536000, immutable"
_HOUR = "public, max-age=3600"
_NEVER = "no-cache, no-store, must-revalidate"
_NOT_PAGES = ("api/", "assets/", "internal/")


def make_site_routes(settings: WebSettings) -> Blueprint:
    routes = Blueprint("site", __name__)
    site = settings.site

    @routes.get("/")
    @routes.get("/admin")
    def page() -> Response:
        if site == START_PAGE:
            text = (site / "index.html").read_text(encoding="utf-8")
            services, docs = service_origins(request, settings), documentation(request, settings)
            answer = Response(render_template_string(text, services=services, docs=docs))
        else:
            answer = send_from_directory(site, "index.html", etag=False, last_modified=None)
        answer.headers["Cache-Control"] = _NEVER
        return answer

    @routes.get("/<path:path>")
    def file_or_page(path: str) -> Response:
        if path != "index.html" and (site / path).is_file():
            answer = send_from_directory(site, path)
            answer.headers["Cache-Control"] = _YEAR if _HASHED.match(path) else _HOUR
            return answer
        if path != "index.html" and (_is_file_name(path) or path.startswith(_NOT_PAGES)):
            raise NotFound(f"There is no file {path!r}.")
        return page()

    return routes


def _is_file_name(path: str) -> bool:
    """A path of the app has no file type at its end: /products/v1.2 is a page, /logo.png is not."""
    return mimetypes.guess_type(path)[0] is not None
