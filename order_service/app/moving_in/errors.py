"""Why an order of another shop is not taken."""

from common.errors import InvalidInput, NotFound


class UnknownCustomer(NotFound):
    code, title = "unknown_customer", "There is no customer of this id here: bring the customers in first"


class MixedCurrencies(InvalidInput):
    code, title = "mixed_currencies", "All amounts of an order are in one currency"


class PiecesDiffer(InvalidInput):
    code, title = "pieces_differ", "More was sent than the order's lines hold"


class PaymentsDiffer(InvalidInput):
    code, title = "payments_differ", "What was paid and given back does not fit the order's total"
