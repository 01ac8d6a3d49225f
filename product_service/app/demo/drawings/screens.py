"""Monitors."""

from product_service.app.demo.drawings.kit import GLASS, SCREEN, Palette, box, line, oval, shape

_HILLS = "#4d79b8"
_SUN = "#f0c987"


def _picture(x: float, y: float, width: float, height: float) -> str:
    """A landscape on the screen."""
    foot, top, right = y + height, y + height * 0.45, x + width
    hills = f"M{x} {foot}V{top + 40}Q{x + width * 0.25} {top - 30} {x + width * 0.5} {top + 50}T{right} {top}V{foot}Z"
    sun = oval(x + width * 0.72, y + height * 0.32, height * 0.1, height * 0.1, _SUN)
    return box(x, y, width, height, 4, SCREEN) + sun + shape(hills, _HILLS)


def monitor(p: Palette) -> str:
    foot = shape("M292 430H348L356 516H284Z", p.dark) + box(226, 508, 188, 16, 8, p.body, p.edge)
    return (
        foot
        + box(96, 128, 448, 304, 14, p.body, p.edge)
        + box(108, 140, 424, 262, 4, GLASS)
        + _picture(112, 144, 416, 254)
    )


def wide_monitor(p: Palette) -> str:
    foot = shape("M296 416H344L352 500H288Z", p.dark) + box(208, 494, 224, 14, 7, p.body, p.edge)
    case = shape("M44 176Q320 148 596 176V408Q320 436 44 408Z", p.body, p.edge)
    picture = _picture(66, 190, 508, 204)
    return foot + case + picture + line("M320 192V392", "#3a4d70", 2)


def portable_monitor(p: Palette) -> str:
    prop = shape("M180 440L460 440L520 520H120Z", p.dark)
    return (
        prop
        + box(104, 164, 432, 284, 12, p.body, p.edge)
        + box(114, 174, 412, 258, 4, GLASS)
        + _picture(118, 178, 404, 250)
    )


DRAWINGS = {"monitor": monitor, "wide_monitor": wide_monitor, "portable_monitor": portable_monitor}
