"""Sheets of A4: what is written on them is kept as marks, then drawn, so that every foot knows how many there are."""

import io
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

from order_service.app.invoices.printing.fonts import LATIN, runs, width

WIDTH, HEIGHT, MARGIN = 595.28, 841.89, 51.0  # points
RIGHT, FOOT = WIDTH - MARGIN, 72.0
INK, GREY, HAIR = 0.1, 0.42, 0.8


@dataclass(frozen=True, slots=True)
class Mark:
    """A text whose left (or right) end is at x."""

    x: float
    y: float
    text: str
    size: float = 9.0
    bold: bool = False
    grey: float = INK
    right: bool = False


@dataclass(slots=True)
class Sheet:
    marks: list[Mark] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)  # heights of lines across the sheet


class Paper:
    """Writes downwards from the top; `y` is where the next line stands."""

    def __init__(self) -> None:
        self.sheets = [Sheet()]
        self.y = HEIGHT - 68.0

    def write(self, x: float, text: str, *, right: bool = False, size: float = 9.0, bold: bool = False) -> None:
        self.sheets[-1].marks.append(Mark(x, self.y, text, size, bold, right=right))

    def note(self, x: float, text: str, *, right: bool = False, size: float = 8.0) -> None:
        """In grey."""
        self.sheets[-1].marks.append(Mark(x, self.y, text, size, grey=GREY, right=right))

    def rule(self, above: float = 3.0) -> None:
        self.sheets[-1].rules.append(self.y + above)

    def down(self, by: float) -> None:
        self.y -= by

    def has_room(self, height: float) -> bool:
        return self.y - height >= FOOT

    def turn(self) -> None:
        """Go on with a new sheet."""
        self.sheets.append(Sheet())
        self.y = HEIGHT - 68.0

    def texts(self) -> list[list[str]]:
        """What is written on each sheet."""
        return [[mark.text for mark in sheet.marks] for sheet in self.sheets]

    def pdf(self, title: str, author: str, foot: list[str]) -> bytes:
        """The same bytes for the same marks; `foot` is what stands at the bottom of each sheet."""
        file = io.BytesIO()
        canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1)
        canvas.setTitle(title)
        canvas.setAuthor(author)
        for sheet, below in zip(self.sheets, foot, strict=True):
            canvas.setLineWidth(0.5)
            canvas.setStrokeGray(HAIR)
            for y in sheet.rules:
                canvas.line(MARGIN, y, RIGHT, y)
            for mark in [*sheet.marks, Mark(MARGIN, 40, below, 8.0, grey=GREY)]:
                _draw(canvas, mark)
            canvas.showPage()
        canvas.save()
        return file.getvalue()


def _draw(canvas: Canvas, mark: Mark) -> None:
    x = mark.x - width(mark.text, mark.size, mark.bold) if mark.right else mark.x
    canvas.setFillGray(mark.grey)
    for font, part in runs(mark.text, mark.bold):
        canvas.setFont(font, mark.size)
        thick = mark.bold and not font.startswith(LATIN)  # the CID fonts have no bold letters: outlines are drawn too
        if thick:
            canvas.setStrokeGray(mark.grey)
            canvas.setLineWidth(0.35)
        canvas.drawString(x, mark.y, part, mode=2 if thick else 0)
        x += width(part, mark.size, mark.bold)
