"""What a document of the shop's books can be."""

from typing import Literal, get_args

Kind = Literal["invoice", "credit_note"]
INVOICE, CREDIT_NOTE = get_args(Kind)
