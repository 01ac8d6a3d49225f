"""What the confirmation endpoint refuses."""

from common.errors import Conflict, NotFound, Unavailable


class ConfirmationNotFound(NotFound):
    code = "confirmation_not_found"
    title = "There is no such confirmation"


class ConfirmationExpired(Conflict):
    code = "confirmation_expired"
    title = "This proposal is too old to be confirmed; ask again"


class ConfirmationDecided(Conflict):
    code = "confirmation_decided"
    title = "This was decided otherwise before"


class ConfirmationAltered(Conflict):
    code = "confirmation_altered"
    title = "This proposal is not what was shown"


class ToolOff(Conflict):
    code = "tool_off"
    title = "The shop has switched this off since it was proposed"


class AuditUnavailable(Unavailable):
    code = "audit_unavailable"
    title = "This could not be recorded, so nothing was done; try again"

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "2"})


class ConfirmationBusy(Unavailable):
    code = "confirmation_in_progress"
    title = "This is being carried out; ask again in a moment"

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "1"})
