"""The words of the paper itself, in res/invoices/<language>.txt."""

from functools import cache
from pathlib import Path
from string import Template

FOLDER = Path(__file__).resolve().parents[3] / "res" / "invoices"


@cache
def words(language: str) -> dict[str, str]:
    lines = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" = ", 1) for line in lines if " = " in line)


def said(language: str, name: str, **values: str) -> str:
    return Template(words(language)[name]).substitute(values)
