"""Keeping the index in step: called inside the transaction that changes a product."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import TENANT, after_commit, current_tenant, upsert
from common.languages import Texts
from product_service.app.search.ddl import COLUMNS
from product_service.app.search.documents import FacetValue, ProductDocument, document_row, facet_values
from product_service.app.search.models import SearchDocument, SearchFacet
from product_service.app.search.wordlists import load_word_lists

DocumentReader = Callable[[AsyncSession, Sequence[str]], Awaitable[list[ProductDocument]]]
Row = dict[str, Any]
CHUNK, MANY = 200, 20  # more documents than a few are prepared away from the event loop
DOCUMENTS = cast(Table, SearchDocument.__table__)
FACETS = cast(Table, SearchFacet.__table__)
_ADD = insert(DOCUMENTS)
_RATE = update(DOCUMENTS).where(DOCUMENTS.c.tenant_id == TENANT, DOCUMENTS.c.product_id == bindparam("product"))
_LABELS = select(FACETS.c.id, FACETS.c.name_label, FACETS.c.value_label).where(
    FACETS.c.tenant_id == TENANT, FACETS.c.id.in_(bindparam("ids", expanding=True))
)
MOST_CHANGES = 20_000  # product ids; whoever is further behind reads everything anew
CHANGING = ("price", "created_at", "is_accessory", "stars", "rating_rank", "facets", *COLUMNS)


class Changes:
    """Which documents changed, commit after commit, for what is kept of them in this process."""

    def __init__(self) -> None:
        self.count = 0
        self._recent: deque[tuple[int, str, Sequence[str]]] = deque()
        self._remembered = 0

    def add(self, tenant: str, product_ids: Sequence[str]) -> None:
        self._recent.append((self.count + 1, tenant, product_ids))
        self._remembered += len(product_ids)
        while self._remembered > MOST_CHANGES:
            self._remembered -= len(self._recent.popleft()[2])
        self.count += 1

    def since(self, count: int, tenant: str) -> tuple[int, list[str] | None]:
        """How many there are by now, and whose documents changed after `count`; None when that was forgotten."""
        now, recent = self.count, list(self._recent)
        if count < now and (count < 0 or not recent or recent[0][0] > count + 1):
            return now, None
        return now, [key for at, owner, keys in recent if at > count and owner == tenant for key in keys]


class SearchIndex:
    """The writing side of search.

    `read_documents(session, product_ids)` answers with the public products among the ids, as they are now in the
    caller's transaction; the others (drafts, deleted, unknown) leave the index. The products feature hands it in,
    so that search needs no look into its tables.
    """

    def __init__(self, read_documents: DocumentReader, dialect: str) -> None:
        self._read_documents = read_documents
        self._dialect = dialect
        self._replace = upsert(DOCUMENTS, dialect, None, ("tenant_id", "product_id"), CHANGING)
        self._name_facets = upsert(FACETS, dialect, None, ("tenant_id", "id"), ("name_label", "value_label"))
        self._lists = load_word_lists()
        self._known_facets: dict[tuple[str, int], int] = {}  # and a hash of what each was last called
        self.generation = 0
        self.changes = Changes()
        self.labels_generation = 0

    async def index_products(self, session: AsyncSession, product_ids: Sequence[str]) -> None:
        """Bring the documents of these products up to date; to be called whenever one was written or removed."""
        for start in range(0, len(product_ids), CHUNK):
            chunk = product_ids[start : start + CHUNK]
            documents = await self._read_documents(session, chunk)
            await self.write(session, documents)
            gone = set(chunk) - {document.product_id for document in documents}
            await self.remove_products(session, sorted(gone))

    async def write(self, session: AsyncSession, documents: Sequence[ProductDocument], *, new: bool = False) -> None:
        """Write documents that the caller has at hand; `new` says that none of them was ever indexed."""
        if not documents:
            return
        tenant = current_tenant()
        prepare = partial(self._prepared, tenant, documents)
        rows, facets = prepare() if len(documents) < MANY else await asyncio.to_thread(prepare)
        await self._write_facets(session, tenant, facets)
        await session.execute(_ADD if new else self._replace, rows)
        after_commit(session, partial(self._changed, tenant, [document.product_id for document in documents]))

    def _prepared(self, tenant: str, documents: Sequence[ProductDocument]) -> tuple[list[Row], list[FacetValue]]:
        """The rows of documents and all their facet values."""
        padded = self._dialect == "mysql"
        rows, values = [], {}
        for document in documents:
            facets = facet_values(document)
            rows.append({"tenant_id": tenant, **document_row(document, facets, self._lists, padded=padded)})
            values.update({value.id: value for value in facets})
        return rows, list(values.values())

    async def remove_products(self, session: AsyncSession, product_ids: Sequence[str]) -> None:
        """Take products out of the index."""
        if not product_ids:
            return
        statement = delete(SearchDocument).where(
            SearchDocument.tenant_id == current_tenant(), SearchDocument.product_id.in_(product_ids)
        )
        await session.execute(statement.execution_options(synchronize_session=False))
        after_commit(session, partial(self._changed, current_tenant(), product_ids))

    async def rate(self, session: AsyncSession, product_id: str, stars: int, rating_rank: int) -> None:
        """Write what its reviews say of a product. A draft has no document; one it gets later will know."""
        await session.execute(_RATE.values(stars=stars, rating_rank=rating_rank), {"product": product_id})
        after_commit(session, partial(self.changes.add, current_tenant(), [product_id]))  # its words are as they were

    async def _write_facets(self, session: AsyncSession, tenant: str, values: Sequence[FacetValue]) -> None:
        spoken = {value.id: labels_hash(value.name_label, value.value_label) for value in values}
        missing = [value for value in values if self._known_facets.get((tenant, value.id)) != spoken[value.id]]
        if not missing:
            return
        known = await self._labels(session, [value.id for value in missing])
        rows = [
            {
                "tenant_id": tenant,
                "id": value.id,
                "name": value.name,
                "value": value.value,
                "name_label": known.get(value.id, ({}, {}))[0] | value.name_label,
                "value_label": known.get(value.id, ({}, {}))[1] | value.value_label,
            }
            for value in sorted(missing, key=lambda value: value.id)
        ]
        await session.execute(self._name_facets, rows)
        learned = {(tenant, value.id): spoken[value.id] for value in missing}
        after_commit(session, lambda: self._learn(learned, renamed=bool(known)))

    async def _labels(self, session: AsyncSession, ids: Sequence[int]) -> dict[int, tuple[Texts, Texts]]:
        """What facet values are called so far: a product that speaks one language must not silence the others."""
        rows = await session.execute(_LABELS, {"ids": ids})
        return {row.id: (row.name_label, row.value_label) for row in rows}

    def _learn(self, learned: dict[tuple[str, int], int], *, renamed: bool) -> None:
        self._known_facets.update(learned)
        if renamed:
            self.labels_generation += 1

    def _changed(self, tenant: str, product_ids: Sequence[str]) -> None:
        self.generation += 1
        self.changes.add(tenant, product_ids)


def labels_hash(name: Texts, value: Texts) -> int:
    """Equal for equal labels, in this process."""
    return hash((*sorted(name.items()), *sorted(value.items())))
