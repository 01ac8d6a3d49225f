"""Migrations: each service's `migrations/versions/NNNN_what.py`, run at start; Alembic is imported only when needed.

`python -m common.database.migrations order_service "add invoices"` writes the next version from the models.
"""

import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, column, inspect, select, table, text
from sqlalchemy.ext.asyncio import AsyncEngine

from common.config import ROOT

VERSION_TABLE = "schema_version"


def versions_folder(service: str) -> Path:
    return ROOT / service / "migrations" / "versions"


def head_version(service: str) -> str | None:
    """The newest version's number: files are named after it, so that no import is needed to know."""
    return max((path.name.split("_")[0] for path in versions_folder(service).glob("[0-9]*_*.py")), default=None)


async def migrate(engine: AsyncEngine, metadata: MetaData, service: str, dialect: str) -> None:
    """Bring the tables to the newest version; several processes may try at once."""
    head = head_version(service)
    async with engine.connect() as connection:
        if head is not None and await connection.run_sync(current_version) == head:
            return
    async with engine.begin() as connection:
        if dialect == "postgresql":
            await connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": service})
        if dialect != "mysql":
            await connection.run_sync(upgrade, metadata, service)
            return
        lock = {"name": engine.url.database}  # the server has one name for all its databases
        await connection.execute(text("SELECT GET_LOCK(:name, 60)"), lock)
        try:
            await connection.run_sync(upgrade, metadata, service)
        finally:
            await connection.execute(text("SELECT RELEASE_LOCK(:name)"), lock)


def current_version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(select(column("version_num")).select_from(table(VERSION_TABLE))).scalar()


def upgrade(connection: Connection, metadata: MetaData, service: str) -> None:
    """Run every version this database has not seen, in the caller's transaction.

    A service without versions, as tests make them up, gets its tables as the models say.
    """
    if head_version(service) is None:
        metadata.create_all(connection)
        return
    context, script = _alembic(service)

    def steps(revision: Any, _: Any) -> Any:
        return script._upgrade_revs("head", revision)

    with context(fn=steps) as environment:
        environment.configure(connection=connection, target_metadata=metadata, version_table=VERSION_TABLE)
        environment.run_migrations()


def _alembic(service: str) -> tuple[Any, Any]:
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(ROOT / "common" / "database"))
    config.set_main_option("version_locations", str(versions_folder(service)))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)

    def context(**options: Any) -> EnvironmentContext:
        return EnvironmentContext(config, script, **options)

    return context, script


def render_item(kind: str, item: Any, autogen: Any) -> Any:
    """Our column types are written as `types.Id()` in a version file."""
    if kind == "type" and type(item).__module__ == "common.database.types":
        autogen.imports.add("from common.database import types")
        length = f"length={item.length}" if type(item).__name__ == "Code" else ""
        return f"types.{type(item).__name__}({length})"
    return False


def include_name(name: str | None, kind: str, parents: Any) -> bool:
    """Full-text tables are made by hand in a version file; the models do not know them."""
    return not (kind == "table" and name is not None and (name == VERSION_TABLE or name.startswith("fts_")))


def write_version(service: str, message: str) -> Path:
    """Compare the models with a fresh database at the newest version and write the difference down."""
    from alembic.autogenerate import produce_migrations, render_python_code
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine

    metadata: MetaData = importlib.import_module(f"{service}.app.base").Base.metadata
    importlib.import_module(f"{service}.app.factory")
    previous = head_version(service)
    number = f"{int(previous or 0) + 1:04d}"
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{folder}/compare.db")
        with engine.begin() as connection:
            if previous is not None:
                upgrade(connection, metadata, service)
            options = {"render_item": render_item, "include_name": include_name, "compare_type": True}
            context = MigrationContext.configure(connection, opts={"target_metadata": metadata, **options})
            script = produce_migrations(context, metadata)
            body = render_python_code(script.upgrade_ops_list[0], render_item=render_item)
    path = versions_folder(service) / f"{number}_{'_'.join(message.lower().split())}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    header = f'"""{message.capitalize()}."""\n\nimport sqlalchemy as sa\nfrom alembic import op\n'
    needed = "from common.database import types\n"
    names = f'\nrevision = "{number}"\ndown_revision = {previous!r}\n\n\ndef upgrade() -> None:\n    '
    path.write_text(f"{header}\n{needed}{names}{body}\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.stdout.write(f"{write_version(sys.argv[1], sys.argv[2])}\n")
