"""Why pieces of an order cannot be changed, sent back or swapped."""

from common.errors import Conflict


class UnknownPiece(Conflict):
    """`piece` is what was named: neither a line nor a variant of the order."""

    code = "unknown_piece"
    title = "The order has no such piece"


class NotSoManyPieces(Conflict):
    """`piece` is named more often than there are pieces of it that this can still be done with."""

    code = "too_many_pieces"
    title = "The order does not have so many pieces"


class OtherProduct(Conflict):
    """`variant_id` belongs to another product than the piece it is to replace."""

    code = "other_product"
    title = "A piece can only become another variant of the same product"


class DifferenceChanged(Conflict):
    """`difference` is what it would be now."""

    code = "difference_changed"
    title = "The difference in price is not the one you saw"


class OtherCurrency(Conflict):
    code = "other_currency"
    title = "This variant is sold in another currency than the order"
