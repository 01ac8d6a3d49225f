"""The version files make exactly the tables that the models describe."""

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

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
