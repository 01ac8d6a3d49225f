"""What a conversation refuses."""

from common.errors import Conflict, InvalidInput, NotFound


class ConversationNotFound(NotFound):
    code = "conversation_not_found"
    title = "There is no such conversation"


class TurnRunning(Conflict):
    code = "turn_running"
    title = "The assistant is still answering"

    def __init__(self, running_message_id: str | None = None) -> None:
        detail = "Wait for the answer, follow it at /events, or stop it at /stop."
        super().__init__(detail, headers={"Retry-After": "1"})
        self.running_message_id = running_message_id


class MessageIdReused(Conflict):
    code = "message_id_reused"
    title = "This message id was used for another message"


class NothingRunning(Conflict):
    code = "nothing_running"
    title = "No turn is running"


class MessageTooLong(InvalidInput):
    code = "message_too_long"
    title = "This message is too long"

    def __init__(self, longest: int) -> None:
        super().__init__(f"A message may have {longest} characters.")
