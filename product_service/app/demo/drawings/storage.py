"""Drives, cards, network storage."""

from product_service.app.demo.drawings.kit import GLASS, INK, METAL, Palette, box, disc, line, rows, shape, turned

_GOLD, _LIGHT = "#d9b25f", "#69c089"


def ssd(p: Palette) -> str:
    body = box(190, 130, 260, 380, 36, p.body, p.edge) + box(210, 150, 40, 340, 18, p.light)
    return turned(
        10,
        body + box(276, 484, 88, 16, 8, INK) + disc(412, 170, 7, _LIGHT) + line("M300 300H400M300 330H370", p.dark, 6),
    )


def ssd_stick(p: Palette) -> str:
    board = box(80, 260, 480, 120, 10, "#2f5d50", "#1c3a32")
    chips = "".join(box(x, 282, 96, 76, 6, INK) for x in (130, 246, 362)) + disc(556, 320, 18, "#e9eef5")
    return turned(-14, board + chips + rows(1, 8, 66, 268, 14, 9, _GOLD) + box(130, 306, 328, 28, 3, p.light))


def hard_disk(p: Palette) -> str:
    body = box(150, 120, 340, 400, 26, p.body, p.edge)
    return body + shape("M170 140H470L170 420Z", p.light) + box(270, 500, 100, 14, 7, INK) + disc(456, 492, 7, _LIGHT)


def usb_stick(p: Palette) -> str:
    ends = box(90, 282, 110, 76, 8, METAL, "#7d868f") + box(440, 290, 110, 60, 30, METAL, "#7d868f")
    return turned(
        -24,
        ends
        + box(180, 262, 280, 116, 24, p.body, p.edge)
        + box(200, 276, 240, 24, 12, p.light)
        + disc(320, 336, 22, "#e9eef5", p.edge),
    )


def memory_card(p: Palette) -> str:
    adapter = shape("M150 120H330L370 160V500H150Z", INK) + rows(6, 1, 172, 136, 28, 18, _GOLD)
    card = shape("M330 280H450L480 320V520H330Z", p.body, p.edge) + rows(4, 1, 346, 296, 28, 18, _GOLD)
    return adapter + box(176, 210, 150, 180, 10, p.light) + card + box(350, 360, 110, 90, 8, p.light)


def nas(p: Palette) -> str:
    body = box(170, 110, 300, 400, 24, p.body, p.edge)
    bays = "".join(
        box(196, y, 248, 130, 10, GLASS) + box(214, y + 96, 120, 12, 6, METAL) + disc(420, y + 102, 7, _LIGHT)
        for y in (140, 290)
    )
    return body + bays + disc(320, 466, 16, p.light)


def card_reader(p: Palette) -> str:
    lead = line("M480 320C590 320 590 470 500 520", INK, 14)
    body = box(140, 210, 340, 220, 30, p.body, p.edge)
    return lead + body + "".join(box(180, y, 200, 18, 9, INK) for y in (256, 306, 356)) + disc(424, 266, 8, _LIGHT)


DRAWINGS = {
    "ssd": ssd,
    "ssd_stick": ssd_stick,
    "hard_disk": hard_disk,
    "usb_stick": usb_stick,
    "memory_card": memory_card,
    "nas": nas,
    "card_reader": card_reader,
}
