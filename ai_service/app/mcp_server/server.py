"""The protocol itself, by the official SDK. Importing this takes most of a second: see door.py.

2025-11-25 and the revisions before it open a session and ask the person in the middle of a call; 2026-07-28 has no
sessions, and the call is made again with the person's answer.
"""

import asyncio
from typing import Any

import mcp_types as types
import orjson
from mcp.server.auth.middleware.bearer_auth import AuthenticatedUser
from mcp.server.auth.provider import AccessToken
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.shared.exceptions import MCPError
from mcp_types.version import MODERN_PROTOCOL_VERSIONS

from ai_service.app.mcp_server.tools import CalledTool, Json, McpTools, Visit
from ai_service.app.tools.registry import Tool
from common.operations.status import VERSION

VISIT = "mcp_visit"  # where the request's scope has it
QUESTION = "confirmation"
Context = ServerRequestContext[Any, Any]


def session_manager(tools: McpTools, instructions: str, most: int, idle_seconds: float) -> StreamableHTTPSessionManager:
    """Ready to `run()`. At most so many sessions at once; each ends when it is not used for so long."""
    conversing = _Conversing(tools)
    server: Server[Any] = Server(
        "shopkeeper",
        version=VERSION,
        instructions=instructions,
        get_tool_input_schema=conversing.schema_of,
        on_list_tools=conversing.list_tools,
        on_call_tool=conversing.call_tool,
    )
    server.middleware.clear()  # OpenTelemetry's: our own trace goes along already
    return StreamableHTTPSessionManager(server, session_idle_timeout=idle_seconds, max_sessions=most)


def owner_of(visit: Visit) -> AuthenticatedUser | None:
    """Whose session it is: nobody else's token opens it."""
    if visit.caller is None:
        return None
    caller = visit.caller
    return AuthenticatedUser(AccessToken(token="", client_id=caller.tenant_id, scopes=[], subject=caller.subject_id))


class _Conversing:
    """What the SDK calls."""

    def __init__(self, tools: McpTools) -> None:
        self._tools = tools

    def schema_of(self, name: str) -> Json | None:
        tool = self._tools.chat.registry.tools.get(name)
        return tool.spec.parameters if tool is not None else None

    async def list_tools(self, ctx: Context, params: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        """In the context of the request that asks; a session's own is that of whoever opened it."""
        visit = _visit(ctx)
        tools = await asyncio.create_task(self._tools.listed(visit), context=visit.context)
        return types.ListToolsResult(tools=[_shown(tool) for tool in tools])

    async def call_tool(
        self, ctx: Context, params: types.CallToolRequestParams
    ) -> types.CallToolResult | types.InputRequiredResult:
        """In the context of the request that asks, too."""
        visit = _visit(ctx)
        return await asyncio.create_task(self._call(ctx, visit, params), context=visit.context)

    async def _call(
        self, ctx: Context, visit: Visit, params: types.CallToolRequestParams
    ) -> types.CallToolResult | types.InputRequiredResult:
        if params.request_state is not None:
            return await self._answered(visit, params.request_state, params.input_responses or {})
        called = await self._tools.call(visit, params.name, orjson.dumps(params.arguments or {}).decode())
        if called.outcome.data.get("error", {}).get("code") == "unknown_tool":
            raise MCPError(types.INVALID_PARAMS, called.outcome.data["error"]["detail"])
        if called.outcome.confirmation is None:
            return _result(orjson.loads(called.outcome.content))
        if not _can_ask(ctx):
            return _result(_undecided(called))
        if ctx.protocol_version in MODERN_PROTOCOL_VERSIONS:
            place = [called.conversation_id, called.outcome.confirmation["confirmation_id"]]
            request = types.ElicitRequest(params=_question(called))
            state = orjson.dumps(place).decode()
            return types.InputRequiredResult(input_requests={QUESTION: request}, request_state=state)
        return await self._ask(ctx, visit, called)

    async def _ask(self, ctx: Context, visit: Visit, called: CalledTool) -> types.CallToolResult:
        question = _question(called)
        answer = await ctx.session.elicit_form(question.message, question.requested_schema, ctx.request_id)
        if answer.action == "cancel":
            return _result(_undecided(called))
        confirmation_id = called.outcome.data["confirmation_id"]
        accepted = answer.action == "accept"
        return _result(await self._tools.decide(visit, called.conversation_id, confirmation_id, confirm=accepted))

    async def _answered(self, visit: Visit, state: str, answers: dict[str, Any]) -> types.CallToolResult:
        """The second round. The state only names a proposal; whose it is and what it does is looked up."""
        try:
            conversation_id, confirmation_id = map(str, orjson.loads(state))
        except ValueError as error:
            raise MCPError(types.INVALID_PARAMS, "This requestState was not made here.") from error
        answer = answers.get(QUESTION)
        if not isinstance(answer, types.ElicitResult):
            raise MCPError(types.INVALID_PARAMS, f"inputResponses needs {QUESTION!r}.")
        if answer.action == "cancel":
            return _result({"status": "confirmation_required", **_place(conversation_id, confirmation_id)})
        accepted = answer.action == "accept"
        return _result(await self._tools.decide(visit, conversation_id, confirmation_id, confirm=accepted))


def _visit(ctx: Context) -> Visit:
    visit: Visit = ctx.request.scope[VISIT]  # type: ignore[union-attr]
    return visit


def _shown(tool: Tool) -> types.Tool:
    hints = types.ToolAnnotations(
        read_only_hint=not tool.changes,
        destructive_hint=tool.approval != "none",
        open_world_hint=False,
    )
    spec = tool.spec
    return types.Tool(name=spec.name, description=spec.description, input_schema=spec.parameters, annotations=hints)


def _result(data: Json) -> types.CallToolResult:
    text = types.TextContent(text=orjson.dumps(data, default=str).decode())
    return types.CallToolResult(content=[text], structured_content=data, is_error="error" in data)


def _can_ask(ctx: Context) -> bool:
    """Whether the client can put a form before a person."""
    capabilities = ctx.session.client_capabilities
    asking = capabilities.elicitation if capabilities is not None else None
    return asking is not None and (asking.form is not None or asking.url is None)


def _question(called: CalledTool) -> types.ElicitRequestFormParams:
    data = called.outcome.data
    message = f"{data['title']}\n\n{data['text']}"
    return types.ElicitRequestFormParams(message=message, requested_schema={"type": "object", "properties": {}})


def _undecided(called: CalledTool) -> Json:
    data = called.outcome.data
    return {**data, **_place(called.conversation_id, data["confirmation_id"])}


def _place(conversation_id: str, confirmation_id: str) -> Json:
    """Where it is decided; the answer to the call does not do it."""
    path = f"/api/v1/conversations/{conversation_id}/confirmations/{confirmation_id}"
    return {"conversation_id": conversation_id, "confirmation_id": confirmation_id, "decide_at": path}
