"""What an invoice of the history can be."""

from typing import Literal, get_args

Kind = Literal["sale", "credit", "write_off"]
SALE, CREDIT, WRITE_OFF = get_args(Kind)
