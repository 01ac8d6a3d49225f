"""What products cost in each currency; until now each had one."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0006"
down_revision = "0005"

_names = ("tenant_id", "currency", "price", "max_price", "variant_id")
_products = sa.table("products", sa.column("id"), sa.column("status"), *map(sa.column, _names))
_prices = sa.table("product_prices", sa.column("product_id"), *map(sa.column, _names))


def upgrade() -> None:
    op.add_column("variants", sa.Column("prices", sa.JSON(none_as_null=True), nullable=True))
    op.create_table(
        "product_prices",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("product_id", types.Id(), nullable=False),
        sa.Column("currency", types.Code(length=3), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("max_price", sa.BigInteger(), nullable=False),
        sa.Column("variant_id", types.Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "product_id"],
            ["products.tenant_id", "products.id"],
            name=op.f("fk_product_prices_tenant_id_product_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "product_id", "currency", name=op.f("pk_product_prices")),
    )
    op.create_index(
        "ix_product_prices_price", "product_prices", ["tenant_id", "currency", "price", "product_id"], unique=False
    )
    here = sa.select(_products.c.id, *(_products.c[name] for name in _names))
    here = here.where(_products.c.variant_id.is_not(None), _products.c.status != "deleted")
    op.execute(_prices.insert().from_select(["product_id", *_names], here))
