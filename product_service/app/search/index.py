"""Keeping the index in step: called inside the transaction that changes a product."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, cast

from sqlalchemy import Table, delete, insert
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import after_commit, current_tenant, upsert
from product_service.app.search.ddl import COLUMNS
from product_service.app.search.documents import FacetValue, ProductDocument, document_row, facet_values
from product_service.app.search.models import SearchDocument, SearchFacet
from product_service.app.search.wordlists import load_word_lists

DocumentReader = Callable[[AsyncSession, Sequence[str]], Awaitable[list[ProductDocument]]]
Row = dict[str, Any]
CHUNK, MANY = 200, 20  # more documents than a few are prepared away from the event loop
DOCUMENTS = cast(Table, SearchDocument.__table__)
CHANGING = ("price", "created_at", "is_accessory", "facets", *COLUMNS)


class SearchIndex:
    """The writing side of search.

    `read_documents(session, product_ids)` answers with the public products among the ids, as they are now in the
    caller's transaction; the others (drafts, deleted, unknown) leave the index. The products feature hands it in,
    so that search needs no look into its tables.
    """

    def __init__(self, read_documents: DocumentReader, dialect: str) -> None:
        self._read_documents = read_documents
        self._dialect = dialect
        self._lists = load_word_lists()
        self._known_facets: set[tuple[str, int]] = set()
        self.generation = 0

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
        statement = insert(DOCUMENTS)
        if not new:
            statement = upsert(DOCUMENTS, self._dialect, None, ("tenant_id", "product_id"), CHANGING)
        await session.execute(statement, rows)
        after_commit(session, self._changed)

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
        after_commit(session, self._changed)

    async def _write_facets(self, session: AsyncSession, tenant: str, values: Sequence[FacetValue]) -> None:
        missing = [value for value in values if (tenant, value.id) not in self._known_facets]
        if not missing:
            return
        rows = [
            {
                "tenant_id": tenant,
                "id": value.id,
                "name": value.name,
                "value": value.value,
                "name_label": value.name_label,
                "value_label": value.value_label,
            }
            for value in sorted(missing, key=lambda value: value.id)
        ]
        statement = upsert(SearchFacet, self._dialect, None, ("tenant_id", "id"), ("name_label", "value_label"))
        await session.execute(statement, rows)
        learned = [(tenant, value.id) for value in missing]
        after_commit(session, lambda: self._known_facets.update(learned))

    def _changed(self) -> None:
        self.generation += 1
