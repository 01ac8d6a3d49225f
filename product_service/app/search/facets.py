"""Facets: which products a choice of values leaves, and how many products every value would show."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest, nsmallest
from operator import itemgetter
from typing import Any

from common.errors import InvalidInput
from common.languages import localized
from product_service.app.search.documents import CATEGORY, VENDOR, FacetValue, facet_id

MAX_FACETS, MAX_VALUES, MAX_CHOICES = 12, 20, 20
MAX_FACET_PARAMETER = 300
RATINGS = (4, 3, 2, 1)
_STARS = itemgetter(4)
Shown = list[tuple[str, list[tuple[int, int]]]]  # a facet's name, and its values as (count, id)
Stars = Mapping[int, int]  # whole stars -> how many products
Choices = Mapping[str, frozenset[int]]  # facet name -> the chosen values' ids, any of which suffices


class InvalidFacet(InvalidInput):
    code = "invalid_facet"
    title = "A facet is written name:value"


def facet_choices(facets: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """`Colour:Black` as (name, value), for each of them."""
    chosen = []
    for facet in facets:
        name, colon, value = facet.partition(":")
        if not colon or not name.strip() or not value.strip() or len(facet) > MAX_FACET_PARAMETER:
            raise InvalidFacet(facet[:100])
        chosen.append((name.strip(), value.strip()))
    return tuple(chosen)


def choices_of(
    categories: Iterable[str], vendor: str | None, facets: Iterable[tuple[str, str]]
) -> dict[str, frozenset[int]]:
    """The chosen values by facet: several of one facet widen it, several facets narrow the answer."""
    chosen: dict[str, set[int]] = defaultdict(set)
    pairs = [*((CATEGORY, slug) for slug in categories), *facets]
    for name, value in [*pairs, (VENDOR, vendor)] if vendor else pairs:
        chosen[name.casefold()].add(facet_id(name, value))
    return {name: frozenset(ids) for name, ids in chosen.items()}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of the fitting products have each value; of a chosen facet, and of stars, without its own choice."""

    values: Counter[int]
    own: dict[str, Counter[int]]
    stars: Stars


def chosen_and_counted(rows: Sequence[Any], choices: Choices, min_stars: int = 0) -> tuple[Sequence[Any], Counts]:
    """The rows (see repository.Match) that fit all choices, and what there is to choose."""
    if not choices:
        stars = Counter(map(_STARS, rows))
        fitting = [row for row in rows if row[4] >= min_stars] if min_stars else rows
        return fitting, Counts(_count(row[2] for row in fitting), {}, stars)
    fitting, stars = [], Counter()
    nearly: dict[str, list[bytes]] = {name: [] for name in choices}
    packed = [(name, [array("q", [number]).tobytes() for number in ids]) for name, ids in choices.items()]
    for row in rows:
        missed = [name for name, ids in packed if not any(_holds(row[2], one) for one in ids)]
        if not missed:
            stars[row[4]] += 1
            if row[4] >= min_stars:
                fitting.append(row)
        elif len(missed) == 1 and row[4] >= min_stars:
            nearly[missed[0]].append(row[2])
    counts = _count(row[2] for row in fitting)
    return fitting, Counts(counts, {name: counts + _count(others) for name, others in nearly.items()}, stars)


def _holds(facets: bytes, number: bytes) -> bool:
    """Whether a document has a value; eight bytes across two values are not one (unpacking all costs ten times)."""
    at = facets.find(number)
    while at > 0 and at % 8:
        at = facets.find(number, at + 1)
    return at >= 0


def _count(facets: Iterable[bytes]) -> Counter[int]:
    return Counter(array("q", b"".join(facets)))


@dataclass(slots=True)
class FacetNames:
    """Which facet every value belongs to, small enough to keep: twice the place of its name, odd for a measure."""

    code_of: dict[int, int] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)


def useful_facets(counts: Counts, known: FacetNames, choices: Choices) -> Shown:
    """The facets worth showing: chosen ones, category and vendor first, then what tells most products apart.

    A facet of which nearly every product has a value of its own (dimensions, codes) helps nobody and is left out.
    """
    grouped: dict[int, list[tuple[int, int]]] = defaultdict(list)
    code_of = known.code_of
    for number, count in counts.values.items():
        grouped[code_of.get(number, -2) & ~1].append((count, number))
    grouped.pop(-2, None)  # values that were added after the names were read
    scored: list[tuple[float, str, list[tuple[int, int]]]] = []
    for code, values in grouped.items():
        name = known.names[code >> 1]
        if name.casefold() not in counts.own and (score := _usefulness(name, values, code_of)) > 0:
            scored.append((score, name, values))
    for name, own in counts.own.items():
        values = [(count, number) for number, count in own.items() if _name_of(number, known) == name]
        if values:
            scored.append((float("inf"), known.names[code_of[values[0][1]] >> 1], values))
    best = nlargest(MAX_FACETS, scored, key=lambda item: item[:2])
    return [(name, _most(values, choices.get(name.casefold(), frozenset()))) for _, name, values in best]


def _name_of(number: int, known: FacetNames) -> str:
    code = known.code_of.get(number)
    return "" if code is None else known.names[code >> 1].casefold()


def _usefulness(name: str, values: Sequence[tuple[int, int]], code_of: Mapping[int, int]) -> float:
    """How many products it sorts into how few values; measures (12 W, 30 cm) are worth half."""
    if name in (CATEGORY, VENDOR):
        return 1e9 if name == CATEGORY else 1e8
    if len(values) < 2:
        return 0.0
    products = sum(map(itemgetter(0), values))
    if len(values) > 12 and products < 3 * len(values):
        return 0.0
    return products * (0.5 if code_of[values[0][1]] & 1 else 1.0)


def _most(values: Sequence[tuple[int, int]], chosen: frozenset[int]) -> list[tuple[int, int]]:
    """What is chosen and what most products have."""
    return nsmallest(MAX_VALUES, values, key=lambda item: (item[1] not in chosen, -item[0], item[1]))


def rendered(shown: Shown, values: Mapping[int, FacetValue]) -> list[dict[str, Any]]:
    """Facets in the reader's language."""
    found = []
    for name, counted in shown:
        known = [(count, values[number]) for count, number in counted if number in values]
        if known:
            listed = [{"value": one.value, "label": localized(one.value_label), "count": count} for count, one in known]
            found.append({"name": name, "label": localized(known[0][1].name_label), "values": listed})
    return found


def rated(stars: Stars) -> list[dict[str, int]]:
    """How many products have at least so many stars."""
    return [
        {"min_rating": least, "count": sum(count for number, count in stars.items() if number >= least)}
        for least in RATINGS
    ]
