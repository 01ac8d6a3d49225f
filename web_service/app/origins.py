"""Where the services are, seen from the browser that asks."""

import re
from urllib.parse import urlsplit

from flask import Request

from web_service.app.settings import WebSettings

_HOST = re.compile(r"^(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::\d{1,5})?$", re.IGNORECASE)
SERVICES = ("user", "product", "order", "ai")


def page_origin(request: Request) -> str:
    """Scheme and host under which the page was asked for; a malformed Host header becomes 127.0.0.1."""
    host = request.host if _HOST.match(request.host) else "127.0.0.1"
    return f"{request.scheme}://{host}"


def service_origins(request: Request, settings: WebSettings) -> dict[str, str]:
    """One URL per service on the same host as the page: to a browser 127.0.0.1 and localhost are different sites."""
    page = page_origin(request)
    if settings.behind_gateway:
        return dict.fromkeys(SERVICES, page)
    scheme, _, rest = page.partition("://")
    named = _HOST.match(rest)
    host = named[1] if named else "127.0.0.1"
    return {name: f"{scheme}://{host}:{urlsplit(settings.url_of(f'{name}_service')).port}" for name in SERVICES}


def operations(request: Request, settings: WebSettings) -> dict[str, str]:
    """Where the console asks each service, this one too, for /status and /logs."""
    if settings.behind_gateway:
        return {name: f"{page_origin(request)}/operations/{name}" for name in (*SERVICES, "web")}
    origins = {**service_origins(request, settings), "web": page_origin(request)}
    return {name: f"{origin}/api/v1/operations" for name, origin in origins.items()}


def documentation(request: Request, settings: WebSettings) -> dict[str, str]:
    """Where each service describes itself: at /docs, or beside the others behind the gateway."""
    origins = service_origins(request, settings)
    return {name: f"{url}/docs/{name}" if settings.behind_gateway else f"{url}/docs" for name, url in origins.items()}
