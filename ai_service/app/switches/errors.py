"""What is refused because of a kill switch."""

from common.errors import Conflict, NotFound, Unavailable


class WritesStopped(Conflict):
    code = "writes_stopped"
    title = "The shop has stopped changes by the assistant for now; nothing was changed"


class SwitchesUnreadable(Unavailable):
    code = "switches_unreadable"
    title = "Nobody can tell right now whether changes are stopped, so nothing was changed"

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "2"})


class SwitchNotFound(NotFound):
    code = "switch_not_found"
    title = "There is nothing of this name that could be stopped"
