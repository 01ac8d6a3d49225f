"""Lamps, webcams and what else a home office needs."""

from product_service.app.demo.drawings.kit import GLASS, INK, SCREEN, Palette, box, disc, line, oval, shape

_GLOW = "#fbe7b2"


def lamp(p: Palette) -> str:
    glow = f'<g opacity="0.6">{shape("M330 236L150 500H470L420 250Z", _GLOW)}</g>'
    arm = line("M460 510L510 330L380 190", p.edge, 22) + line("M460 510L510 330L380 190", p.body, 16)
    head = shape("M300 190L410 140L450 220L330 262Z", p.body, p.edge)
    return glow + arm + disc(510, 330, 16, p.dark) + head + oval(460, 516, 90, 18, p.body, p.edge)


def monitor_light(p: Palette) -> str:
    desk = f'<g opacity="0.8">{oval(320, 530, 270, 46, _GLOW)}</g>'
    screen = (
        shape("M292 470H348L356 524H284Z", INK)
        + box(120, 216, 400, 260, 10, GLASS)
        + box(132, 228, 376, 236, 4, SCREEN)
    )
    bar = box(140, 172, 360, 34, 17, p.body, p.edge) + box(160, 196, 320, 10, 5, _GLOW)
    return desk + screen + bar + box(286, 160, 68, 66, 12, p.dark)


def webcam(p: Palette) -> str:
    foot = shape("M260 400H380L420 500H220Z", p.dark) + line("M320 340V410", p.edge, 26)
    body = box(150, 190, 340, 170, 85, p.body, p.edge)
    return (
        foot
        + body
        + disc(320, 275, 62, INK)
        + disc(320, 275, 40, GLASS)
        + disc(304, 258, 12, "#7fb2dd")
        + disc(440, 275, 8, "#69c089")
    )


def footrest(p: Palette) -> str:
    body = shape("M80 440C120 270 240 230 340 240C460 252 540 330 560 440C560 480 80 480 80 440Z", p.body, p.edge)
    return (
        body
        + line("M130 420C170 310 260 282 340 288C430 296 490 350 512 420", p.dark, 4)
        + line("M200 440Q320 400 440 440", p.light, 6)
    )


DRAWINGS = {"lamp": lamp, "monitor_light": monitor_light, "webcam": webcam, "footrest": footrest}
