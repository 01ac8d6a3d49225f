"""The version files make exactly the tables that the models describe."""

from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text

from common.database import migrations
from common.database.migrations import VERSION_TABLE
from product_service.app.base import Base
from product_service.tests.conftest import Shop


def _ours(name: str | None, kind: str, parents: Any) -> bool:
    return not (kind == "table" and name is not None and (name == VERSION_TABLE or name.startswith("fts_")))


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"include_name": _ours, "compare_type": False})
    found = compare_metadata(context, Base.metadata)
    return [one for one in found if "ix_search_documents" not in str(one) and "words" not in str(one)]


async def test_versions_and_models_agree(shop: Shop) -> None:
    async with shop.room.database.reader.connect() as connection:
        assert await connection.run_sync(_differences) == []


def _upgrade(connection: Connection, version: str) -> None:
    context, script = migrations._alembic("product_service")
    with context(fn=lambda revision, _: script._upgrade_revs(version, revision)) as environment:
        environment.configure(connection=connection, target_metadata=Base.metadata, version_table=VERSION_TABLE)
        environment.run_migrations()


def test_documents_learn_their_ratings_and_are_found_as_before(tmp_path: Path) -> None:
    """Search's table is made anew in SQLite: its full-text index and triggers must come through that."""
    engine = create_engine(f"sqlite:///{tmp_path}/old.db")
    with engine.begin() as connection:
        _upgrade(connection, "0002")
        for key, reviews, total in (("prd_a", 2, 9), ("prd_b", 0, 0)):
            connection.execute(text(_PRODUCT), {"id": key, "reviews": reviews, "total": total})
            connection.execute(text(_DOCUMENT), {"id": key})
        connection.execute(text("DELETE FROM search_documents WHERE product_id = 'prd_b'"))
        connection.execute(text(_DOCUMENT), {"id": "prd_b"})
    with engine.begin() as connection:
        _upgrade(connection, "head")
        stored = connection.execute(text("SELECT number, product_id, stars, rating_rank FROM search_documents"))
        assert [tuple(row) for row in stored] == [(1, "prd_a", 4, 3900), (3, "prd_b", 0, 0)]
        assert _found(connection, "lamp") == [1, 3]
        connection.execute(text("UPDATE search_documents SET title = 'chair' WHERE number = 1"))
        connection.execute(text("DELETE FROM search_documents WHERE number = 3"))
        assert (_found(connection, "lamp"), _found(connection, "chair")) == ([], [1])
        connection.execute(text(_DOCUMENT), {"id": "prd_c"})
        assert _found(connection, "lamp") == [4]
        columns = [row[1] for row in connection.execute(text("PRAGMA table_info(search_documents)"))]
        assert columns.index("rating_rank") < columns.index("title")
    engine.dispose()


_PRODUCT = """INSERT INTO products (tenant_id, id, handle, status, title, title_key, description, vendor, tags,
    attributes, currency, price, max_price, variants_count, record_hash, rating_count, rating_sum, rating_rank,
    created_at, updated_at)
    VALUES ('default', :id, :id, 'active', '{}', '', '{}', '', '[]', '[]', 'EUR', 1, 1, 0, '', :reviews, :total,
    CASE WHEN :reviews > 0 THEN 3900 ELSE 0 END, '2026-01-01', '2026-01-01')"""
_DOCUMENT = """INSERT INTO search_documents (tenant_id, product_id, price, created_at, is_accessory, facets, title,
    vendor, category, attributes, description)
    VALUES ('default', :id, 1, '2026-01-01', 0, x'', 'lamp', '', '', '', '')"""


def _found(connection: Connection, word: str) -> list[int]:
    rows = connection.execute(
        text("SELECT rowid FROM fts_products WHERE fts_products MATCH :word ORDER BY rowid"), {"word": word}
    )
    return [row[0] for row in rows]
