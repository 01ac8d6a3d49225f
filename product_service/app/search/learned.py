"""What was learned of each shop's catalogue: its words, its facets and their texts; forgotten when it has changed."""

from collections import Counter
from dataclasses import dataclass, field
from time import monotonic

from sqlalchemy import Connection

from product_service.app.search import repository
from product_service.app.search.documents import FacetValue
from product_service.app.search.facets import FacetNames, Shown
from product_service.app.search.index import SearchIndex
from product_service.app.search.vocabulary import Vocabulary

MAX_KNOWN_VALUES = 5000
RELEARN_AFTER = 60.0  # seconds between two readings of a catalogue that keeps changing


@dataclass(slots=True)
class _OfShop:
    generation: int
    at: float
    vocabulary: Vocabulary | None = None
    facets: FacetNames = field(default_factory=FacetNames)
    values: dict[int, FacetValue] = field(default_factory=dict)
    labels_generation: int = 0


class Learned:
    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._shops: dict[str, _OfShop] = {}

    def vocabulary(self, connection: Connection, tenant: str) -> Vocabulary:
        shop = self._shop(tenant)
        if shop.vocabulary is None:
            shop.vocabulary = Vocabulary(repository.catalogue_texts(connection, tenant))
        return shop.vocabulary

    def facet_names(self, connection: Connection, tenant: str, counts: Counter[int]) -> FacetNames:
        shop = self._shop(tenant)
        if not counts.keys() <= shop.facets.code_of.keys():
            shop.facets = repository.facet_names(connection, tenant)
        return shop.facets

    def facet_values(self, connection: Connection, tenant: str, shown: Shown) -> dict[int, FacetValue]:
        """The texts of what is shown; the same few thousand values are shown again and again."""
        shop = self._shop(tenant)
        renamed = shop.labels_generation != self._index.labels_generation
        if renamed or len(shop.values) > MAX_KNOWN_VALUES:
            shop.labels_generation = self._index.labels_generation
            shop.values = {}  # a new one: another thread may be reading the old
        known = shop.values
        missing = [number for _, values in shown for _, number in values if number not in known]
        if missing:
            known.update(repository.facet_values(connection, tenant, missing))
        return known

    def _shop(self, tenant: str) -> _OfShop:
        shop = self._shops.get(tenant)
        stale = shop is not None and shop.generation != self._index.generation
        if shop is None or (stale and monotonic() - shop.at > RELEARN_AFTER):
            shop = self._shops[tenant] = _OfShop(self._index.generation, monotonic())
        return shop
