"""A product's picture: its drawing on a quiet sheet in the tone of its category. The same input, the same bytes."""

from product_service.app.demo.drawings import DRAWINGS
from product_service.app.demo.drawings.kit import SHEET, Palette, mixed

TONES = {
    "monitors": "#dfe8f2",
    "mice": "#e6eadf",
    "keyboards": "#f0e6dc",
    "headphones": "#e9e2ef",
    "chargers-and-cables": "#f1e3e3",
    "storage": "#e4e6ea",
    "laptop-and-tablet": "#ece9dc",
    "home-office": "#dcebe9",
}
DEFAULT_COLOUR = "#4a4f57"


def picture(drawing: str, colour: str | None, category: str) -> bytes:
    """The SVG of one variant."""
    tone = TONES[category]
    content = DRAWINGS[drawing](Palette(colour or DEFAULT_COLOUR))
    middle, edge = mixed(tone, "#ffffff", 0.55), mixed(tone, "#10151c", 0.06)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SHEET} {SHEET}" width="{SHEET}" height="{SHEET}">'
        f'<defs><radialGradient id="sheet"><stop offset="0" stop-color="{middle}"/>'
        f'<stop offset="1" stop-color="{edge}"/></radialGradient></defs>'
        f'<rect width="{SHEET}" height="{SHEET}" fill="url(#sheet)"/>'
        f'<ellipse cx="320" cy="536" rx="220" ry="22" fill="#10151c" opacity="0.1"/>'
        f"{content}</svg>"
    ).encode()
