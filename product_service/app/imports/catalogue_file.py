"""A merchant's catalogue file: its rows checked one by one and gathered into products.

The columns are those of common shop systems: Handle, Title, Body (HTML), Vendor, Type, Tags, Variant SKU, Variant
Inventory Qty, Variant Price, Currency, Attributes; optional are Option1 Name, Option1 Value … Option3, Variant Grams,
Variant Tax Class, Status, Type Slug, texts in another language as `Title (zh)`, prices in another currency as `Variant
Price (USD)`. Rows of one handle follow one another: the first describes the product, each is a variant.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from common.languages import LANGUAGES, Texts
from common.spreadsheets import unshielded
from product_service.app.imports.attributes import AttributeNames, value_texts
from product_service.app.imports.cells import BadCell, count_of, currency_of, one_line, price_columns, price_of, text_of
from product_service.app.imports.reading import rows
from product_service.app.products.records import NamedValue, ProductRecord, VariantRecord

TAX_CLASS = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")
MAX_QUANTITY, MAX_GRAMS, MAX_VARIANTS, MAX_TAGS = 1_000_000, 100_000_000, 250, 100
MAX_KEPT = 1000
LENGTHS = {"Handle": 255, "Title": 500, "Vendor": 120, "Type": 100, "Variant SKU": 255}
OPTIONS = [(f"Option{number} Name", f"Option{number} Value") for number in (1, 2, 3)]
TEXTS = ["Title", "Body (HTML)", "Type", "Attributes", *(column for option in OPTIONS for column in option)]
Pairs = list[tuple[str, str]]
TextColumns = dict[str, Pairs]
L = TypeVar("L", str, int)
T = TypeVar("T", str, int)
STATUSES = {"": "active", "active": "active", "draft": "draft", "archived": "draft"}


@dataclass(slots=True)
class Rejection:
    """A row that cannot be taken."""

    line: int
    column: str
    reason: str
    value: str = ""


@dataclass(slots=True)
class Rejections:
    """The first thousand rejected rows, and how many there are."""

    kept: list[Rejection] = field(default_factory=list)
    count: int = 0

    def add(self, rejection: Rejection) -> None:
        self.count += 1
        if len(self.kept) < MAX_KEPT:
            self.kept.append(rejection)


@dataclass(slots=True)
class Gathered:
    """A product of the file with the lines its variants came from, by SKU."""

    record: ProductRecord
    lines: dict[str, int]


@dataclass(slots=True)
class Summary:
    """What one reading of a file found."""

    rows: int = 0
    products: int = 0
    names: AttributeNames = field(default_factory=AttributeNames)


class CatalogueFile:
    """Reads a file as often as needed with the same result; `rejections` collects what the last reading refused."""

    def __init__(self, path: Path, currency: str, language: str) -> None:
        self._path = path
        self._currency = currency
        self._language = language
        self.rejections = Rejections()

    def check(self) -> Summary:
        """Read to the end. BrokenFile when that is not possible; the attribute names of the whole file are learned."""
        summary = Summary()
        first = True
        place = -1
        for _, fields in rows(self._path):
            if first:
                place = fields.index("Attributes") if "Attributes" in fields else -1
                first = False
                continue
            summary.rows += 1
            if 0 <= place < len(fields) and fields[place]:
                summary.names.learn(unshielded(fields[place]))
        return summary

    def products(self, names: AttributeNames) -> Iterator[Gathered]:
        """Every sound product, in the file's order."""
        source = rows(self._path)
        _, header = next(source)
        columns, prices = _text_columns(header, self._language), price_columns(header)
        gathering = _Gathering(self._currency, self._language, names, columns, prices)
        self.rejections = gathering.rejections
        for line, fields in source:
            if len(fields) != len(header):
                gathering.reject(line, "", f"{len(fields)} fields where the header has {len(header)}")
                continue
            cells = {name: unshielded(value).strip() for name, value in zip(header, fields, strict=True) if name}
            finished = gathering.take(line, cells)
            if finished is not None:
                yield finished
        last = gathering.finish()
        if last is not None:
            yield last


class _Gathering:
    """Rows one after the other into products."""

    def __init__(
        self, currency: str, language: str, names: AttributeNames, columns: TextColumns, prices: Pairs
    ) -> None:
        self._columns = columns
        self._prices = prices
        self._currency = currency
        self._language = language
        self._names = names
        self._handles: set[str] = set()
        self._skus: dict[str, int] = {}
        self._handle = ""
        self._current: Gathered | None = None
        self.rejections = Rejections()

    def reject(self, line: int, column: str, reason: str, value: str = "") -> None:
        self.rejections.add(Rejection(line, column, reason, value[:200]))

    def take(self, line: int, cells: dict[str, str]) -> Gathered | None:
        """One row; gives the product before it when that is complete."""
        finished = None
        handle = one_line(cells["Handle"])
        if handle != self._handle:
            finished = self.finish()
            self._handle = handle
        elif self._current is None and handle:
            self.reject(line, "Handle", "the first row of this product was rejected", handle)
            return None
        try:
            self._add(line, handle, cells)
        except _Refused as refusal:
            self.reject(line, refusal.column, str(refusal), cells.get(refusal.column, ""))
        return finished

    def finish(self) -> Gathered | None:
        finished, self._current = self._current, None
        return finished

    def _add(self, line: int, handle: str, cells: dict[str, str]) -> None:
        for name, longest in LENGTHS.items():
            if len(cells.get(name, "")) > longest:
                raise _Refused(name, f"longer than {longest} characters")
        if not handle:
            raise _Refused("Handle", "a handle is needed")
        sku = one_line(cells["Variant SKU"])
        if not sku:
            raise _Refused("Variant SKU", "a SKU is needed")
        if sku in self._skus:
            raise _Refused("Variant SKU", f"this SKU is already in line {self._skus[sku]}")
        currency = _checked("Currency", currency_of, cells.get("Currency", ""), self._currency)
        variant = self._variant(sku, currency, cells)
        if self._current is None:
            if handle in self._handles:
                raise _Refused("Handle", "rows of one product must follow one another")
            self._current = Gathered(self._product(handle, currency, cells), {})
            self._handles.add(handle)
        elif currency != self._current.record.currency:
            raise _Refused("Currency", "one product has one currency")
        elif len(self._current.lines) >= MAX_VARIANTS:
            raise _Refused("Handle", f"a product has at most {MAX_VARIANTS} variants")
        self._skus[sku] = line
        self._current.record.variants = [*self._current.record.variants, variant]
        self._current.lines[sku] = line

    def _variant(self, sku: str, currency: str, cells: dict[str, str]) -> VariantRecord:
        options = []
        for name_column, value_column in OPTIONS:
            name, value = self._texts(cells, name_column), self._texts(cells, value_column)
            if name and value and (name.get("en"), value.get("en")) != ("Title", "Default Title"):
                options.append(NamedValue(name, value))
        return VariantRecord(
            sku=sku,
            price=_checked("Variant Price", price_of, cells["Variant Price"], currency),
            prices=self._other_prices(currency, cells),
            quantity=_checked("Variant Inventory Qty", count_of, cells.get("Variant Inventory Qty", ""), MAX_QUANTITY),
            title=_joined([option.value for option in options]),
            options=options,
            weight_grams=_checked("Variant Grams", count_of, cells.get("Variant Grams", ""), MAX_GRAMS),
            tax_class=_tax_class(cells.get("Variant Tax Class", "")),
        )

    def _other_prices(self, own: str, cells: dict[str, str]) -> dict[str, int] | None:
        """Without such columns nothing is said of them; an empty cell: it is not for sale in that currency."""
        if not self._prices:
            return None
        given = [(currency, column) for currency, column in self._prices if cells.get(column) and currency != own]
        return {currency: _checked(column, price_of, cells[column], currency) for currency, column in given}

    def _product(self, handle: str, currency: str, cells: dict[str, str]) -> ProductRecord:
        title = self._texts(cells, "Title")
        if not title:
            raise _Refused("Title", "a title is needed")
        status = STATUSES.get(cells.get("Status", "").lower())
        if status is None:
            raise _Refused("Status", "neither active nor draft")
        category = self._texts(cells, "Type")
        return ProductRecord(
            handle=handle,
            title=title,
            currency=currency,
            variants=[],
            description={
                language: text
                for language, column in self._columns.get("Body (HTML)", ())
                if (text := text_of(cells.get(column, "")))
            },
            vendor=one_line(cells.get("Vendor", "")),
            category=cells.get("Type Slug") or (slug_of(next(iter(category.values()))) if category else None),
            category_name=category,
            tags=[tag for tag in dict.fromkeys(map(one_line, cells.get("Tags", "").split(","))) if tag][:MAX_TAGS],
            attributes=self._attributes(cells),
            status=status,
        )

    def _attributes(self, cells: dict[str, str]) -> list[NamedValue]:
        pairs = self._names.split(cells.get("Attributes", ""))
        found = [NamedValue({self._language: name}, value_texts(value, self._language)) for name, value in pairs]
        for language, column in self._columns.get("Attributes", ()):
            if language != self._language and cells.get(column):
                others = AttributeNames([cells[column]]).split(cells[column])
                if len(others) == len(found):
                    for pair, (name, value) in zip(found, others, strict=True):
                        pair.name[language] = name
                        pair.value[language] = value
        return found

    def _texts(self, cells: dict[str, str], name: str) -> Texts:
        """A text in every language the file has it in."""
        found = {language: one_line(cells.get(column, "")) for language, column in self._columns.get(name, ())}
        return {language: text for language, text in found.items() if text}


def _text_columns(header: list[str], language: str) -> TextColumns:
    """For every text its columns that are there, the shop's own language first: Title, Title (zh)."""
    found: TextColumns = {}
    for name in TEXTS:
        columns = [(language, name), *((other, f"{name} ({other})") for other in LANGUAGES if other != language)]
        found[name] = [(spoken, column) for spoken, column in columns if column in header]
    return found


class _Refused(Exception):
    """Why a row is not taken, and which column says so."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column


def _checked(column: str, read: Callable[[str, L], T], text: str, limit: L) -> T:
    try:
        return read(text, limit)
    except BadCell as error:
        raise _Refused(column, str(error)) from error


def _tax_class(text: str) -> str:
    """In lower case; "" says nothing about it."""
    found = text.lower()
    if found and not TAX_CLASS.fullmatch(found):
        raise _Refused("Variant Tax Class", "a tax class is letters, digits, - and _, e.g. reduced")
    return found


def _joined(values: list[Texts]) -> Texts:
    """The title of a variant: its option values, in every language that has them all."""
    if not values:
        return {}
    languages = [language for language in LANGUAGES if any(language in value for value in values)]
    return {
        language: " / ".join(value.get(language) or next(iter(value.values())) for value in values)
        for language in languages
    }


def slug_of(name: str) -> str:
    """`DVD+R DL` is `dvd-plus-r-dl`; letters of every script stay."""
    spelled = name.casefold().replace("+", " plus ").replace("&", " and ")
    return "-".join("".join(mark if mark.isalnum() else " " for mark in spelled).split())[:100] or "other"
