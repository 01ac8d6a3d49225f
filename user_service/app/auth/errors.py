"""What signing in refuses."""

from common.errors import Conflict, Forbidden, InvalidInput, TooManyRequests, Unauthorized


class WrongCredentials(Unauthorized):
    """Says the same for an unknown email and a wrong password."""

    code, title = "wrong_credentials", "Email or password is not right"


class UnknownClient(Unauthorized):
    code, title = "invalid_client", "Client id or secret is not right"


class InvalidGuestToken(Unauthorized):
    code, title = "invalid_guest_token", "This is not the token of a guest who is still here"


class MissingCredentials(InvalidInput):
    code, title = "missing_credentials", "This grant type needs other fields"


class NotForThisService(Forbidden):
    code, title = "not_for_this_service", "Only the AI staff's service acts in a shopper's name"


class AccountClosed(Conflict):
    code, title = "account_closed", "This shopper's account is closed"


class OriginNotAllowed(Forbidden):
    code, title = "origin_not_allowed", "The refresh cookie is taken only from the shop's own pages"


class TooManySignIns(TooManyRequests):
    code, title = "too_many_sign_ins", "Too many attempts: wait a little"

    def __init__(self, retry_after: float) -> None:
        super().__init__(headers={"Retry-After": str(max(1, round(retry_after)))})
