"""An invoice or a credit note on paper, from its row alone."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from common.money import format_money
from order_service.app.invoices.books import percent
from order_service.app.invoices.kinds import INVOICE
from order_service.app.invoices.printing.fonts import wrapped
from order_service.app.invoices.printing.paper import MARGIN, RIGHT, Paper
from order_service.app.invoices.printing.words import said, words

Row = Mapping[str, Any]
_LINE, _HALF = 12.5, (RIGHT + MARGIN) / 2
_QUANTITY, _PRICE, _RATE = RIGHT - 200, RIGHT - 120, RIGHT - 78
_ROOM = _QUANTITY - MARGIN - 45  # for what a line is called


def draw(row: Row) -> bytes:
    """PDF."""
    paper, language, says = laid_out(row), row["language"], row["contents"]["seller"]
    pages = len(paper.sheets)
    foot = [
        said(language, "foot", seller=says["name"], number=row["number"], page=str(page), pages=str(pages))
        for page in range(1, pages + 1)
    ]
    return paper.pdf(f"{said(language, row['kind'])} {row['number']}", says["name"], foot)


def laid_out(row: Row) -> Paper:
    """What is written where."""
    return _Document(row).written()


class _Document:
    def __init__(self, row: Row) -> None:
        self.row = row
        self.contents: Row = row["contents"]
        self.zone = ZoneInfo(self.contents["zone"])
        self.language: str = row["language"]
        self.paper = Paper()
        self.taxed = bool(self.contents["tax_lines"])

    def written(self) -> Paper:
        self._head()
        self._lines()
        self._sums()
        self._taxes()
        self._payments()
        return self.paper

    def _word(self, name: str, **values: str) -> str:
        return said(self.language, name, **values)

    def _money(self, amount: int) -> str:
        return format_money(amount, self.row["currency"], self.language)

    def _day(self, moment: datetime | str | None) -> str:
        if moment is None:
            return ""
        known = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        return known.astimezone(self.zone).date().isoformat()

    def _head(self) -> None:
        paper, contents = self.paper, self.contents
        seller, top = contents["seller"], paper.y
        self._block(MARGIN, seller["name"], [*seller["lines"], *self._known_by(seller)])
        below, paper.y = paper.y, top
        paper.write(RIGHT, self._word(self.row["kind"]), right=True, size=20, bold=True)
        paper.down(10)
        for name, value in self._facts():
            paper.down(_LINE)
            paper.note(RIGHT - 110, name, right=True)
            paper.write(RIGHT, value, right=True)
        paper.y = min(below, paper.y) - 26
        paper.note(MARGIN, self._word("buyer"))
        paper.down(_LINE)
        buyer = [*contents["buyer"]["lines"], *([contents["buyer"]["email"]] if contents["buyer"]["email"] else [])]
        self._block(MARGIN, buyer[0] if buyer else "", buyer[1:])
        paper.down(14)
        reason = contents["reason"]
        if reason["what"] != "order":
            text = f": {reason['text']}" if reason.get("text") and reason["what"] != "cancellation" else ""
            for line in wrapped(self._word(f"reason {reason['what']}") + text, RIGHT - MARGIN, 9):
                paper.write(MARGIN, line)
                paper.down(_LINE)
        paper.down(12)

    def _block(self, x: float, first: str, others: list[str]) -> None:
        for line in wrapped(first, _HALF - MARGIN, 11):
            self.paper.write(x, line, size=11, bold=True)
            self.paper.down(_LINE + 1.5)
        for text in others:
            for line in wrapped(text, _HALF - MARGIN, 9):
                self.paper.write(x, line)
                self.paper.down(_LINE)

    def _known_by(self, seller: Row) -> list[str]:
        tax_id = [self._word("tax_id", id=seller["tax_id"])] if seller["tax_id"] else []
        return [*tax_id, *([seller["email"]] if seller["email"] else [])]

    def _facts(self) -> list[tuple[str, str]]:
        row, order, corrects = self.row, self.contents["order"], self.contents["corrects"]
        facts = [("number", row["number"]), ("date", self._day(row["issued_at"]))]
        facts += [("corrects" if row["kind"] != INVOICE else "adds_to", corrects)] if corrects else []
        facts += [("order", order["number"]), ("ordered", self._day(order["placed_at"]))]
        return [(self._word(name), value) for name, value in facts]

    def _columns(self) -> None:
        paper = self.paper
        paper.note(MARGIN, self._word("description"))
        paper.note(_QUANTITY, self._word("quantity"), right=True)
        paper.note(_PRICE, self._word("unit_price"), right=True)
        if self.taxed:
            paper.note(_RATE, self._word("tax_rate"), right=True)
        paper.note(RIGHT, self._word("amount"), right=True)
        paper.rule(-4)
        paper.down(17)

    def _lines(self) -> None:
        self._columns()
        for line in self.contents["lines"]:
            called = wrapped(self._called(line), _ROOM, 9)
            small = wrapped(line["sku"], _ROOM, 8)[:1] if line["sku"] else []
            if not self.paper.has_room(_LINE * (len(called) + len(small))):
                self.paper.turn()
                self._columns()
            self._figures(line)
            for text in called:
                self.paper.write(MARGIN, text)
                self.paper.down(_LINE)
            for text in small:
                self.paper.note(MARGIN, text, size=7.5)
                self.paper.down(_LINE)
            self.paper.down(3)

    def _called(self, line: Row) -> str:
        if what := line.get("what"):
            return self._word(f"line {what}")
        return line["title"] + (f" ({line['variant']})" if line["variant"] else "")

    def _figures(self, line: Row) -> None:
        """Before discounts, which are taken off below."""
        if "what" not in line:
            self.paper.write(_QUANTITY, str(line["quantity"]), right=True)
        if line["unit_price"] is not None:
            self.paper.write(_PRICE, self._money(line["unit_price"]), right=True)
        if self.taxed and line["rate_bp"] is not None:
            self.paper.write(_RATE, f"{percent(line['rate_bp'])} %", right=True)
        self.paper.write(RIGHT, self._money(line["amount"] + line["discount"]), right=True)

    def _sums(self) -> None:
        contents, sums = self.contents, list[tuple[str, int]]()
        sums += [(one["name"] or self._word("discount"), -one["amount"]) for one in contents["discounts"]]
        if contents["shipping"]["name"] or contents["shipping"]["amount"]:
            sums.append((self._word("shipping", method=contents["shipping"]["name"]), contents["shipping"]["amount"]))
        if not contents["tax_included"]:
            sums += [(self._rate(one), one["amount"]) for one in contents["tax_lines"]]
        if sums:
            sums.insert(0, (self._word("subtotal"), contents["subtotal"]))
        self._keep_together(len(sums) + 2)
        self.paper.rule(8)
        for name, amount in sums:
            self.paper.down(_LINE)
            self._sum(name, amount)
        self.paper.down(_LINE + 5)
        self.paper.write(RIGHT - 110, self._word(f"total {self.row['kind']}"), right=True, size=11, bold=True)
        self.paper.write(RIGHT, self._money(contents["total"]), right=True, size=11, bold=True)
        self.paper.down(28)

    def _sum(self, name: str, amount: int) -> None:
        fits = wrapped(name, _HALF, 9)
        self.paper.write(RIGHT - 110, fits[0], right=True)
        self.paper.write(RIGHT, self._money(amount), right=True)

    def _rate(self, one: Row) -> str:
        return f"{one['name'] or self._word('tax')} {percent(one['rate_bp'])} %"

    def _taxes(self) -> None:
        """By rate; the nets and taxes add up to the total."""
        rates = self.contents["tax_lines"]
        if not rates:
            return
        self._keep_together(len(rates) + 1)
        for x, name in ((_PRICE - 85, "net"), (_PRICE, "tax"), (RIGHT, "gross")):
            self.paper.note(x, self._word(name), right=True)
        self.paper.note(MARGIN, self._word("tax_included" if self.contents["tax_included"] else "tax_added"))
        self.paper.rule(-4)
        self.paper.down(17)
        for one in rates:
            self.paper.write(MARGIN, self._rate(one))
            for x, amount in (
                (_PRICE - 85, one["base"]),
                (_PRICE, one["amount"]),
                (RIGHT, one["base"] + one["amount"]),
            ):
                self.paper.write(x, self._money(amount), right=True)
            self.paper.down(_LINE)
        self.paper.down(16)

    def _payments(self) -> None:
        paid = [one for one in self.contents["payments"] if one["amount"]]
        self._keep_together(len(paid))
        for one in paid:
            method = words(self.language).get(f"method {one['method']}", one["method"])
            name = "paid" if self.row["kind"] == INVOICE else "given_back"
            day = self._day(one["at"])
            said_so = self._word(
                f"{name}_on" if day else name, amount=self._money(one["amount"]), means=method, date=day
            )
            self.paper.write(MARGIN, said_so)
            self.paper.down(_LINE)

    def _keep_together(self, lines: int) -> None:
        if not self.paper.has_room(_LINE * (lines + 1)):
            self.paper.turn()
