"""What the chat refuses."""

from common.errors import InvalidInput, Unavailable


class TooManyTurns(Unavailable):
    code = "too_many_turns"
    title = "The assistant is talking to too many people right now"

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "2"})


class AttachmentsUnsupported(InvalidInput):
    code = "attachments_unsupported"
    title = "This shop's assistant does not take attachments"
