"""Facets: which products a choice of values leaves, and how many products every value would show."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from common.languages import localized
from product_service.app.search.documents import CATEGORY, VENDOR, FacetValue, facet_id

MAX_FACETS, MAX_VALUES, MAX_CHOICES = 12, 20, 20
Choices = Mapping[str, frozenset[int]]  # facet name -> the chosen values' ids, any of which suffices


def choices_of(
    categories: Iterable[str], vendor: str | None, facets: Iterable[tuple[str, str]]
) -> dict[str, frozenset[int]]:
    """The chosen values by facet: several of one facet widen it, several facets narrow the answer."""
    chosen: dict[str, set[int]] = defaultdict(set)
    pairs = [*((CATEGORY, slug) for slug in categories), *facets]
    for name, value in [*pairs, (VENDOR, vendor)] if vendor else pairs:
        chosen[name.casefold()].add(facet_id(name, value))
    return {name: frozenset(ids) for name, ids in chosen.items()}


def chosen_and_counted(
    rows: Sequence[Any], choices: Choices
) -> tuple[Sequence[Any], Counter[int], dict[str, Counter[int]]]:
    """The rows that fit all choices, their values' counts, and per chosen facet the counts without its own choice."""
    if not choices:
        return rows, _count(row[2] for row in rows), {}
    fitting: list[Any] = []
    nearly: dict[str, list[bytes]] = {name: [] for name in choices}
    for row in rows:
        values = frozenset(array("q", row[2]))
        missed = [name for name, ids in choices.items() if not ids & values]
        if not missed:
            fitting.append(row)
        elif len(missed) == 1:
            nearly[missed[0]].append(row[2])
    counts = _count(row[2] for row in fitting)
    return fitting, counts, {name: counts + _count(others) for name, others in nearly.items()}


def _count(facets: Iterable[bytes]) -> Counter[int]:
    return Counter(array("q", b"".join(facets)))


def facet_list(
    counts: Counter[int], own_counts: Mapping[str, Counter[int]], labels: Mapping[int, FacetValue], choices: Choices
) -> list[dict[str, Any]]:
    """The facets worth showing, in the reader's language: category and vendor first, then what tells products apart.

    A facet of which nearly every product has a value of its own (dimensions, codes) helps nobody and is left out.
    """
    grouped: dict[str, list[tuple[int, FacetValue]]] = defaultdict(list)
    for number, count in counts.items():
        value = labels.get(number)
        if value is not None and value.name.casefold() not in own_counts:
            grouped[value.name].append((count, value))
    for name, own in own_counts.items():
        for number, count in own.items():
            value = labels.get(number)
            if value is not None and value.name.casefold() == name:
                grouped[value.name].append((count, value))
    ranked = sorted(grouped.items(), key=lambda item: _usefulness(item[0], item[1], choices), reverse=True)
    useful = [item for item in ranked if _usefulness(*item, choices) > 0]
    return [_facet(name, values, choices) for name, values in useful[:MAX_FACETS]]


def _usefulness(name: str, values: Sequence[tuple[int, FacetValue]], choices: Choices) -> float:
    if name.casefold() in choices:
        return float("inf")
    if name in (CATEGORY, VENDOR):
        return 1e9 if name == CATEGORY else 1e8
    products = sum(count for count, _ in values)
    if len(values) < 2 or (len(values) > 12 and products < 3 * len(values)):
        return 0.0
    measured = any(value.value[:1].isdigit() for _, value in values[:8])
    return products * (0.5 if measured else 1.0)


def _facet(name: str, values: list[tuple[int, FacetValue]], choices: Choices) -> dict[str, Any]:
    chosen = choices.get(name.casefold(), frozenset())
    best = sorted(values, key=lambda item: (item[1].id not in chosen, -item[0], item[1].value))[:MAX_VALUES]
    return {
        "name": name,
        "label": localized(values[0][1].name_label),
        "values": [
            {"value": value.value, "label": localized(value.value_label), "count": count} for count, value in best
        ],
    }
