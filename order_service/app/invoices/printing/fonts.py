"""Which letters a text is drawn with: those every PDF reader has, and for East Asian texts the standard CID fonts.

None is embedded, so a document is a few kilobytes; a reader that shows Chinese at all has letters for them.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth

LATIN, BOLD = "Helvetica", "Helvetica-Bold"
_KNOWS = ((LATIN, "cp1252"), ("STSong-Light", "gbk"), ("HYSMyeongJo-Medium", "cp949"))
_PLAIN = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h", "Ħ": "H"})
_TOKENS = re.compile(r"[^\S\n]+|[⺀-鿿가-힣豈-﫿＀-￯]|[^\s⺀-鿿가-힣豈-﫿＀-￯]+")
for _name, _ in _KNOWS[1:]:
    registerFont(UnicodeCIDFont(_name))


def runs(text: str, bold: bool = False) -> Iterator[tuple[str, str]]:
    """(font, part of the text): what no font knows is drawn without its accents, or as a question mark."""
    for font, pairs in groupby(map(_drawn, text), key=lambda pair: pair[0]):
        yield (BOLD if bold and font == LATIN else font), "".join(letters for _, letters in pairs)


@lru_cache(maxsize=4096)
def _drawn(letter: str) -> tuple[str, str]:
    if not letter.isprintable():
        return LATIN, " "
    font = _font_of(letter)
    if font == LATIN or (font is not None and not unicodedata.name(letter, "").startswith("LATIN")):
        return font, letter  # East Asian codes hold some Latin letters that the fonts of that name do not
    bare = "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each))
    bare = bare.translate(_PLAIN)
    return LATIN, bare if bare and _font_of(bare) == LATIN else "?"


def _font_of(letters: str) -> str | None:
    for font, codec in _KNOWS:
        try:
            letters.encode(codec)
        except UnicodeEncodeError:
            continue
        return font
    return None


def width(text: str, size: float, bold: bool = False) -> float:
    return sum(stringWidth(part, font, size) for font, part in runs(text, bold))


def wrapped(text: str, room: float, size: float) -> list[str]:
    """Lines that fit; Chinese breaks anywhere, other texts between words, and words that are too long in themselves."""
    lines, line = [], ""
    for token in _TOKENS.findall(text):
        if width(line + token, size) <= room:
            line += token
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = token.lstrip()
        while width(line, size) > room:
            fits = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or width(line[:n], size) <= room)
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines
