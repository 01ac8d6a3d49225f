"""What reviews say of a product, where search narrows and sorts by it."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from product_service.app.search.ddl import STATEMENTS

revision = "0003"
down_revision = "0002"

_COLUMNS = ("stars", "rating_rank")
_products = sa.table("products", *map(sa.column, ("tenant_id", "id", "rating_sum", "rating_count", "rating_rank")))
_documents = sa.table("search_documents", *map(sa.column, ("tenant_id", "product_id", *_COLUMNS)))


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _rebuild(_new_columns())
    else:
        for column in _new_columns():
            op.add_column("search_documents", column)
    _fill()


def _new_columns() -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False) for name in _COLUMNS]


def _rebuild(columns: Iterable[sa.Column[int]]) -> None:
    """Small columns stand before the texts, which SQLite would have to step over; triggers go with the old table."""
    options = {"sqlite_autoincrement": True}
    with op.batch_alter_table("search_documents", recreate="always", table_kwargs=options) as table:
        for column in columns:
            table.add_column(column, insert_before="facets")
    for statement in STATEMENTS["sqlite"]:
        if statement.startswith("CREATE TRIGGER"):
            op.execute(statement)


def _fill() -> None:
    bind = op.get_bind()
    rated = sa.select(_products).where(_products.c.rating_count > 0)
    rows = [
        {
            "tenant": row.tenant_id,
            "product": row.id,
            "whole": row.rating_sum // row.rating_count,
            "rank": row.rating_rank,
        }
        for row in bind.execute(rated)
    ]
    if rows:
        this = (_documents.c.tenant_id == sa.bindparam("tenant"), _documents.c.product_id == sa.bindparam("product"))
        values = {"stars": sa.bindparam("whole"), "rating_rank": sa.bindparam("rank")}
        bind.execute(sa.update(_documents).where(*this).values(values), rows)
