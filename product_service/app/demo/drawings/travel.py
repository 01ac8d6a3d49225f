"""What goes with laptops and tablets."""

from product_service.app.demo.drawings.kit import (
    GLASS,
    INK,
    METAL,
    SCREEN,
    Palette,
    box,
    disc,
    line,
    oval,
    rows,
    shape,
    turned,
)

_WOOL = "#8d6b4f"


def laptop_stand(p: Palette) -> str:
    laptop = shape("M150 160H430L470 320H190Z", SCREEN, INK) + shape("M190 320H470L540 352H232Z", METAL, "#7d868f")
    return (
        laptop
        + line("M480 356L300 430L430 510", p.edge, 34)
        + line("M480 356L300 430L430 510", p.body, 28)
        + box(200, 500, 300, 22, 11, p.body, p.edge)
    )


def sleeve(p: Palette) -> str:
    body = box(110, 170, 420, 320, 22, p.body, p.edge) + line("M126 200H514", p.dark, 4)
    return box(200, 140, 260, 60, 6, METAL) + body + box(290, 170, 60, 130, 8, _WOOL) + disc(320, 282, 9, "#d9b25f")


def hub(p: Palette) -> str:
    lead = line("M160 300C80 280 70 160 150 120", INK, 16) + box(140, 84, 40, 56, 8, METAL)
    ports = (
        box(200, 330, 76, 24, 4, INK)
        + box(300, 330, 52, 24, 4, INK)
        + box(372, 330, 52, 24, 4, INK)
        + box(446, 330, 48, 24, 12, INK)
    )
    return lead + box(150, 250, 400, 140, 28, p.body, p.edge) + box(170, 266, 360, 26, 13, p.light) + ports


def dock(p: Palette) -> str:
    laptop = box(230, 110, 180, 330, 10, METAL, "#7d868f")
    base = shape("M120 400H520L556 510H84Z", p.body, p.edge)
    return (
        laptop
        + base
        + rows(4, 1, 160, 450, 62, 30, INK)
        + box(420, 456, 80, 20, 10, INK)
        + box(216, 392, 208, 22, 8, p.dark)
    )


def stylus(p: Palette) -> str:
    pen = (
        box(120, 290, 360, 48, 24, p.body, p.edge)
        + shape("M476 292L560 314L476 336Z", METAL)
        + shape("M536 306L566 314L536 322Z", INK)
    )
    return line("M120 500Q250 420 330 500T520 470", "#4d79b8", 8) + turned(-32, pen + box(160, 302, 80, 10, 5, p.light))


def tablet_stand(p: Palette) -> str:
    tablet = turned(-8, box(200, 90, 250, 360, 20, GLASS) + box(216, 108, 218, 324, 8, SCREEN))
    return (
        tablet
        + box(130, 420, 380, 96, 20, p.body, p.edge)
        + line("M160 450Q320 436 480 456M160 484Q300 474 470 490", p.dark, 3)
    )


def folio(p: Palette) -> str:
    screen = shape("M150 120H490L470 340H170Z", GLASS) + shape("M168 138H472L456 326H184Z", SCREEN)
    return (
        screen
        + shape("M120 340H520L576 500H64Z", p.body, p.edge)
        + rows(11, 3, 128, 360, 35, 26, p.light)
        + box(250, 466, 140, 24, 6, p.light)
    )


def desk_mat(p: Palette) -> str:
    mat = shape("M80 440L190 220H600L540 440Z", p.body, p.edge) + line("M112 426L204 236H580L526 426Z", p.dark, 3)
    return mat + oval(440, 330, 34, 46, METAL) + shape("M220 300H370L360 350H204Z", p.light)


DRAWINGS = {
    "laptop_stand": laptop_stand,
    "sleeve": sleeve,
    "hub": hub,
    "dock": dock,
    "stylus": stylus,
    "tablet_stand": tablet_stand,
    "folio": folio,
    "desk_mat": desk_mat,
}
