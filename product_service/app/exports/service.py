"""The catalogue as CSV, in the columns an import reads."""

import csv
import io
from collections.abc import AsyncIterator, Sequence
from typing import Any

from common.database import Database, use_tenant
from common.languages import LANGUAGES, Texts
from common.spreadsheets import price_text, shielded
from product_service.app.base import Record
from product_service.app.imports.attributes import written
from product_service.app.imports.cells import markup_of
from product_service.app.products.records import STANDARD
from product_service.app.products.stock_list import StockLists
from product_service.app.products.stored import StoredProduct, StoredProducts

PIECE = 200
COLUMNS = (
    "Handle", "Title", "Body (HTML)", "Vendor", "Type", "Tags", "Variant SKU", "Variant Inventory Qty",
    "Variant Price", "Currency", "Attributes",
)  # fmt: skip
FURTHER = (
    "Type Slug", "Status", "Variant Grams", "Variant Tax Class", "Option1 Name", "Option1 Value", "Option2 Name",
    "Option2 Value", "Option3 Name", "Option3 Value",
)  # fmt: skip
IN_LANGUAGES = (
    "Title", "Body (HTML)", "Type", "Attributes", "Option1 Name", "Option1 Value", "Option2 Name", "Option2 Value",
    "Option3 Name", "Option3 Value",
)  # fmt: skip
STOCK_COLUMNS = (
    "Variant", "SKU", "Product", "Option", "Vendor", "Status", "On hand", "Reserved", "Available", "Changed",
)  # fmt: skip
UNGUARDED = frozenset({"Variant Inventory Qty", "Variant Price", "Currency", "Variant Grams"})


class ExportService:
    """Writes the catalogue out a piece at a time; memory stays small however large it is."""

    def __init__(self, database: Database, products: StoredProducts, stock: StockLists, language: str) -> None:
        self._database = database
        self._products = products
        self._stock = stock
        self._language = language
        self._others = [other for other in LANGUAGES if other != language]
        translated = [f"{name} ({other})" for other in self._others for name in IN_LANGUAGES]
        self.columns = [*COLUMNS, *FURTHER, *translated]

    async def csv(self, tenant_id: str) -> AsyncIterator[bytes]:
        """The file in pieces: the header, then the products by id, each variant a row."""
        with use_tenant(tenant_id):
            async with self._database.reading() as session:
                columns = [*self.columns, *map(_price_column, await self._products.currencies(session))]
        yield self._lines(columns, [dict(zip(columns, columns, strict=True))])
        after = ""
        while True:
            with use_tenant(tenant_id):
                async with self._database.reading() as session:
                    found = await self._products.after(session, after, PIECE)
            if not found:
                return
            yield self._lines(columns, [row for product in found for row in self._rows(product)])
            after = found[-1].product_id

    async def stock_csv(self, tenant_id: str) -> AsyncIterator[bytes]:
        """What lies on the shelves, a row for each variant, by variant id."""
        yield _written([STOCK_COLUMNS])
        after = ""
        while True:
            with use_tenant(tenant_id):
                found = await self._stock.after(after, 5 * PIECE)
            if not found:
                return
            yield _written([self._stock_row(row) for row in found])
            after = found[-1].id

    def _stock_row(self, row: Record) -> list[str]:
        texts = (row.id, row.sku, _text(row.product_title, self._language), _text(row.title, self._language))
        numbers = (row.on_hand, row.reserved, row.available)
        shielding = [*texts, row.vendor, row.status]
        return [*(shielded(text) for text in shielding), *map(str, numbers), row.updated_at.isoformat()]

    def _lines(self, columns: Sequence[str], rows: Sequence[dict[str, str]]) -> bytes:
        text = io.StringIO()
        writer = csv.writer(text)
        for row in rows:
            writer.writerow([self._cell(name, row.get(name, "")) for name in columns])
        return text.getvalue().encode()

    @staticmethod
    def _cell(name: str, text: str) -> str:
        return text if name in UNGUARDED or name.startswith("Variant Price") else shielded(text)

    def _rows(self, product: StoredProduct) -> list[dict[str, str]]:
        """The first row describes the product; the others only their variant."""
        record = product.record
        rows: list[dict[str, str]] = []
        for variant in record.variants:
            row = {
                "Handle": record.handle,
                "Title": "",
                "Variant SKU": variant.sku,
                "Variant Inventory Qty": str(product.on_hand.get(variant.sku, 0)),
                "Variant Price": price_text(variant.price, record.currency),
                "Currency": record.currency,
                "Variant Grams": str(variant.weight_grams) if variant.weight_grams else "",
            }
            for currency, price in (variant.prices or {}).items():
                row[_price_column(currency)] = price_text(price, currency)
            if variant.tax_class != STANDARD:
                row["Variant Tax Class"] = variant.tax_class
            for number, option in enumerate(variant.options[:3], 1):
                self._put(row, f"Option{number} Name", option.name)
                self._put(row, f"Option{number} Value", option.value)
            rows.append(row)
        if rows:
            rows[0] |= self._product_cells(record)
        return rows

    def _product_cells(self, record: Any) -> dict[str, str]:
        cells = {
            "Vendor": record.vendor,
            "Tags": ",".join(record.tags),
            "Type Slug": record.category or "",
            "Status": record.status,
        }
        self._put(cells, "Title", record.title)
        self._put(cells, "Type", record.category_name)
        self._put(cells, "Body (HTML)", {language: markup_of(text) for language, text in record.description.items()})
        for language, column in self._in_languages("Attributes"):
            pairs = [(pair.name.get(language, ""), pair.value.get(language, "")) for pair in record.attributes]
            if any(name and value for name, value in pairs):
                cells[column] = written(self._whole(record.attributes, language))
        return cells

    def _whole(self, attributes: Sequence[Any], language: str) -> list[tuple[str, str]]:
        """All attributes in one language, with another's text where it has none, so that the lists stay in step."""
        return [(_text(pair.name, language), _text(pair.value, language)) for pair in attributes]

    def _put(self, cells: dict[str, str], name: str, texts: Texts) -> None:
        for language, column in self._in_languages(name):
            if texts.get(language):
                cells[column] = texts[language]

    def _in_languages(self, name: str) -> list[tuple[str, str]]:
        return [(self._language, name), *((other, f"{name} ({other})") for other in self._others)]


def _price_column(currency: str) -> str:
    return f"Variant Price ({currency})"


def _written(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _text(texts: Texts, language: str) -> str:
    return texts.get(language) or next(iter(texts.values()), "")
