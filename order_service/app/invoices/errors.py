"""What can be wrong with the document that was asked for."""

from common.errors import NotFound


class NoSuchInvoice(NotFound):
    code, title = "no_such_invoice", "There is no such invoice"
