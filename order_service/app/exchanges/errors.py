"""What can be wrong with an exchange that is to be decided about."""

from common.errors import NotFound


class NoSuchExchange(NotFound):
    title = "The order has no such exchange"
