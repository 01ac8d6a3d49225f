r"""The Attributes column as names and values.

Two spellings are taken. Ours, which exports write, is explicit: `Colour: Black ; Backlit: Yes`, with `\` before a
`;`, `:` or `\` that is part of a text. Some shop systems write no mark between name and value:
`product colour Black ; numeric keypad ; usb 2 0 ports 3`. There the name is the run of lower-case words in front,
and what the whole file says decides the doubtful cases (`type open` is a type, since `type` has other values).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from common.languages import Texts

SEPARATOR = re.compile(r"\s+;\s+")
EXPLICIT = re.compile(r"((?:[^:\\]|\\.){1,120}?):\s+(\S.*)", re.DOTALL)
ESCAPED = re.compile(r"([\\:;])")
WORD, NUMBER = re.compile(r"[a-z][a-z0-9]*"), re.compile(r"\d{1,3}")
FIRST_WORD = re.compile(r"\d{0,2}[a-z][a-z0-9]*")
UNITS = frozenset(
    [
        "mm",
        "cm",
        "km",
        "kg",
        "mg",
        "lb",
        "lbs",
        "oz",
        "ml",
        "cl",
        "inch",
        "inches",
        "hz",
        "khz",
        "mhz",
        "ghz",
        "kb",
        "mb",
        "gb",
        "tb",
        "kbps",
        "mbps",
        "gbps",
        "va",
        "kva",
        "kw",
        "mw",
        "kwh",
        "wh",
        "ah",
        "mah",
        "dpi",
        "ppm",
        "rpm",
        "lm",
        "lux",
        "db",
        "min",
        "sec",
        "hour",
        "hours",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "pc",
        "pcs",
        "piece",
        "pieces",
        "page",
        "pages",
        "sheet",
        "sheets",
        "pixel",
        "pixels",
        "user",
        "users",
        "watt",
        "watts",
        "volt",
        "volts",
        "metre",
        "metres",
        "meter",
        "meters",
        "to",
        "or",
        "and",
    ]
)
FEW_NUMBERS, MANY_VALUES, MANY_TIMES = 6, 5, 20
YES, NO = {"en": "Yes", "zh": "是"}, {"en": "No", "zh": "否"}
MAX_NAME, MAX_VALUE, MAX_PAIRS = 120, 2000, 250
MAX_REMEMBERED = 20_000

Pair = tuple[str, str]


class AttributeNames:
    """What a file's attribute texts say about its names; `learn` every text first, then `split` each.

    >>> AttributeNames(["product colour Black ; numeric keypad"]).split("product colour Red ; numeric keypad")
    [('product colour', 'Red'), ('numeric keypad', 'Yes')]
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._entries = 0
        self._explicit = 0
        self._with_value: Counter[str] = Counter()
        self._seen: Counter[str] = Counter()
        self._values: dict[str, set[str]] = defaultdict(set)
        self._numbers: dict[str, set[str]] = defaultdict(set)
        self._after_number: dict[str, set[str]] = defaultdict(set)
        self._pairs: dict[str, Pair] = {}
        for text in texts:
            self.learn(text)

    def learn(self, text: str) -> None:
        for entry in _entries(text):
            self._entries += 1
            if ": " in entry and EXPLICIT.fullmatch(entry):
                self._explicit += 1
            tokens = entry.split()
            end = _run(tokens)
            name = " ".join(tokens[:end])
            self._seen[name] += 1
            if end < len(tokens):
                self._with_value[name] += 1
                if len(self._values[name]) < MANY_VALUES:
                    self._values[name].add(tokens[end])
            if end < len(tokens) and NUMBER.fullmatch(tokens[end]) and len(self._numbers[name]) <= FEW_NUMBERS:
                self._numbers[name].add(tokens[end])
                numbered = f"{name} {tokens[end]}"
                if end + 1 < len(tokens) and len(self._after_number[numbered]) < MANY_VALUES:
                    self._after_number[numbered].add(tokens[end + 1])

    @property
    def is_explicit(self) -> bool:
        """A file is written one way or the other: nearly all its entries have the colon, or it is the other way."""
        return self._explicit > 0.9 * self._entries

    def split(self, text: str) -> list[Pair]:
        """The names and values of one text, in order; a name without a value is a property that is there: Yes."""
        pairs: list[Pair] = []
        for entry in _entries(text):
            name, value = self._pair_of(entry)
            if not name and pairs:
                pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]} ; {value}"[:MAX_VALUE].strip())
            elif name or value:
                pairs.append((name[:MAX_NAME] or value[:MAX_NAME], _truth(value)[:MAX_VALUE].strip()))
        return pairs[:MAX_PAIRS]

    def _pair_of(self, entry: str) -> Pair:
        """Entries such as `product colour Black` come again with thousands of products."""
        pair = self._pairs.get(entry)
        if pair is None:
            pair = self._explicit_pair(entry) if self.is_explicit else self._pair(entry)
            if len(self._pairs) < MAX_REMEMBERED and len(entry) < 100:
                self._pairs[entry] = pair
        return pair

    @staticmethod
    def _explicit_pair(entry: str) -> Pair:
        match = EXPLICIT.fullmatch(entry)
        return (_unescaped(match[1]).strip(), _unescaped(match[2]).strip()) if match else (_unescaped(entry), "")

    def _pair(self, entry: str) -> Pair:
        tokens = entry.split()
        end = self._name_end(tokens, _run(tokens))
        return " ".join(tokens[:end]), " ".join(tokens[end:])

    def _name_end(self, tokens: list[str], end: int) -> int:
        """Where it ends: a counter belongs to it (`connector 1 VGA`), a lower-case value does not (`type open`)."""
        name = " ".join(tokens[:end])
        if self._counts(name, tokens[end : end + 2]):
            return end + 1
        for shorter in range(1, end):
            prefix = " ".join(tokens[:shorter])
            often = self._with_value[prefix] >= MANY_TIMES * max(self._seen[name], 1)
            if often and len(self._values[prefix]) >= MANY_VALUES:
                return shorter
        return end

    def _counts(self, name: str, following: list[str]) -> bool:
        """Whether the number behind a name numbers it: few numbers occur there, and many things follow them."""
        if len(following) < 2 or not NUMBER.fullmatch(following[0]) or len(self._numbers[name]) > FEW_NUMBERS:
            return False
        return len(self._after_number[f"{name} {following[0]}"]) >= MANY_VALUES


def _entries(text: str) -> list[str]:
    return [entry.strip() for entry in SEPARATOR.split(text) if entry.strip()]


def _run(tokens: list[str]) -> int:
    """How many tokens in front can be a name: lower-case words, with numbers where a word follows that is no unit."""
    at = end = 1 if FIRST_WORD.fullmatch(tokens[0]) else 0
    if not end and NUMBER.fullmatch(tokens[0]) and len(tokens) > 1 and WORD.fullmatch(tokens[-1]):
        at = 1
    while at < len(tokens):
        if WORD.fullmatch(tokens[at]):
            at += 1
            end = at
        elif (
            NUMBER.fullmatch(tokens[at]) and at + 1 < len(tokens) and _goes_on(tokens[at + 1], tokens[at + 2 : at + 3])
        ):
            at += 1
        else:
            break
    return end


def _goes_on(token: str, following: list[str]) -> bool:
    if NUMBER.fullmatch(token):
        return bool(following) and WORD.fullmatch(following[0]) is not None and following[0] not in UNITS
    return len(token) > 1 and WORD.fullmatch(token) is not None and token not in UNITS


def _truth(value: str) -> str:
    return {"": YES["en"], "Y": YES["en"], "N": NO["en"]}.get(value, value)


def value_texts(value: str, language: str) -> Texts:
    """Yes and No are known in every language; any other value is in the file's own."""
    if value == YES["en"]:
        return dict(YES)
    if value == NO["en"]:
        return dict(NO)
    return {language: value}


def written(pairs: Iterable[Pair]) -> str:
    """Pairs in the explicit spelling, which `AttributeNames` reads back unchanged."""
    return " ; ".join(f"{_escaped(name)}: {_escaped(value)}" for name, value in pairs)


def _escaped(text: str) -> str:
    return ESCAPED.sub(r"\\\1", " ".join(text.split()))


def _unescaped(text: str) -> str:
    return re.sub(r"\\([\\:;])", r"\1", text)
