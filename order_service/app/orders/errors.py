"""What can be wrong with the order that was asked for."""

from common.errors import NotFound


class NoSuchOrder(NotFound):
    title = "There is no such order"
