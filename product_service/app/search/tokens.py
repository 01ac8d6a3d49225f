"""Text as the index sees it: folded words, joined model numbers, sizes in inches and Chinese as character pairs.

Full-text engines find almost nothing in Chinese by themselves; with every run of CJK characters written as
overlapping pairs ("无线鼠标" is "无线 线鼠 鼠标") the stock tokenisers of all our databases do.
"""

import re
import unicodedata
from functools import lru_cache

MAX_TEXT, MAX_SHORT = 30_000, 60
CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
INCHES = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*-?\s*(?:\"|\u201d|\u2033|''|inch(?:es)?\b|in\b(?!\s*-?\s*\d)|zoll\b|英寸|吋|寸)"
)
PIECE = re.compile(rf"[{CJK}]+|[^\W_{CJK}]+(?:[-./+][^\W_{CJK}]+)*")
RUN = re.compile(rf"[{CJK}]+")
PART = re.compile(r"[-./+]")
DECIMAL = re.compile(r"\d+[.,]\d+")


def fold(text: str) -> str:
    """Lower case, compatibility forms unified (full-width letters, ligatures), accents taken off Latin letters."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).casefold()
    decomposed = unicodedata.normalize("NFD", plain)
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if not unicodedata.combining(mark)))


def is_cjk(token: str) -> bool:
    return RUN.match(token) is not None


def pairs(run: str) -> list[str]:
    """The overlapping character pairs of a CJK run; a single character stands for itself."""
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def joined_model(parts: list[str]) -> str | None:
    """`tn-2110` is also written TN2110: the joined spelling of a short name with a number in it."""
    whole = "".join(parts)
    if 1 < len(parts) <= 4 and len(whole) <= 20 and whole.isalnum() and not whole.isdigit() and not whole.isalpha():
        return whole
    return None


def words(text: str) -> list[str]:
    """The pieces of a text in order: folded words with their inner marks (`tn-2110`, `15.6`) and whole CJK runs.

    >>> words('Brother TN-2110, 24" 显示器')
    ['brother', 'tn-2110', '24inch', '显示器']
    """
    plain = INCHES.sub(lambda match: f" {match[1].replace(',', '.')}inch ", fold(text.replace("\x00", " ")))
    return PIECE.findall(plain)


def tokens_of(word: str) -> list[str]:
    """The index tokens of one piece from `words`."""
    if is_cjk(word):
        return pairs(word)
    if word.isalnum():
        if word.endswith("inch") and word[:-4].isdigit():
            return [word[:-4], "inch", word]
        return [word]
    parts = [part for part in PART.split(word) if part]
    if word.endswith("inch") and DECIMAL.match(word):
        return [*parts[:-1], parts[-1].removesuffix("inch"), "inch", word.replace(".", "p").replace(",", "p")]
    joined = joined_model(parts)
    return [*parts, joined] if joined else parts


@lru_cache(maxsize=16384)
def _tokens_text(word: str) -> str:
    return " ".join(tokens_of(word))


@lru_cache(maxsize=16384)
def _short_text(text: str) -> str:
    return " ".join(map(_tokens_text, words(text)))


def index_text(*texts: str) -> str:
    """What is stored for the engine's tokeniser: plain tokens with single spaces between them.

    The same words and the same short texts (names of attributes, colours) come again with every product of a file.
    """
    found = " ".join(
        [_short_text(text) if len(text) <= MAX_SHORT else " ".join(map(_tokens_text, words(text))) for text in texts]
    )
    return found if len(found) <= MAX_TEXT else found[:MAX_TEXT].rpartition(" ")[0]
