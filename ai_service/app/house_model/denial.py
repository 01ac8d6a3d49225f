"""Takes out of a clause what it forbids to do, and what the thing wanted is only meant for."""

from ai_service.app.house_model.tokens import Token

# "Don't remove it", 先别删: the deed right after one of these is not to be done.
FORBIDDING_EN = ("don't", "dont", "do not", "please do not", "please don't", "never")
FORBIDDING = frozenset((*FORBIDDING_EN, "别", "先别", "别给", "不要", "先不要", "勿", "不用"))
DEEDS = ("remove", "empty", "add", "buy", "checkout", "cancel", "change")
# "I can't use my visa any more" and "neither paypal nor visa" refuse as well.
UNABLE = frozenset(("can't", "cannot", "won't", "不能", "没法", "无法"))
EITHER = frozenset(("or", "nor", "和", "或", "或者"))
# Things that are bought to fit another thing: what they are for belongs to their name.
FITTED = (
    "kind:case",
    "kind:cable",
    "kind:charger",
    "kind:adapter",
    "kind:battery",
    "kind:toner",
    "kind:stand",
    "kind:memory",
    "kind:bag",
    "kind:accessory",
    "kind:mousepad",
    "kind:remotecontrol",
)
# 给平板配个键盘: what stands between the two is what the thing is for.
GIVEN_TO = ("给", "为", "替")
PROVIDING = ("配", "买", "用", "换", "添", "找", "弄", "搭", "挑", "选")


def forbid(tokens: list[Token]) -> bool:
    """Marks forbidden deeds, so that nothing reads them as wishes; whether there were any."""
    forbidden = False
    for i, token in enumerate(tokens):
        if token.text not in FORBIDDING:
            continue
        deed = next((t for t in tokens[i + 1 : i + 4] if not _filler(t)), None)
        if deed is not None and deed.means(*DEEDS) and not deed.content:
            token.role = deed.role = "forbidden"
            forbidden = True
    return forbidden


def refused(tokens: list[Token], *meanings: str) -> list[Token]:
    """What a no before it refuses, of the things with these meanings: "not with paypal", "no gift card please"."""
    found: list[Token] = []
    denied = False
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.means(*meanings) and denied:
            found.append(token)
        elif token.kind == "break" or (before in found and token.text not in EITHER):
            denied = False
        denied = denied or token.means("negate", "no", "unneeded") or token.text in UNABLE
    return found


def _filler(token: Token) -> bool:
    return token.meanings == ("stop",) or token.text in ("just", "please", "把")


def set_purposes_aside(tokens: list[Token]) -> None:
    """ "A mouse for my laptop" is a mouse: what it is for would only find laptops."""
    for i, token in enumerate(tokens):
        if token.text == "for":
            _set_aside_after(tokens, i)
        elif token.text in GIVEN_TO:
            _set_aside_between(tokens, i)
        elif token.text == "用" and i + 1 < len(tokens) and tokens[i + 1].text == "的":
            _set_aside_before(tokens, i)


def _set_aside_after(tokens: list[Token], i: int) -> None:
    heads = [t for t in tokens[:i] if _kind(t)]
    pointed = any(t.means("pronoun", "plural", "classifier") for t in tokens[:i])
    if (not heads and not pointed) or (heads and heads[-1].means(*FITTED)):
        return
    for token in tokens[i + 1 :]:
        if token.kind == "break" or token.role == "price" or token.means("connector"):
            return
        _set_aside(token)


def _set_aside_between(tokens: list[Token], i: int) -> None:
    ends = (j for j, t in enumerate(tokens[i + 1 : i + 6], i + 1) if any(t.text.startswith(p) for p in PROVIDING))
    end = next(ends, None)
    if end is None or not any(_kind(t) and not t.means(*FITTED) for t in tokens[end:]):
        return
    for token in tokens[i + 1 : end]:
        _set_aside(token)


def _set_aside_before(tokens: list[Token], i: int) -> None:
    if not any(_kind(t) and not t.means(*FITTED) for t in tokens[i + 1 :]):
        return
    for token in reversed(tokens[:i]):
        if not (token.content or not token.meanings) or token.kind == "break":
            return
        _set_aside(token)


def _set_aside(token: Token) -> None:
    if not token.role and (_kind(token) or not token.meanings or token.means("brand", "attr:office")):
        token.role = "purpose"


def _kind(token: Token) -> bool:
    return not token.role and any(meaning.startswith("kind:") for meaning in token.meanings)
