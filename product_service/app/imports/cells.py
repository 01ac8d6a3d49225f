"""Single cells: numbers, money and HTML, each way."""

import html
import re
import unicodedata
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser

from common.money import minor_digits

MAX_AMOUNT = 10**12
NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?")
PRICE_COLUMN = re.compile(r"Variant Price \(([A-Z]{3})\)")
WHOLE = re.compile(r"[0-9]{1,9}")
BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article"}
)
SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title", "head"})


class BadCell(ValueError):
    """A cell that cannot be taken; the text says why."""


def price_of(text: str, currency: str) -> int:
    """`49.95` as minor units; only plain decimals, since `1,299` means different things in different places."""
    if not text:
        raise BadCell("a price is needed")
    if not NUMBER.fullmatch(text):
        raise BadCell("not a price: write it as 1299.95, without signs or thousands separators")
    try:
        minor = Decimal(text).scaleb(minor_digits(currency))
    except InvalidOperation as error:
        raise BadCell("not a price") from error
    if minor != minor.to_integral_value():
        raise BadCell(f"more decimals than {currency} has")
    if minor > MAX_AMOUNT:
        raise BadCell("out of range")
    return int(minor)


def count_of(text: str, most: int) -> int:
    """A number of pieces; an empty cell is none."""
    if not text:
        return 0
    if not WHOLE.fullmatch(text):
        raise BadCell("not a number of pieces")
    if int(text) > most:
        raise BadCell(f"more than {most}")
    return int(text)


def currency_of(text: str, default: str) -> str:
    code = text.upper() or default
    if not re.fullmatch(r"[A-Z]{3}", code, re.ASCII):
        raise BadCell("not a currency: write its three letters, as EUR")
    return code


def price_columns(header: list[str]) -> list[tuple[str, str]]:
    """(currency, column) of the prices in other currencies: Variant Price (USD)."""
    return [(match[1], column) for column in header if (match := PRICE_COLUMN.fullmatch(column))]


def one_line(text: str) -> str:
    """Text of one line: control characters out, white space single."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    kept = "".join(mark for mark in text if mark.isspace() or unicodedata.category(mark)[0] != "C")
    return " ".join(kept.split())


def text_of(markup: str) -> str:
    """HTML as plain text: tags out, scripts with their content, paragraphs as lines. Plain text stays as it is."""
    if "<" not in markup and "&" not in markup:
        return _tidy(markup)
    reader = _Text()
    reader.feed(markup)
    reader.close()
    return _tidy("".join(reader.pieces))


def markup_of(text: str) -> str:
    """Plain text as the HTML that `text_of` reads back."""
    return html.escape(text, quote=False)


def _tidy(text: str) -> str:
    if text.isprintable() and "  " not in text:
        return text.strip()
    kept = "".join(mark for mark in text if mark == "\n" or unicodedata.category(mark)[0] != "C")
    found = [" ".join(line.split()) for line in kept.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(found)).strip()


class _Text(HTMLParser):
    """Collects what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent += 1
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)
