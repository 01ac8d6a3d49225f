"""The version files make exactly the tables that the models describe, and keep what is in them."""

from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text

from common.database import migrations
from common.database.migrations import VERSION_TABLE
from order_service.app.base import Base
from order_service.tests.shop import Shop

_CART = """INSERT INTO carts (tenant_id, id, owner_id, status, version, currency, lines, coupon_code, created_at,
updated_at)
VALUES ('default', :id, 'usr_1', 'open', 1, 'EUR', '[]', :code, '2026-01-01', '2026-01-01')"""
_PROMOTION = """INSERT INTO promotions (tenant_id, id, code, name, kind, value, currency, minimum_subtotal, active,
uses, created_at, updated_at)
VALUES ('default', 'prm_1', 'SPRING', '{}', 'percent', 1000, 'EUR', 0, 1, 1, '2026-01-01', '2026-01-01')"""
_USE = """INSERT INTO promotion_uses (tenant_id, order_id, promotion_id, customer_id, created_at)
VALUES ('default', 'ord_1', :promotion, 'usr_1', '2026-01-01')"""


def _differences(connection: Connection) -> list[Any]:
    def ours(name: str | None, kind: str, parents: Any) -> bool:
        return kind != "table" or name != VERSION_TABLE

    context = MigrationContext.configure(connection, opts={"include_name": ours, "compare_type": False})
    return list(compare_metadata(context, Base.metadata))


async def test_versions_and_models_agree(shop: Shop) -> None:
    async with shop.room.database.reader.connect() as connection:
        assert await connection.run_sync(_differences) == []


def _upgrade(connection: Connection, version: str) -> None:
    context, script = migrations._alembic("order_service")
    with context(fn=lambda revision, _: script._upgrade_revs(version, revision)) as environment:
        environment.configure(connection=connection, target_metadata=Base.metadata, version_table=VERSION_TABLE)
        environment.run_migrations()


def test_carts_keep_their_coupon_and_orders_may_have_several_promotions(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/old.db")
    with engine.begin() as connection:
        _upgrade(connection, "0008")
        connection.execute(text(_CART), {"id": "crt_1", "code": "SPRING"})
        connection.execute(text(_CART), {"id": "crt_2", "code": None})
        connection.execute(text(_PROMOTION))
        connection.execute(text(_USE), {"promotion": "prm_1"})
    with engine.begin() as connection:
        _upgrade(connection, "head")
        carts = connection.execute(text("SELECT id, coupon_codes FROM carts ORDER BY id"))
        assert [tuple(row) for row in carts] == [("crt_1", '["SPRING"]'), ("crt_2", None)]
        connection.execute(text(_USE), {"promotion": "prm_2"})
        rows = connection.execute(text("SELECT combinable, automatic, priority FROM promotions"))
        assert [tuple(row) for row in rows] == [(0, 0, 0)]
    engine.dispose()
