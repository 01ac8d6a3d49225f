"""The search tables: one document per public product, and the facet values that documents point at."""

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, Index, Integer, LargeBinary, String, UniqueConstraint, event, text
from sqlalchemy.orm import Mapped, mapped_column

from common.database import JSON, Id, LongText, TenantMixin, UtcDateTime
from common.languages import Texts
from product_service.app.base import Base
from product_service.app.search.ddl import install_text_index


class SearchDocument(Base):
    """A product as search sees it; small columns first, so that a scan for facets never reads the texts.

    `number` is the row's number in SQLite's full-text table, hence the key. `facets` are the ids of its facet values,
    eight bytes each; `stars` and `rating_rank` repeat what the product's row says of its reviews. The texts are tokens
    already (`tokens.index_text`).
    """

    __tablename__ = "search_documents"
    __table_args__ = (
        UniqueConstraint("tenant_id", "product_id"),
        Index("ix_search_documents_price", "tenant_id", "price"),
        {"sqlite_autoincrement": True},
    )

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    tenant_id: Mapped[str] = mapped_column(Id)
    product_id: Mapped[str] = mapped_column(Id)
    price: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    is_accessory: Mapped[bool] = mapped_column(Boolean(create_constraint=False))
    stars: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    rating_rank: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    facets: Mapped[bytes] = mapped_column(LargeBinary(4000))
    title: Mapped[str] = mapped_column(LongText)
    vendor: Mapped[str] = mapped_column(LongText)
    category: Mapped[str] = mapped_column(LongText)
    attributes: Mapped[str] = mapped_column(LongText)
    description: Mapped[str] = mapped_column(LongText)


class SearchFacet(Base, TenantMixin):
    """One value of one facet, e.g. colour: black; the id is a hash of its folded English name and value."""

    __tablename__ = "search_facets"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(120))
    value: Mapped[str] = mapped_column(String(120))
    name_label: Mapped[Texts] = mapped_column(JSON)
    value_label: Mapped[Texts] = mapped_column(JSON)


event.listen(SearchDocument.__table__, "after_create", lambda table, bind, **_: install_text_index(bind))
