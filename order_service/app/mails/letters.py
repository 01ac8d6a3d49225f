"""What the mails say: templates in res/mails/<language>, the first line is the subject."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import quote

from common.languages import localized
from common.money import format_money

FOLDER = Path(__file__).resolve().parents[2] / "res" / "mails"
Json = Mapping[str, Any]


def letter(
    kind: str,
    language: str,
    shop_name: str,
    order: Json,
    lines: Sequence[Json],
    parcel: Json | None = None,
    refund: Json | None = None,
    asked: Json | None = None,
    shop_url: str = "",
) -> tuple[str, str]:
    """(subject, text) of a mail about an order, in the customer's language; of a parcel its own pieces are listed.

    `asked` is the change, the return or the exchange it is about; the order's page is found at `shop_url`.
    """
    words = {
        "shop": shop_name,
        "number": order["number"] or order["id"],
        "name": order["address"].get("name") or _word(language, "customer"),
        "lines": _sent(parcel, lines, language) if parcel else _lines(lines, order["currency"], language),
        "address": _address(order["address"]),
        "order_page": f"{shop_url}/orders/{quote(order['id'])}",
        "shipping_method": localized(order["shipping_method"]["name"], language),
        "tax_note": _word(language, "tax_included" if order["tax_included"] else "tax_added"),
        "reason": _reason(order["cancel_reason"], language),
        "tracking": _tracking(parcel, language),
        "given_back": format_money(refund["amount"], refund["currency"], language) if refund else "",
        **(_asked(asked, lines, language) if asked else {}),
        **{name: _money(order, name, language) for name in ("subtotal", "discount", "shipping", "tax", "total")},
    }
    subject, _, text = Template(_template(kind, language)).substitute(words).partition("\n")
    return subject.strip(), text.lstrip("\n")


def _asked(asked: Json, lines: Sequence[Json], language: str) -> dict[str, str]:
    """Words about what a customer asked for: its pieces, the money, and why not."""
    words = {"means": _words(language).get(f"method {asked['method']}", asked["method"] or "")}
    if "swaps" in asked:
        currency, difference = asked["currency"], asked["difference"]
        sign = "paid" if difference > 0 else "given_back" if difference < 0 else "none"
        amount = format_money(abs(difference), currency, language)
        settled = Template(_word(language, f"difference_{sign}")).substitute(amount=amount, **words)
        words |= {"pieces": _swaps(asked["swaps"], language), "settled": settled}
    else:
        amount = format_money(asked["amount"], asked["currency"], language)
        words |= {"pieces": _sent(asked, lines, language), "given_back": amount}
    return words | {"reason": asked.get("reason") or ""}


def _swaps(swaps: Sequence[Json], language: str) -> str:
    return "\n".join(f"  1 × {_name(swap['to'], language)}" for swap in swaps)


def _money(order: Json, name: str, language: str) -> str:
    return format_money(order[name], order["currency"], language)


def _reason(reason: str | None, language: str) -> str:
    return _words(language).get(f"reason {reason}", reason or "")


def _lines(lines: Sequence[Json], currency: str, language: str) -> str:
    return "\n".join(_line(line, currency, language) for line in lines)


def _sent(parcel: Json, lines: Sequence[Json], language: str) -> str:
    by_id = {line["id"]: line for line in lines}
    pieces = [(sent["quantity"], by_id[sent["line_id"]]) for sent in parcel["lines"]]
    return "\n".join(f"  {quantity} × {_name(line, language)}" for quantity, line in pieces)


def _tracking(parcel: Json | None, language: str) -> str:
    """The parcel's carrier and number as a paragraph of its own, as far as they are known."""
    named = {name: parcel[name] for name in ("carrier", "tracking_number") if parcel and parcel[name]}
    return "".join(f"{_word(language, name)} {value}\n" for name, value in named.items()) + ("\n" if named else "")


def _line(line: Json, currency: str, language: str) -> str:
    return f"  {line['quantity']} × {_name(line, language)}  {format_money(line['total'], currency, language)}"


def _name(line: Json, language: str) -> str:
    variant = localized(line["variant_title"], language)
    return localized(line["title"], language) + (f" ({variant})" if variant else "")


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
