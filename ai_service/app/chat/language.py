"""In which language to answer: the message's own, where it shows one; else the reader's."""

import re

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


def language_of(message: str, reader: str) -> str:
    """Model names are Latin in Chinese sentences too, so a few Chinese characters decide; English takes three words."""
    if len(_CHINESE.findall(message)) >= 2:
        return "zh"
    if len(_LATIN_WORD.findall(message)) >= 3:
        return "en"
    return reader
