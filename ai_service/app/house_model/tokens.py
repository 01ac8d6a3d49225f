"""Cuts a message into tokens that know their meanings."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ai_service.app.house_model.lexicon import PIECES, Lexicon

# 三四十 is thirty to forty.
_NEIGHBOURS = re.compile(
    r"(?<![零〇一二两三四五六七八九十百千万])([一二三四五六七八])([二三四五六七八九])([十百千])(?![一二三四五六七八九十百千万])"
)
# 哪个便宜要哪个: whichever is cheaper.
_WHICHEVER = re.compile(r"(?:哪个|哪款|谁)(便宜|贵)就?(?:要|买|选|来|拿)(?:哪个|哪款|谁)")
# A hundred and fifty.
_AND_REST = re.compile(r"(?<=\bhundred) and (?=(?:[a-z]+teen|[a-z]+ty|ten|eleven|twelve|five|one|two)\b)")
_HYPHENED = re.compile(r"\b([a-z]+)-([a-z]+)\b")
_NUMERALS = re.compile(r"[零〇一壹二两俩三仨四五六七八九十百千万]+")
UNKNOWN_COST = 2.3
LARGEST_NUMBER = 10**12


@dataclass(slots=True)
class Token:
    text: str
    kind: str
    meanings: tuple[str, ...] = ()
    value: float | None = None
    start: int = 0
    end: int = 0
    role: str = ""

    def means(self, *meanings: str) -> bool:
        return any(meaning in self.meanings for meaning in meanings)

    @property
    def content(self) -> bool:
        """Whether the token names or describes a thing."""
        return any(meaning.startswith(("kind:", "attr:", "colour:")) or meaning == "brand" for meaning in self.meanings)


def tokenise(text: str, lexicon: Lexicon, known: Iterable[str] = ()) -> list[Token]:
    """Tokens of normalised text. `known` are words already seen in the shop's answers: never misspelt."""
    pieces = [piece for match in PIECES.finditer(text) for piece in _cut(match, lexicon)]
    names = frozenset(known)
    for token in pieces:
        if token.kind == "word" and token.text not in names:
            token.text = _mend(token.text, lexicon)
    return _merge_numbers(_join_phrases(pieces, lexicon), lexicon)


def spell_out(text: str, lexicon: Lexicon) -> str:
    """Number words as they are read: thirty-five without its hyphen, 三四十 with both its ends."""
    text = _HYPHENED.sub(lambda match: _ten_and_unit(match, lexicon), text)
    text = _AND_REST.sub(" ", text)
    text = _WHICHEVER.sub(r"要最\1的那个", text)
    return _NEIGHBOURS.sub(lambda match: _both_ends(match, lexicon), text)


def _ten_and_unit(match: re.Match[str], lexicon: Lexicon) -> str:
    ten, unit = match.groups()
    joined = lexicon.numbers.get(ten, 0) >= 20 and 0 < lexicon.numbers.get(unit, 0) < 10
    return f"{ten} {unit}" if joined else match.group()


def _both_ends(match: re.Match[str], lexicon: Lexicon) -> str:
    low, high, scale = match.groups()
    neighbours = lexicon.numbers[high] == lexicon.numbers[low] + 1
    return f"{low}{scale}到{high}{scale}" if neighbours else match.group()


def _mend(word: str, lexicon: Lexicon) -> str:
    if word.endswith("'s") and (word,) not in lexicon.phrases and word[:-2] in lexicon.spelling.known:
        return word[:-2]
    return lexicon.spelling.mend(word)


def _cut(match: re.Match[str], lexicon: Lexicon) -> Iterator[Token]:
    kind, text, start = str(match.lastgroup), match.group(), match.start()
    if kind == "cjk":
        yield from _cut_cjk(text, start, lexicon)
    elif kind == "number":
        yield Token(text, kind, value=parse_decimal(text), start=start, end=match.end())
    else:
        yield Token(text, kind, start=start, end=match.end())


def parse_decimal(text: str) -> float:
    """Reads 1,200.50 as well as 1.200,50 and 49,95."""
    head, _, tail = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", text).replace(",", ".").rpartition(".")
    return min(float(f"{head.replace('.', '')}.{tail}" if head else tail), float(LARGEST_NUMBER))


def _cut_cjk(run: str, offset: int, lexicon: Lexicon) -> Iterator[Token]:
    """The cheapest cut of the run: a known word or numeral costs one, an unknown character more."""
    size = len(run)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * size
    for i in range(size):
        reach = {i + 1: UNKNOWN_COST}
        for end in range(i + 1, min(i + lexicon.longest_cjk, size) + 1):
            if run[i:end] in lexicon.cjk:
                reach[end] = 1.0 - 0.01 * (end - i) ** 2
        if numeral := _NUMERALS.match(run, i):
            reach[numeral.end()] = min(reach.get(numeral.end(), 9.0), 1.0)
        for end, cost in reach.items():
            if best[i][0] + cost < best[end][0]:
                best[end] = (best[i][0] + cost, i)
    cuts = [size]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    cuts.reverse()
    yield from _name_pieces(run, list(itertools.pairwise(cuts)), offset, lexicon)


def _name_pieces(run: str, spans: list[tuple[int, int]], offset: int, lexicon: Lexicon) -> Iterator[Token]:
    unknown_from: int | None = None
    for start, end in [*spans, (len(run), len(run))]:
        text = run[start:end]
        known = text in lexicon.cjk or bool(_NUMERALS.fullmatch(text)) or not text
        if not known:
            unknown_from = start if unknown_from is None else unknown_from
            continue
        if unknown_from is not None:
            yield Token(run[unknown_from:start], "cjk", start=offset + unknown_from, end=offset + start)
            unknown_from = None
        if text:
            value = None if text in lexicon.cjk else chinese_number(text, lexicon)
            kind = "cjk" if value is None else "number"
            yield Token(text, kind, lexicon.cjk.get(text, ()), value, offset + start, offset + end)


def chinese_number(text: str, lexicon: Lexicon) -> float:
    """二十四 → 24, 两百五 → 250, 一千零八十 → 1080."""
    total, section, digit, scale = 0, 0, 0, 1
    for character in text:
        if character == "万":
            total, section, digit, scale = (total + section + digit or 1) * 10_000, 0, 0, 10_000
        elif character in lexicon.scales:
            scale = lexicon.scales[character]
            section, digit = section + (digit or 1) * scale, 0
        else:
            value = lexicon.numbers[character]
            digit = digit * 10 + value if digit and scale == 1 else value
            scale = 1 if value == 0 else scale
    # 两百五 says two hundred and fifty: a last digit right after a scale counts tens of it.
    bare = scale if digit and scale >= 100 and text[-1] in lexicon.numbers and text[-2:-1] in lexicon.scales else 10
    return float(min(total + section + digit * bare // 10, LARGEST_NUMBER))


def _join_phrases(pieces: list[Token], lexicon: Lexicon) -> list[Token]:
    joined: list[Token] = []
    i = 0
    while i < len(pieces):
        token = pieces[i]
        for length in range(min(lexicon.longest_phrase.get(token.text, 0), len(pieces) - i), 0, -1):
            key = tuple(piece.text for piece in pieces[i : i + length])
            if key in lexicon.phrases and (length > 1 or token.kind != "number"):
                last = pieces[i + length - 1]
                kind = "ordinal" if token.kind == "ordinal" else "break" if token.kind == "break" else "word"
                joined.append(Token(" ".join(key), kind, lexicon.phrases[key], None, token.start, last.end))
                i += length
                break
        else:
            joined.append(token)
            i += 1
    return joined


def _merge_numbers(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Turns number words into numbers: "two hundred" is one token of value 200."""
    merged: list[Token] = []
    for token in tokens:
        value = lexicon.numbers.get(token.text) if token.kind == "word" else None
        scale = lexicon.scales.get(token.text) if token.kind == "word" else None
        before = merged[-1] if merged and merged[-1].kind == "number" and merged[-1].end + 1 == token.start else None
        if scale and before and before.value is not None:
            before.value, before.end, before.text = before.value * scale, token.end, f"{before.text} {token.text}"
        elif scale:
            merged.append(Token(token.text, "number", token.meanings, float(scale), token.start, token.end))
        elif value is not None and before and before.value is not None and _continues(before.value, value):
            before.value, before.end, before.text = before.value + value, token.end, f"{before.text} {token.text}"
        elif value is not None:
            merged.append(Token(token.text, "number", token.meanings, float(value), token.start, token.end))
        else:
            merged.append(token)
    return merged


def _continues(before: float, value: int) -> bool:
    return (20 <= before < 100 and before % 10 == 0 and value < 10) or (
        before >= 100 and before % 100 == 0 and value < 100
    )
