"""What a document says of the goods, frozen in the customer's language; pure functions over minor units.

A document's `contents`: {seller, buyer, order, reason, corrects, payments, zone, **sums} where the sums are {lines,
tax_included, subtotal, discounts, discount, shipping, tax_lines, tax, total}. A document about changed items has
`state` too: the sums of the whole order after it, which the next change is compared with. One about goods that were
given back has `pieces`: {line_id: how many}.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from common.languages import localized
from order_service.app.after_sales.explaining import rate_of

Json = dict[str, Any]
Row = Mapping[str, Any]
_ALIKE = ("variant_id", "unit_price", "rate_bp")
_SUMMED = ("quantity", "discount", "amount")


def sums_of(order: Row, lines: Sequence[Row], language: str) -> Json:
    """An order as it is now."""
    shown = [_line(order, line, language) for line in lines]
    explained = [
        {"name": localized(one["name"], language), "amount": one["amount"]} for one in order["discounts"] or ()
    ]
    off, shipping = order["discount"], order["shipping"]
    if sum(one["amount"] for one in explained) == off + order["shipping_discount"]:
        shipping += order["shipping_discount"]
    else:
        explained = [{"name": "", "amount": off}] if off else []
    return {
        "lines": shown,
        "tax_included": order["tax_included"],
        "subtotal": order["subtotal"],
        "discounts": explained,
        "shipping": {"name": localized(order["shipping_method"]["name"], language), "amount": shipping},
        "tax_lines": _tax_lines(order, language),
        "tax": order["tax"],
        "total": order["total"],
    }


def _line(order: Row, line: Row, language: str) -> Json:
    return {
        "line_id": line["id"],
        "variant_id": line["variant_id"],
        "title": localized(line["title"], language),
        "variant": localized(line["variant_title"], language),
        "sku": line["sku"],
        "quantity": line["quantity"],
        "unit_price": line["unit_price"],
        "discount": line["discount"],
        "amount": line["total"] - line["discount"],
        "rate_bp": rate_of(order, line),
    }


def _tax_lines(order: Row, language: str) -> list[Json]:
    """By rate; orders of old know only one."""
    if order["tax_lines"] is None:
        rate = {"name": "", "rate_bp": order["tax_rate_bp"], "base": order["total"] - order["tax"]}
        return [rate | {"amount": order["tax"]}] if order["tax"] else []
    return [{**one, "name": localized(one["name"], language)} for one in order["tax_lines"]]


def difference(before: Row, after: Row) -> tuple[int, Json]:
    """(+1 or -1, the sums of what became of an order): +1 where more is owed, -1 where money goes back; 0 for neither.

    The amounts are those of the document, so in a credit note what was given back counts plus.
    """
    grown = after["total"] - before["total"]
    sign = (grown > 0) - (grown < 0)
    sums = {
        "lines": _changed_lines(before["lines"], after["lines"], sign),
        "tax_included": after["tax_included"],
        "subtotal": sign * (after["subtotal"] - before["subtotal"]),
        "discounts": _changed_discounts(before, after, sign),
        "shipping": {"name": "", "amount": sign * (after["shipping"]["amount"] - before["shipping"]["amount"])},
        "tax_lines": _changed_rates(before["tax_lines"], after["tax_lines"], sign),
        "tax": sign * (after["tax"] - before["tax"]),
        "total": sign * grown,
    }
    return sign, sums | {"state": dict(after)}


def _changed_lines(before: Sequence[Row], after: Sequence[Row], sign: int) -> list[Json]:
    """Pieces that are no more, then those that are new; what stayed is left out."""
    old, new = ({line["line_id"]: line for line in lines} for lines in (before, after))
    gone: list[Json] = []
    come: list[Json] = []
    for line_id in [*old, *(each for each in new if each not in old)]:
        was, now = old.get(line_id), new.get(line_id)
        if was is not None and now is not None and all(was[name] == now[name] for name in _ALIKE):
            moved = {name: now[name] - was[name] for name in _SUMMED}
            if any(moved.values()):
                (come if moved["quantity"] > 0 else gone).append(_signed({**now, **moved}, sign))
            continue
        if was is not None:
            gone.append(_signed(was, -sign))
        if now is not None:
            come.append(_signed(now, sign))
    return [*gone, *come]


def _signed(line: Row, sign: int) -> Json:
    return {**line, **{name: sign * line[name] for name in _SUMMED}}


def _changed_discounts(before: Row, after: Row, sign: int) -> list[Json]:
    grown = sum(one["amount"] for one in after["discounts"]) - sum(one["amount"] for one in before["discounts"])
    return [{"name": "", "amount": sign * grown}] if grown else []


def _changed_rates(before: Sequence[Row], after: Sequence[Row], sign: int) -> list[Json]:
    found: dict[tuple[int, str], Json] = {}
    for side, rates in ((sign, after), (-sign, before)):
        for one in rates:
            kept = found.setdefault((one["rate_bp"], one["name"]), {**one, "base": 0, "amount": 0})
            kept["base"] += side * one["base"]
            kept["amount"] += side * one["amount"]
    return [one for one in found.values() if one["base"] or one["amount"]]
