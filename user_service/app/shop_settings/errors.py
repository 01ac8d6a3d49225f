"""What the shop's settings refuse."""

from common.errors import InvalidInput, NotFound


class NoLegalText(NotFound):
    code, title = "no_legal_text", "This shop has no such page"


class SamePrefixes(InvalidInput):
    code, title = "same_prefixes", "The numbers of invoices and of credit notes cannot begin alike"
