"""/mcp, and where its clients find out how to sign in (RFC 9728)."""

import re
from contextvars import copy_context
from typing import Annotated, Any
from urllib.parse import urlsplit

import orjson
from fastapi import APIRouter, Depends, Request, Response

from ai_service.app.dependencies import TheRoom
from ai_service.app.mcp_server.door import McpDoor, Receive, Send
from ai_service.app.mcp_server.errors import ForeignPage, SignInNeeded
from ai_service.app.mcp_server.schemas import ProtectedResource
from ai_service.app.mcp_server.tools import Visit
from common.database import current_tenant
from common.languages import current_language
from common.security.dependencies import OptionalCaller

PATH = "/mcp"
METADATA = "/.well-known/oauth-protected-resource"
_HOST = re.compile(rb"[\w.-]+(:\d{1,5})?|\[[0-9a-fA-F:.]+\](:\d{1,5})?")
_OF_THIS_MACHINE = re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?")
router = APIRouter(tags=["mcp"])


async def _welcome(request: Request) -> None:
    """Other programs send no Origin; a browser's page must be one of this shop's, or of the machine it runs on."""
    origin = request.headers.get("origin")
    if origin is None or origin in request.app.state.runtime.settings.web_origins:
        return
    asked = _origin(request.scope)
    if not (_OF_THIS_MACHINE.fullmatch(origin) and _OF_THIS_MACHINE.fullmatch(asked)):
        raise ForeignPage


class McpAnswer(Response):
    """The protocol's own answer to a request whose body was read already."""

    def __init__(self, door: McpDoor, visit: Visit, body: bytes) -> None:
        super().__init__()
        self._door, self._visit, self._read = door, visit, body

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        given = [{"type": "http.request", "body": self._read, "more_body": False}]

        async def again() -> Any:
            return given.pop() if given else await receive()

        await self._door.answer(self._visit, scope, again, send)


@router.api_route(PATH, methods=["GET", "POST", "DELETE"], include_in_schema=False)
async def mcp(
    request: Request, caller: OptionalCaller, the_room: TheRoom, welcome: Annotated[None, Depends(_welcome)]
) -> McpAnswer:
    """The shop as an MCP server over streamable HTTP (docs/clients.md)."""
    body = await request.body()
    name = _called_tool(body)
    if caller is None and name is not None and the_room.mcp.tools.needs_sign_in(name):
        raise SignInNeeded
    visit = Visit(caller, current_tenant(), current_language(), copy_context())
    return McpAnswer(the_room.mcp, visit, body)


@router.get(METADATA)
@router.get(METADATA + PATH, include_in_schema=False)
async def protected_resource(request: Request) -> ProtectedResource:
    """How clients of `/mcp` may send tokens, and who gives them."""
    settings = request.app.state.runtime.settings
    origin = _origin(request.scope)
    return ProtectedResource(
        resource=f"{origin}{PATH}",
        authorization_servers=[_sign_in_at(origin, settings)],
        resource_documentation=f"{origin}/docs",
    )


def _called_tool(body: bytes) -> str | None:
    """The tool that this message calls, if it calls one; whatever else it is, the protocol answers."""
    if b"tools/call" not in body:
        return None
    try:
        message = orjson.loads(body)
        name = message["params"]["name"] if message["method"] == "tools/call" else None
    except (ValueError, KeyError, TypeError):
        return None
    return name if isinstance(name, str) else None


def _origin(scope: Any) -> str:
    """Scheme and host under which this was asked for."""
    host = dict(scope["headers"]).get(b"host", b"")
    return f"{scope['scheme']}://{host.decode() if _HOST.fullmatch(host) else '127.0.0.1'}"


def _sign_in_at(origin: str, settings: Any) -> str:
    if settings.behind_gateway:
        return origin
    there, users = urlsplit(origin), urlsplit(settings.user_service_url)
    host = f"[{there.hostname}]" if there.hostname and ":" in there.hostname else there.hostname
    return f"{there.scheme}://{host}:{users.port}"


def challenged(scope: Any, send: Send) -> Send:
    """Says with every 401 where a client finds out how to sign in."""

    async def with_challenge(message: Any) -> None:
        if message["type"] == "http.response.start" and message["status"] == 401:
            others = [line for line in message["headers"] if line[0] != b"www-authenticate"]
            where = f'Bearer resource_metadata="{_origin(scope)}{METADATA}{PATH}"'
            message = {**message, "headers": [*others, (b"www-authenticate", where.encode("latin-1"))]}
        await send(message)

    return with_challenge
