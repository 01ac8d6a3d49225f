"""What goes wrong with a key."""

from common.errors import Conflict


class KeyReused(Conflict):
    code = "idempotency_key_reused"
    title = "This key was used for another request"

    def __init__(self) -> None:
        super().__init__("Send the body you sent first, or a new Idempotency-Key.")
