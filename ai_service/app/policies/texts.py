"""Words of a text for searching: English words without their endings, Chinese in pairs of characters."""

import re

_PIECES = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "e", "y")
# What questions are made of, in both languages: no help in telling policies apart.
# fmt: off
_STOP = frozenset([
    "a", "an", "and", "are", "at", "be", "by", "can", "do", "does", "for", "from", "have", "how", "i", "if", "in", "is",
    "it", "me", "my", "of", "on", "or", "our", "please", "s", "that", "the", "this", "to", "was", "we", "what", "when",
    "where", "which", "who", "will", "with", "would", "you", "your", "shop", "store", "policy", "policies",
    "tell", "about",
])
_STOP_PAIRS = frozenset([
    "你们", "们的", "的是", "是什", "什么", "么样", "怎么", "请问", "我们", "我的", "可以", "一下",
])
# fmt: on


def words(text: str) -> list[str]:
    found: list[str] = []
    for piece in _PIECES.findall(text.lower().replace("’", "'").replace("'s", "")):
        if piece[0] > "\u33ff":
            found += _pairs(piece)
        elif piece not in _STOP:
            found.append(stem(piece))
    return found


def stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _pairs(run: str) -> list[str]:
    pairs = [run[at : at + 2] for at in range(len(run) - 1)] or [run]
    return [pair for pair in pairs if pair not in _STOP_PAIRS]
