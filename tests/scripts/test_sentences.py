"""Every sentence that a service may answer with is known in every language of the shop.

The sentences are read out of the code: titles of errors, what is raised with them, and what validators say.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import orjson
import pytest

from common.config import ROOT
from common.languages import LANGUAGES

OTHERS = LANGUAGES[1:]
ROOMS = ("common", "user_service", "product_service", "order_service", "ai_service", "web_service")
SHAPES = ("schemas.py", "shapes.py", "texts.py", "types.py")  # where validators are


def _template(node: ast.expr) -> str | None:
    """The sentence with `{}` for each value; None for what is no sentence in the code."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


@cache
def _trees() -> dict[Path, ast.Module]:
    files = (file for room in ROOMS for file in (ROOT / room).rglob("*.py"))
    ours = (file for file in files if not {"tests", "node_modules", "migrations"} & set(file.parts))
    return {file: ast.parse(file.read_text(encoding="utf-8")) for file in ours}


@cache
def _errors() -> frozenset[str]:
    """The names of all classes below ShopError."""
    bases: dict[str, set[str]] = {}
    for tree in _trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                named = {base.id for base in node.bases if isinstance(base, ast.Name)}
                bases[node.name] = bases.get(node.name, set()) | named
    found = {"ShopError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return frozenset(found)


def _said(file: Path, tree: ast.Module) -> Iterator[str | None]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name in _errors():
            yield from _titles(node)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name):
            kind = node.exc.func.id
            if node.exc.args and (kind in _errors() or (kind == "ValueError" and file.name in SHAPES)):
                yield _template(node.exc.args[0])


def _titles(node: ast.ClassDef) -> Iterator[str | None]:
    for statement in ast.walk(node):
        if isinstance(statement, ast.Assign):
            target, value = statement.targets[0], statement.value
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            values = value.elts if isinstance(value, ast.Tuple) else [value]
            pairs = zip(names, values, strict=False)
            yield from (_template(what) for name, what in pairs if getattr(name, "id", "") == "title")
        if isinstance(statement, ast.AnnAssign) and getattr(statement.target, "id", "") == "title" and statement.value:
            yield _template(statement.value)


def _known(room: str, language: str) -> dict[str, str]:
    file = ROOT / room / "res" / "sentences" / f"{language}.json"
    return dict(orjson.loads(file.read_bytes())) if file.exists() else {}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("room", ROOMS)
def test_every_sentence_is_translated(room: str, language: str) -> None:
    known = _known("common", language) | _known(room, language)
    said = {text for file, tree in _trees().items() if file.is_relative_to(ROOT / room) for text in _said(file, tree)}
    missing = sorted(text for text in said if text and text.strip("{}") and text not in known)
    assert not missing, f"add them to {room}/res/sentences/{language}.json: {missing}"


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("room", ROOMS)
def test_translations_ask_for_no_more_values_than_there_are(room: str, language: str) -> None:
    for english, translation in _known(room, language).items():
        assert translation.count("{}") <= english.count("{}"), english
        assert translation.strip()
