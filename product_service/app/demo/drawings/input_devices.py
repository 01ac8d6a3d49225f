"""Mice and keyboards."""

from product_service.app.demo.drawings.kit import GLASS, METAL, Palette, box, disc, line, oval, rows, shape, turned

_BALL = "#c8553d"


def mouse(p: Palette) -> str:
    body = shape(
        "M320 120C424 120 452 210 452 310C452 440 410 520 320 520C230 520 188 440 188 310C188 210 216 120 320 120Z",
        p.body,
        p.edge,
    )
    seam = line("M320 122V300M190 300Q320 330 450 300", p.dark, 4)
    return turned(12, body + seam + box(306, 178, 28, 76, 14, GLASS) + box(312, 196, 16, 40, 8, METAL))


def vertical_mouse(p: Palette) -> str:
    foot = oval(320, 500, 170, 30, p.dark)
    body = shape("M180 500C170 380 200 200 300 140C380 96 470 200 476 330C480 420 474 470 460 500Z", p.body, p.edge)
    thumb = shape("M196 440C200 360 232 300 300 286C330 330 300 420 250 460Z", p.dark)
    return foot + body + thumb + line("M330 150Q400 250 404 380", p.dark, 4) + box(384, 210, 22, 58, 11, GLASS)


def trackball(p: Palette) -> str:
    body = shape(
        "M140 380C140 230 250 150 360 160C470 170 520 270 516 360C512 460 420 510 320 508C210 506 140 480 140 380Z",
        p.body,
        p.edge,
    )
    ball = disc(232, 340, 72, p.dark) + disc(232, 336, 64, _BALL) + disc(210, 312, 16, "#e58a75")
    return body + line("M380 164Q400 250 396 300", p.dark, 4) + box(420, 220, 24, 64, 12, GLASS) + ball


def keyboard(p: Palette) -> str:
    case = box(60, 220, 520, 210, 18, p.body, p.edge)
    return turned(
        -6,
        case
        + rows(14, 4, 80, 240, 35, 28, p.light)
        + box(220, 384, 200, 28, 6, p.light)
        + rows(3, 1, 80, 384, 35, 28, p.light)
        + rows(3, 1, 465, 384, 35, 28, p.light),
    )


def compact_keyboard(p: Palette) -> str:
    case = box(110, 230, 420, 190, 18, p.body, p.edge)
    return turned(-6, case + rows(11, 4, 130, 248, 35, 28, p.light) + box(235, 388, 170, 20, 6, p.light))


def split_keyboard(p: Palette) -> str:
    left = (
        box(60, 240, 230, 190, 22, p.body, p.edge)
        + rows(6, 4, 76, 258, 34, 27, p.light)
        + box(180, 396, 96, 22, 8, p.light)
    )
    right = (
        box(350, 240, 230, 190, 22, p.body, p.edge)
        + rows(6, 4, 366, 258, 34, 27, p.light)
        + box(364, 396, 96, 22, 8, p.light)
    )
    return f'<g transform="rotate(8 175 335)">{left}</g><g transform="rotate(-8 465 335)">{right}</g>'


def number_pad(p: Palette) -> str:
    case = box(200, 130, 240, 390, 20, p.body, p.edge)
    return turned(
        6,
        case
        + rows(4, 5, 220, 214, 52, 42, p.light)
        + box(220, 474, 94, 28, 8, p.light)
        + box(220, 150, 200, 44, 8, GLASS),
    )


DRAWINGS = {
    "mouse": mouse,
    "vertical_mouse": vertical_mouse,
    "trackball": trackball,
    "keyboard": keyboard,
    "compact_keyboard": compact_keyboard,
    "split_keyboard": split_keyboard,
    "number_pad": number_pad,
}
