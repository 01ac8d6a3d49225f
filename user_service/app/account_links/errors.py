"""What one-time links refuse."""

from common.errors import Conflict, NotFound, TooManyRequests


class LinkSpent(NotFound):
    """Says the same for a link that was used, is too old or never was one."""

    code, title = "link_spent", "This link was used, is too old, or never was one"


class NotInvited(Conflict):
    code, title = "not_invited", "This person has chosen a password already"


class TooManyResets(TooManyRequests):
    code, title = "too_many_resets", "Too many requests for a new password: wait a little"

    def __init__(self, retry_after: float) -> None:
        super().__init__(headers={"Retry-After": str(max(1, round(retry_after)))})
