"""Money: an integer of minor units with an ISO 4217 currency; formatted only at the edge."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

_WHOLE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"  # ISO 4217, table A.1
_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"
MINOR_DIGITS = {**dict.fromkeys(_WHOLE.split(), 0), **dict.fromkeys(_THOUSANDTHS.split(), 3), "CLF": 4, "UYW": 4}
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "CNY": "¥", "JPY": "¥"}

Currency = Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")]


class Money(BaseModel):
    """An amount in minor units (cents), e.g. 12900 EUR is €129.00."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_extra={"example": {"amount": 12900, "currency": "EUR"}}
    )

    amount: int = Field(ge=-(10**15), le=10**15)
    currency: str = Field(pattern="^[A-Z]{3}$")


def minor_digits(currency: str) -> int:
    """How many decimals the currency has (ISO 4217)."""
    return MINOR_DIGITS.get(currency, 2)


def money(amount: int, currency: str) -> dict[str, int | str]:
    """The JSON form of an amount, for answers that are written without a model."""
    return {"amount": amount, "currency": currency}


def format_money(amount: int, currency: str, language: str = "en") -> str:
    """The amount as a person reads it: `€1,299.00`; `¥` means yuan in Chinese and yen in English."""
    digits = minor_digits(currency)
    whole, rest = divmod(abs(amount), 10**digits)
    number = f"{whole:,}" + (f".{rest:0{digits}d}" if digits else "")
    symbol = SYMBOLS.get(currency)
    if currency == "CNY" and language != "zh":
        symbol = "CN¥"
    sign = "-" if amount < 0 else ""
    return f"{sign}{symbol}{number}" if symbol else f"{sign}{number} {currency}"


def round_half_up(numerator: int, denominator: int) -> int:
    """`numerator / denominator` to the nearest integer, halves away from zero, without a float."""
    if denominator <= 0:
        raise ValueError("the denominator must be positive")
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator) // (2 * denominator))
