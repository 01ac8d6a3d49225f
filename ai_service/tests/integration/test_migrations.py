"""The version files make exactly the tables that the models describe."""

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from ai_service.app.base import Base
from common.database.migrations import VERSION_TABLE


def _differences(connection: Connection) -> list[Any]:
    def ours(name: str | None, kind: str, parents: Any) -> bool:
        return kind != "table" or name != VERSION_TABLE

    context = MigrationContext.configure(connection, opts={"include_name": ours, "compare_type": False})
    return list(compare_metadata(context, Base.metadata))


async def test_versions_and_models_agree(app: Any) -> None:
    async with app.state.runtime.database.reader.connect() as connection:
        assert await connection.run_sync(_differences) == []
