"""GET /docs and the files it needs."""

from html import escape
from importlib.util import find_spec
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse

from common.errors import NotFound

_HOUR = "public, max-age=3600"
_HEADERS = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/assets/start.js"></script>
</body>
</html>
"""


class NoSuchFile(NotFound):
    code = "no_such_file"


def documentation_router() -> APIRouter:
    router = APIRouter()
    files = _files()

    @router.get("/docs")
    async def documentation(request: Request) -> HTMLResponse:
        return HTMLResponse(_PAGE.format(title=escape(request.app.title)), headers=_HEADERS)

    @router.get("/docs/assets/{name}")
    async def asset(name: str) -> FileResponse:
        if name not in files:
            raise NoSuchFile
        return FileResponse(files[name], headers={"Cache-Control": _HOUR, "X-Content-Type-Options": "nosniff"})

    return router


def _files() -> dict[str, Path]:
    """Swagger UI's files lie in a package that only carries them: it is found, not imported."""
    package = find_spec("fastapi_offline")
    places = [Path(place) / "static" for place in (package.submodule_search_locations or ())] if package else []
    vendored = {name: place / name for place in places for name in ("swagger-ui-bundle.js", "swagger-ui.css")}
    return {**vendored, "start.js": Path(__file__).with_name("start.js")}
