"""Headphones, earbuds, speakers."""

from product_service.app.demo.drawings.kit import GLASS, INK, METAL, Palette, box, disc, line, shape

_BAND = "M160 360C150 90 490 90 480 360"


def headphones(p: Palette) -> str:
    band = line(_BAND, p.edge, 40) + line(_BAND, p.body, 34)
    cushions = box(186, 338, 44, 168, 22, INK) + box(410, 338, 44, 168, 22, INK)
    cups = box(116, 326, 88, 190, 44, p.body, p.edge) + box(436, 326, 88, 190, 44, p.body, p.edge)
    return band + cushions + cups + box(136, 350, 20, 142, 10, p.light) + box(484, 350, 20, 142, 10, p.light)


def headset(p: Palette) -> str:
    boom = line("M170 480Q190 560 300 548", INK, 12) + box(286, 532, 60, 32, 16, INK)
    return headphones(p) + boom + disc(160, 420, 14, "#d8574a")


def earbuds(p: Palette) -> str:
    case = box(180, 330, 280, 190, 70, p.body, p.edge) + line("M182 410H458", p.dark, 4) + disc(320, 452, 7, "#69c089")
    left = disc(236, 200, 52, p.body, p.edge) + box(220, 214, 34, 110, 17, p.body, p.edge) + disc(262, 190, 26, INK)
    right = disc(404, 200, 52, p.body, p.edge) + box(386, 214, 34, 110, 17, p.body, p.edge) + disc(378, 190, 26, INK)
    return left + right + case


def speakers(p: Palette) -> str:
    return _speaker(p, 110) + _speaker(p, 340) + disc(500, 474, 14, METAL)


def _speaker(p: Palette, x: float) -> str:
    front = shape(f"M{x + 12} 172H{x + 178}V500H{x + 12}Z", GLASS)
    cones = (
        disc(x + 95, 250, 36, p.dark)
        + disc(x + 95, 250, 14, INK)
        + disc(x + 95, 390, 68, p.dark)
        + disc(x + 95, 390, 28, INK)
    )
    return box(x, 160, 190, 352, 14, p.body, p.edge) + front + cones


DRAWINGS = {"headphones": headphones, "headset": headset, "earbuds": earbuds, "speakers": speakers}
