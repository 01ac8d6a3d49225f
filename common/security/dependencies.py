"""What a route asks for to know its caller: AnyCaller, OptionalCaller, ServiceCaller, permitted("…")."""

from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.openapi.models import HTTPBearer as BearerModel
from fastapi.security.base import SecurityBase

from common.errors import Forbidden, Unauthorized
from common.security.caller import Caller

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class NotSignedIn(Unauthorized):
    code = "not_signed_in"

    def __init__(self) -> None:
        super().__init__(headers={"WWW-Authenticate": "Bearer"})


class ServicesOnly(Forbidden):
    code = "services_only"


class _Bearer(SecurityBase):
    """Asks for a bearer token in the OpenAPI document and hands over the caller the middleware verified."""

    def __init__(self) -> None:
        self.model = BearerModel(description="An access token of user_service: POST /api/v1/auth/token")
        self.scheme_name = "bearer"


class _OptionalCaller(_Bearer):
    async def __call__(self, request: Request) -> Caller | None:
        return await _caller(request)


class _AnyCaller(_Bearer):
    async def __call__(self, request: Request) -> Caller:
        caller = await _caller(request)
        if caller is None:
            raise NotSignedIn
        return caller


class _ServiceCaller(_Bearer):
    async def __call__(self, request: Request) -> Caller:
        caller = await _caller(request)
        if caller is None:
            raise NotSignedIn
        if not caller.is_service:
            raise ServicesOnly
        return caller


class _PermittedCaller(_Bearer):
    def __init__(self, permission: str) -> None:
        super().__init__()
        self._permission = permission

    async def __call__(self, request: Request) -> Caller:
        caller = await _any_caller(request)
        caller.require(self._permission)
        return caller


async def _caller(request: Request) -> Caller | None:
    """The verified caller; on a write its session is also checked, and the write refused when that cannot be done."""
    scope = request.scope
    refused: Exception | None = scope.get("caller_refused")
    if refused is not None:
        raise refused
    caller: Caller | None = scope.get("caller")
    if caller is not None and scope["method"] not in _SAFE and not caller.is_service:
        await request.app.state.runtime.sessions.verify(caller, scope.get("session_ended"))
    return caller


_any_caller = _AnyCaller()

AnyCaller = Annotated[Caller, Depends(_any_caller)]
OptionalCaller = Annotated[Caller | None, Depends(_OptionalCaller())]
ServiceCaller = Annotated[Caller, Depends(_ServiceCaller())]


def permitted(permission: str) -> Any:
    """`dependencies=[permitted("catalogue:write")]`, or `Annotated[Caller, permitted("…")]`."""
    return Depends(_PermittedCaller(permission))
