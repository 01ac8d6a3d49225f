"""What sessions refuse."""

from common.errors import NotFound, Unauthorized


class SessionNotFound(NotFound):
    code, title = "session_not_found", "There is no such open session of yours"


class InvalidRefreshToken(Unauthorized):
    code, title = "invalid_refresh_token", "This refresh token is not valid: sign in again"


class RefreshTokenReused(Unauthorized):
    code, title = "refresh_token_reused", "This refresh token was used before: the session was ended, sign in again"
