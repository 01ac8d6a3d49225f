"""What the services say to people, in the reader's language: looked up by the English sentence as the code has it.

A service's translations are in its `res/sentences/{language}.json`. `{}` stands for a value; values keep their order,
and a translation may leave out the last ones: "A cart holds at most {} lines of {} pieces".
"""

import re
from functools import cache

import orjson

from common.config import ROOT
from common.languages import LANGUAGES, current_language

_LONGEST = 1000  # of a sentence that is looked for among those with values


def in_readers_language(sentence: str) -> str:
    """The same sentence in the language of this request; in English where nobody translated it."""
    language = current_language()
    if language == LANGUAGES[0] or not sentence:
        return sentence
    whole, parts = _known(language)
    if sentence in whole:
        return whole[sentence]
    if len(sentence) <= _LONGEST:
        for pattern, translation in parts:
            if found := pattern.fullmatch(sentence):
                return _filled(translation, found.groups())
    return sentence


@cache
def _known(language: str) -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    """(sentences without values, those with values: the most telling first)."""
    sentences: dict[str, str] = {}
    for file in sorted(ROOT.glob(f"*/res/sentences/{language}.json")):
        sentences |= orjson.loads(file.read_bytes())
    with_values = sorted((english for english in sentences if "{}" in english), key=len, reverse=True)
    patterns = [(_pattern(english), sentences[english]) for english in with_values]
    return {english: text for english, text in sentences.items() if "{}" not in english}, patterns


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile("(.+)".join(re.escape(piece) for piece in english.split("{}")), re.DOTALL)


def _filled(translation: str, values: tuple[str, ...]) -> str:
    pieces = translation.split("{}")
    told = (*values, *("",) * len(pieces))
    return "".join(piece + value for piece, value in zip(pieces, (*told[: len(pieces) - 1], ""), strict=True))
