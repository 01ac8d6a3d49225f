"""The refresh cookie of browsers: out of reach of scripts, sent to /api/v1/auth only, taken from our own pages only."""

from fastapi import Request, Response

from user_service.app.auth.errors import OriginNotAllowed
from user_service.app.auth.schemas import TokenPair
from user_service.app.settings import UserSettings

PATH = "/api/v1/auth"


def cookie_name(settings: UserSettings) -> str:
    """Cookies ignore ports, so two shops on one host need names of their own."""
    return f"shopkeeper_refresh_{settings.suite_id}"


def into_cookie(response: Response, request: Request, settings: UserSettings, pair: TokenPair) -> TokenPair:
    """Move the refresh token from the answer into the cookie."""
    response.set_cookie(
        cookie_name(settings),
        pair.refresh_token or "",
        max_age=settings.refresh_token_days * 86400,
        path=PATH,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return pair.model_copy(update={"refresh_token": None})


def clear_cookie(response: Response, settings: UserSettings) -> None:
    response.delete_cookie(cookie_name(settings), path=PATH, httponly=True, samesite="strict")


def token_in_cookie(request: Request, settings: UserSettings) -> str | None:
    """The refresh token a browser sent along; OriginNotAllowed when another site's page made it do so."""
    token = request.cookies.get(cookie_name(settings))
    if not token:
        return None
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    if origin is None or (origin != own and origin not in settings.web_origins):
        raise OriginNotAllowed
    return token
