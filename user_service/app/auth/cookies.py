"""The refresh cookie of browsers: out of reach of scripts, sent to /api/v1/auth only, taken from our own pages only."""

from collections.abc import Mapping
from typing import Any

from user_service.app.auth.errors import OriginNotAllowed
from user_service.app.settings import UserSettings

PATH = "/api/v1/auth"


def cookie_name(settings: UserSettings) -> str:
    """Cookies ignore ports, so two shops on one host need names of their own."""
    return f"shopkeeper_refresh_{settings.suite_id}"


def cookie(settings: UserSettings, *, secure: bool) -> dict[str, Any]:
    """What the cookie is called and where it goes, whether it is set or cleared."""
    return {
        "key": cookie_name(settings),
        "path": PATH,
        "httponly": True,
        "samesite": "strict",
        "secure": secure,
    }


def token_in(cookies: Mapping[str, str], settings: UserSettings, *, origin: str | None, own_origin: str) -> str | None:
    """The refresh token a browser sent along; OriginNotAllowed when another site's page made it do so."""
    token = cookies.get(cookie_name(settings))
    if not token:
        return None
    if origin is None:
        raise OriginNotAllowed
    check_origin(settings, origin=origin, own_origin=own_origin)
    return token


def check_origin(settings: UserSettings, *, origin: str | None, own_origin: str) -> None:
    """OriginNotAllowed for another site's page, which could otherwise sign its visitors in as somebody else."""
    if origin is not None and origin != own_origin and origin not in settings.web_origins:
        raise OriginNotAllowed
