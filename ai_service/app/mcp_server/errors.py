"""What the MCP server's door refuses before the protocol begins."""

from common.errors import Forbidden, Unauthorized


class SignInNeeded(Unauthorized):
    code = "not_signed_in"

    def __init__(self) -> None:
        super().__init__("This tool is about one person: send that person's token.")


class ForeignPage(Forbidden):
    """Against DNS rebinding: a page elsewhere must not use a shop that its reader's network reaches."""

    code = "origin_not_allowed"
    title = "Pages of this origin may not use this"
