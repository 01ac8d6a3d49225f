"""Chargers, cables, power banks."""

from product_service.app.demo.drawings.kit import GLASS, INK, METAL, Palette, box, disc, line, oval

_LIGHT = "#69c089"


def charger(p: Palette) -> str:
    pins = box(268, 110, 22, 80, 10, METAL) + box(350, 110, 22, 80, 10, METAL)
    ports = box(276, 420, 88, 22, 11, INK) + box(276, 456, 88, 22, 11, INK)
    return pins + box(196, 180, 248, 330, 44, p.body, p.edge) + box(216, 200, 60, 290, 30, p.light) + ports


def cable(p: Palette) -> str:
    loops = "M170 470C60 330 180 170 320 200C470 232 500 400 380 430C270 458 220 330 300 280C370 240 470 260 500 170"
    plugs = box(140, 452, 60, 84, 14, INK) + box(154, 534, 32, 30, 6, METAL)
    other = box(470, 94, 60, 84, 14, INK) + box(484, 66, 32, 30, 6, METAL)
    return line(loops, p.edge, 26) + line(loops, p.body, 20) + plugs + other


def power_bank(p: Palette) -> str:
    body = box(210, 110, 220, 420, 36, p.body, p.edge) + box(228, 130, 40, 380, 20, p.light)
    return body + box(290, 150, 100, 56, 10, GLASS) + box(304, 168, 52, 20, 4, _LIGHT) + box(288, 486, 64, 16, 8, INK)


def charging_pad(p: Palette) -> str:
    lead = line("M320 460Q320 560 480 552", INK, 12)
    return (
        lead
        + oval(320, 360, 210, 120, p.edge)
        + oval(320, 340, 210, 120, p.body, p.edge)
        + oval(320, 338, 120, 66, p.light)
        + oval(320, 338, 90, 48, p.body)
    )


def power_strip(p: Palette) -> str:
    strip = box(70, 270, 500, 130, 40, p.body, p.edge)
    sockets = "".join(
        disc(x, 335, 44, p.light, p.edge) + disc(x - 14, 335, 7, INK) + disc(x + 14, 335, 7, INK)
        for x in (140, 242, 344, 446)
    )
    return (
        line("M70 335Q20 420 60 520", INK, 16)
        + strip
        + sockets
        + box(510, 312, 34, 14, 7, INK)
        + box(510, 344, 34, 14, 7, INK)
    )


def smart_plug(p: Palette) -> str:
    body = box(190, 150, 260, 320, 70, p.body, p.edge)
    socket = disc(320, 310, 92, p.light, p.edge) + disc(290, 310, 12, INK) + disc(350, 310, 12, INK)
    return (
        box(280, 460, 18, 70, 9, METAL) + box(342, 460, 18, 70, 9, METAL) + body + socket + disc(320, 184, 10, _LIGHT)
    )


DRAWINGS = {
    "charger": charger,
    "cable": cable,
    "power_bank": power_bank,
    "charging_pad": charging_pad,
    "power_strip": power_strip,
    "smart_plug": smart_plug,
}
