"""Files of the front end, index.html for the paths of the app, 404 for files that are not there."""

import mimetypes
import re
from pathlib import Path

import orjson
from flask import Blueprint, Response, render_template_string, request, send_from_directory
from werkzeug.exceptions import NotFound

from common.languages import accepted_language
from web_service.app.configuration.service import shop_configuration
from web_service.app.origins import documentation, service_origins
from web_service.app.settings import START_PAGE, WebSettings
from web_service.app.site.page_files import MANIFEST, page_files

_HASHED = re.compile(r"^assets/.+[.-][A-Za-z0-9_-]{8,}\.\w+$")  # index-BdX2k9Qa.js, as the bundler names them
_YEAR = "public, max-age=31536000, immutable"
_HOUR = "public, max-age=3600"
_NEVER = "no-cache, no-store, must-revalidate"
_INSIDE = ("index.html", MANIFEST)  # for web_service itself
_NOT_PAGES = ("api/", "assets/", "internal/")
_COPIES = {"br": ".br", "gzip": ".gz"}  # made by the build, best first
_CONFIGURATION = '{"placeholder": true}'  # in index.html, where the page looks for its configuration
_PAGE_FILES = "<!-- what this page is made of -->"  # in its head


def make_site_routes(settings: WebSettings) -> Blueprint:
    routes = Blueprint("site", __name__)
    site = settings.site

    @routes.get("/")
    @routes.get("/admin")
    def page() -> Response:
        answer = Response(_start_page(site, settings) if site == START_PAGE else _app_page(site, settings))
        answer.headers["Cache-Control"] = _NEVER
        return answer

    @routes.get("/<path:path>")
    def file_or_page(path: str) -> Response:
        if path not in _INSIDE and not path.endswith(tuple(_COPIES.values())) and (site / path).is_file():
            return _file(site, path)
        if path != "index.html" and (_is_file_name(path) or path.startswith(_NOT_PAGES)):
            raise NotFound(f"There is no file {path!r}.")
        return page()

    return routes


def _start_page(site: Path, settings: WebSettings) -> str:
    text = (site / "index.html").read_text(encoding="utf-8")
    services, docs = service_origins(request, settings), documentation(request, settings)
    return render_template_string(text, services=services, docs=docs)


def _app_page(site: Path, settings: WebSettings) -> str:
    """The app with its configuration and the names of its files inside, which saves the browser journeys."""
    text = (site / "index.html").read_text(encoding="utf-8")
    configuration = orjson.dumps(shop_configuration(request, settings)).decode().replace("<", "\\u003c")
    language = accepted_language(request.headers.get("Accept-Language", ""), settings.default_language)
    links = page_files(site).links(request.path, language)
    return text.replace(_CONFIGURATION, configuration, 1).replace(_PAGE_FILES, links, 1)


def _file(site: Path, path: str) -> Response:
    """A file of the build, in the best copy this browser understands."""
    encoding = next(
        (name for name in _COPIES if _understood(name) and (site / f"{path}{_COPIES[name]}").is_file()), None
    )
    answer = send_from_directory(site, f"{path}{_COPIES[encoding]}" if encoding else path)
    answer.headers["Cache-Control"] = _YEAR if _HASHED.match(path) else _HOUR
    answer.headers["Vary"] = "Accept-Encoding"
    if encoding:
        answer.headers["Content-Encoding"] = encoding
        answer.headers["Content-Type"] = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return answer


def _understood(encoding: str) -> bool:
    return request.accept_encodings.quality(encoding) > 0


def _is_file_name(path: str) -> bool:
    """A path of the app has no file type at its end: /products/v1.2 is a page, /logo.png is not."""
    return mimetypes.guess_type(path)[0] is not None
