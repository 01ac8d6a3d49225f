"""What the mails say: templates in res/mails/<language>, the first line is the subject."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from common.languages import localized
from common.money import format_money

FOLDER = Path(__file__).resolve().parents[2] / "res" / "mails"
Json = Mapping[str, Any]


def letter(kind: str, language: str, shop_name: str, order: Json, lines: Sequence[Json]) -> tuple[str, str]:
    """(subject, text) of a mail about an order, in the customer's language."""
    words = {
        "shop": shop_name,
        "number": order["number"] or order["id"],
        "name": order["address"].get("name") or _word(language, "customer"),
        "lines": "\n".join(_line(line, order["currency"], language) for line in lines),
        "address": _address(order["address"]),
        "shipping_method": localized(order["shipping_method"]["name"], language),
        "tax_note": _word(language, "tax_included" if order["tax_included"] else "tax_added"),
        "reason": _reason(order["cancel_reason"], language),
        **{name: _money(order, name, language) for name in ("subtotal", "discount", "shipping", "tax", "total")},
    }
    subject, _, text = Template(_template(kind, language)).substitute(words).partition("\n")
    return subject.strip(), text.lstrip("\n")


def _money(order: Json, name: str, language: str) -> str:
    return format_money(order[name], order["currency"], language)


def _reason(reason: str | None, language: str) -> str:
    return _words(language).get(f"reason {reason}", reason or "")


def _line(line: Json, currency: str, language: str) -> str:
    variant = localized(line["variant_title"], language)
    title = localized(line["title"], language) + (f" ({variant})" if variant else "")
    return f"  {line['quantity']} × {title}  {format_money(line['total'], currency, language)}"


def _address(address: Json) -> str:
    parts = (address.get(name) for name in ("name", "address1", "address2", "zip", "city", "state", "country"))
    return "\n".join(f"  {part}" for part in parts if part)


@cache
def _template(kind: str, language: str) -> str:
    return (FOLDER / language / f"{kind}.txt").read_text(encoding="utf-8")


@cache
def _words(language: str) -> dict[str, str]:
    lines = (FOLDER / language / "words.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" = ", 1) for line in lines if " = " in line)


def _word(language: str, name: str) -> str:
    return _words(language)[name]
