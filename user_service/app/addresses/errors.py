"""What the address book refuses."""

from common.errors import Conflict, NotFound


class AddressBookFull(Conflict):
    code, title = "address_book_full", "There are enough addresses in this book: delete one first"


class AddressNotFound(NotFound):
    code, title = "no_such_address", "There is no such address in this book"


class NoAddress(NotFound):
    code, title = "address_not_found", "This person has no address here"
