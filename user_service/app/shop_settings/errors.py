"""What the shop's settings refuse."""

from common.errors import NotFound


class NoLegalText(NotFound):
    code, title = "no_legal_text", "This shop has no such page"
