"""Reading the folder's CSV files, and finding whatever is wrong with them before anything is sent."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from common.money import minor_digits

COLUMNS = ("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country")
SHOWN, MOST_LINES, CREDITS = 20, 1000, "C"  # how the numbers of credits begin
SALE, CREDIT, WRITE_OFF = "sale", "credit", "write_off"
Row = dict[str, str]


class BrokenFolder(Exception):
    """Nothing was sent; the text says what is wrong, one line for each fault."""


@dataclass(frozen=True, slots=True)
class Line:
    """`price` in minor units."""

    code: str
    title: str
    quantity: int
    price: int


@dataclass(slots=True)
class Invoice:
    """Issued when its first line was written."""

    id: str
    at: datetime
    customer_id: str | None
    country: str | None
    lines: list[Line] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(line.quantity * line.price for line in self.lines)

    @property
    def kind(self) -> str:
        if self.id.startswith(CREDITS):
            return CREDIT
        lost = all(line.quantity < 0 and not line.price for line in self.lines)
        return WRITE_OFF if lost else SALE


def read(folder: Path, currency: str) -> list[Invoice]:
    """All invoices of all files, if every row can be taken; else BrokenFolder. Times are as they stand there."""
    files = sorted(folder.glob("*.csv"))
    if not files:
        raise BrokenFolder(f"There is no CSV file in {folder}.")
    found: dict[str, Invoice] = {}
    faults = [fault for file in files for fault in _read(file, found, minor_digits(currency))]
    faults += [
        f"invoice {one.id}: more than {MOST_LINES} lines" for one in found.values() if len(one.lines) > MOST_LINES
    ]
    if faults:
        more = [f"… and {len(faults) - SHOWN} more."] if len(faults) > SHOWN else []
        raise BrokenFolder("\n".join([*faults[:SHOWN], *more]))
    return sorted(found.values(), key=lambda one: (one.at, one.id))


def totals_by_day(invoices: list[Invoice]) -> dict[date, int]:
    """Minor units: the plain sum of quantity times price of each day's lines."""
    days: Counter[date] = Counter()
    for invoice in invoices:
        days[invoice.at.date()] += invoice.total
    return dict(sorted(days.items()))


def _read(file: Path, found: dict[str, Invoice], digits: int) -> Iterator[str]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            rows = csv.DictReader(text)
            missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
            if missing:
                yield f"{file.name}: there is no column {', '.join(missing)}"
                return
            for row in rows:
                if fault := _take(row, found, digits):
                    yield f"{file.name}, line {rows.line_num}: {fault}"
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        yield f"{file.name} cannot be read: {error}"


def _take(row: Row, found: dict[str, Invoice], digits: int) -> str | None:
    """What is wrong with the row, if anything is; else it is among `found`."""
    number, code = (row["InvoiceNo"] or "").strip(), (row["StockCode"] or "").strip()
    if not number or not code:
        return "InvoiceNo or StockCode is empty"
    try:
        quantity, price = int(row["Quantity"]), Decimal(row["UnitPrice"]).scaleb(digits)
        at = datetime.fromisoformat(row["InvoiceDate"])
    except (TypeError, ValueError, InvalidOperation):
        return "Quantity, UnitPrice or InvoiceDate is no number or no time"
    if not quantity or not price.is_finite() or price < 0 or price != int(price):
        return f"{row['Quantity']} pieces at {row['UnitPrice']}: no pieces, or a price that is negative or too fine"
    customer = (row["CustomerID"] or "").strip().removesuffix(".0") or None
    invoice = found.setdefault(number, Invoice(number, at, customer, (row["Country"] or "").strip() or None))
    if invoice.customer_id != customer:
        return f"invoice {number} is of two customers"
    if invoice.at.date() != at.date():
        return f"invoice {number} is of two days"
    invoice.at = min(invoice.at, at)
    invoice.lines.append(Line(code, (row["Description"] or "").strip(), quantity, int(price)))
    return None
