"""/api/v1/auth: register, sign in, guests, refresh, sign out."""

from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Form, Request, Response

from common.security.caller import Caller
from common.security.dependencies import OptionalCaller, ServiceCaller
from common.security.tokens import InvalidToken
from user_service.app.accounts.schemas import Registration, User
from user_service.app.auth.cookies import check_origin, cookie, token_in
from user_service.app.auth.errors import InvalidGuestToken, MissingCredentials, OriginNotAllowed
from user_service.app.auth.schemas import (
    DelegatedToken,
    DelegationRequest,
    GuestRequest,
    RefreshRequest,
    SessionStart,
    TokenForm,
    TokenPair,
)
from user_service.app.auth.service import GuestVisit
from user_service.app.dependencies import Auth, NetworkAddress, Room, TheRoom
from user_service.app.sessions.errors import InvalidRefreshToken

router = APIRouter(prefix="/api/v1/auth", tags=["auth"])
internal = APIRouter(prefix="/internal/v1/delegations", tags=["internal"])
Pair = TypeVar("Pair", bound=TokenPair)


@router.post("/register", status_code=201, summary="Open an account")
async def register(
    registration: Registration, request: Request, auth: Auth, room: TheRoom, address: NetworkAddress
) -> User:
    guest = await _guest(request, room, registration.guest_token)
    return await auth.register(registration, guest, address)


@internal.post("", summary="A minute in a shopper's name, for what they confirmed and staff approved")
async def delegate(wanted: DelegationRequest, service: ServiceCaller, auth: Auth) -> DelegatedToken:
    return await auth.delegate(wanted, service.subject_id)


@router.post("/token", summary="Sign in with email and password, or get a service's token")
async def token(
    form: Annotated[TokenForm, Form()],
    request: Request,
    response: Response,
    auth: Auth,
    room: TheRoom,
    address: NetworkAddress,
) -> TokenPair:
    response.headers["Cache-Control"] = "no-store"
    if form.grant_type == "client_credentials":
        if form.client_id is None or form.client_secret is None:
            raise MissingCredentials("client_credentials needs client_id and client_secret.")
        return auth.service_token(form.client_id, form.client_secret)
    if form.username is None or form.password is None:
        raise MissingCredentials("password needs username and password.")
    if form.cookie:
        check_origin(room.settings, **_origins(request))
    guest = await _guest(request, room, form.guest_token)
    client = request.headers.get("user-agent", "")[:200] or None
    pair = await auth.sign_in(form.username, form.password, guest, address, client)
    return into_cookie(response, request, room, pair) if form.cookie else pair


@router.post("/guest", status_code=201, summary="Visit without an account")
async def guest(
    request: Request,
    response: Response,
    auth: Auth,
    room: TheRoom,
    address: NetworkAddress,
    wishes: GuestRequest | None = None,
) -> TokenPair:
    response.headers["Cache-Control"] = "no-store"
    keep = wishes is not None and wishes.cookie
    if keep:
        check_origin(room.settings, **_origins(request))
    pair = await auth.visit(address)
    return into_cookie(response, request, room, pair) if keep else pair


@router.post("/refresh", summary="The next access and refresh token")
async def refresh(
    request: Request, response: Response, auth: Auth, room: TheRoom, body: RefreshRequest | None = None
) -> TokenPair:
    response.headers["Cache-Control"] = "no-store"
    given = body.refresh_token if body else None
    if given is not None:
        if body is None or not body.cookie:
            return await auth.refresh(given)
        check_origin(room.settings, **_origins(request))
        return into_cookie(response, request, room, await auth.refresh(given))
    kept = token_in_cookie(request, room)
    if kept is None:
        raise InvalidRefreshToken
    return into_cookie(response, request, room, await auth.refresh(kept))


@router.post(
    "/session",
    summary="What a page asks when it loads: whom the refresh cookie still signs in",
    response_model=SessionStart,
    responses={204: {"description": "Nobody: there is no cookie, or it was over and is cleared"}},
)
async def session(request: Request, response: Response, auth: Auth, room: TheRoom) -> Any:
    """No cookie is no error here, so that a visitor's first page leaves no failed request behind."""
    response.headers["Cache-Control"] = "no-store"
    kept = token_in_cookie(request, room)
    start = await auth.resume(kept) if kept is not None else None
    if start is not None:
        return into_cookie(response, request, room, start)
    nobody = Response(status_code=204, headers={"Cache-Control": "no-store"})
    if kept is not None:
        nobody.delete_cookie(**cookie(room.settings, secure=_is_secure(request)))
    return nobody


@router.post("/logout", status_code=204, summary="End this session everywhere")
async def logout(
    request: Request,
    response: Response,
    auth: Auth,
    room: TheRoom,
    caller: OptionalCaller,
    body: RefreshRequest | None = None,
) -> None:
    given = body.refresh_token if body else None
    kept = given or token_in_cookie(request, room)
    ended = kept is not None and await auth.sign_out_by(kept)
    if caller is not None and not caller.is_service:
        await auth.sign_out(caller.session_id, caller.subject_id)
    elif not ended and (given is not None or kept is None):
        raise InvalidRefreshToken  # a stale cookie, though, is simply cleared
    response.delete_cookie(**cookie(room.settings, secure=_is_secure(request)))


def into_cookie(response: Response, request: Request, room: Room, pair: Pair) -> Pair:
    """Move the refresh token from the answer into the cookie."""
    kept = cookie(room.settings, secure=_is_secure(request))
    seconds = room.settings.refresh_token_days * 86_400
    response.set_cookie(value=pair.refresh_token or "", max_age=seconds, **kept)
    return pair.model_copy(update={"refresh_token": None})


def token_in_cookie(request: Request, room: Room) -> str | None:
    return token_in(request.cookies, room.settings, **_origins(request))


def _origins(request: Request) -> dict[str, Any]:
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    return {"origin": request.headers.get("origin"), "own_origin": own}


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"


async def _guest(request: Request, room: Room, given: str | None) -> GuestVisit | None:
    """The guest who is signing in: named in the body, else the bearer, else the one the refresh cookie belongs to.

    A named guest must be one; what merely came along with the request is used only when it fits.
    """
    if given is not None:
        return await _named_guest(room, given)
    bearer: Caller | None = request.scope.get("caller")
    if (visit := _visit(bearer)) is not None:
        return visit
    try:
        kept = token_in_cookie(request, room)
    except OriginNotAllowed:
        return None
    return await room.auth.guest_of(kept) if kept is not None else None


async def _named_guest(room: Room, given: str) -> GuestVisit:
    """From a guest's access token, or their refresh token, which lives longer."""
    try:
        visit = await room.auth.guest_of(given) or _visit(await room.tokens.verify(given))
    except InvalidToken as error:
        raise InvalidGuestToken from error
    if visit is None:
        raise InvalidGuestToken
    return visit


def _visit(caller: Caller | None) -> GuestVisit | None:
    return GuestVisit(caller.subject_id, caller.session_id) if caller is not None and caller.is_guest else None
