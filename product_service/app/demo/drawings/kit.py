"""Pens and colours: the few shapes every drawing is made of. The sheet is 640 by 640."""

from dataclasses import dataclass

SHEET = 640
GLASS, SCREEN, METAL, INK = "#1b2430", "#2a3850", "#b9c0c9", "#20262e"


def mixed(colour: str, other: str, part: float) -> str:
    """`colour` with so much (0 to 1) of `other` in it; both as #rrggbb."""
    pairs = [(int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(own + (given - own) * part):02x}" for own, given in pairs)


@dataclass(frozen=True)
class Palette:
    """One body colour and its light and shadow."""

    body: str

    @property
    def light(self) -> str:
        return mixed(self.body, "#ffffff", 0.35)

    @property
    def dark(self) -> str:
        return mixed(self.body, "#10151c", 0.3)

    @property
    def edge(self) -> str:
        return mixed(self.body, "#10151c", 0.45)


def box(x: float, y: float, width: float, height: float, radius: float, fill: str, edge: str = "") -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{fill}"{_outline(edge)}/>'


def disc(x: float, y: float, radius: float, fill: str, edge: str = "") -> str:
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}"{_outline(edge)}/>'


def oval(x: float, y: float, across: float, down: float, fill: str, edge: str = "") -> str:
    return f'<ellipse cx="{x}" cy="{y}" rx="{across}" ry="{down}" fill="{fill}"{_outline(edge)}/>'


def shape(path: str, fill: str, edge: str = "") -> str:
    return f'<path d="{path}" fill="{fill}"{_outline(edge)}/>'


def line(path: str, colour: str, width: float) -> str:
    ends = 'stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" {ends}/>'


def turned(degrees: float, content: str) -> str:
    """Turned about the middle of the sheet."""
    return f'<g transform="rotate({degrees} {SHEET / 2} {SHEET / 2})">{content}</g>'


def rows(columns: int, lines: int, x: float, y: float, step: float, size: float, fill: str) -> str:
    """A block of keys."""
    keys = ((x + step * column, y + step * row) for row in range(lines) for column in range(columns))
    return "".join(box(left, top, size, size, size / 5, fill) for left, top in keys)


def _outline(edge: str) -> str:
    return f' stroke="{edge}" stroke-width="3"' if edge else ""
