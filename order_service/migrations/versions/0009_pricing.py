"""Promotions with rules, taxes by class and postal code, shipping by zone and weight, and prices that explain themselves."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0009"
down_revision = "0008"

LISTS = ("product_ids", "category_ids", "customer_groups", "shipping_codes", "buy_product_ids", "buy_category_ids")


def upgrade() -> None:
    _promotions()
    _tariffs()
    _carts()
    for table, names in (("orders", ("discounts", "tax_lines", "terms")), ("order_lines", ("discounts",))):
        for name in names:
            op.add_column(table, sa.Column(name, sa.JSON(none_as_null=True), nullable=True))
    op.add_column("orders", sa.Column("shipping_discount", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("order_lines", sa.Column("tax_rate_bp", sa.Integer(), nullable=True))


def _promotions() -> None:
    flags = ("automatic", "combinable")
    figures = ("minimum_quantity", "buy_quantity", "get_quantity", "priority")
    for name in flags:
        op.add_column("promotions", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    for name in figures:
        op.add_column("promotions", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    for name in LISTS:
        op.add_column("promotions", sa.Column(name, sa.JSON(none_as_null=True), nullable=True))
    op.add_column("promotions", sa.Column("most_times", sa.Integer(), nullable=True))
    op.create_index("ix_promotions_automatic", "promotions", ["tenant_id", "automatic", "active"], unique=False)
    with op.batch_alter_table("promotion_uses") as uses:  # an order may have several
        uses.drop_constraint(op.f("pk_promotion_uses"), type_="primary")
        uses.create_primary_key(op.f("pk_promotion_uses"), ["tenant_id", "order_id", "promotion_id"])


def _tariffs() -> None:
    op.add_column("tax_rates", sa.Column("zip_prefix", types.Code(length=16), nullable=False, server_default="*"))
    op.add_column("tax_rates", sa.Column("tax_class", types.Code(length=32), nullable=False, server_default="standard"))
    with op.batch_alter_table("tax_rates") as rates:
        rates.create_unique_constraint(
            op.f("uq_tax_rates_tenant_id_country_state_zip_prefix_tax_class"),
            ["tenant_id", "country", "state", "zip_prefix", "tax_class"],
        )
        rates.drop_constraint(op.f("uq_tax_rates_tenant_id_country_state"), type_="unique")
    for name in ("zones", "tiers"):
        op.add_column("shipping_methods", sa.Column(name, sa.JSON(none_as_null=True), nullable=True))
    op.add_column(
        "shipping_methods", sa.Column("tier_by", types.Code(length=16), nullable=False, server_default="weight")
    )
    op.add_column("shipping_methods", sa.Column("free_from", sa.BigInteger(), nullable=True))
    op.add_column("shipping_methods", sa.Column("min_days", sa.Integer(), nullable=True))
    op.add_column("shipping_methods", sa.Column("max_days", sa.Integer(), nullable=True))


def _carts() -> None:
    """A cart has several coupons; those that are in one now stay."""
    op.add_column("carts", sa.Column("coupon_codes", sa.JSON(none_as_null=True), nullable=True))
    columns = sa.column("tenant_id", types.Id()), sa.column("id", types.Id()), sa.column("coupon_code", types.Code(64))
    carts = sa.table("carts", *columns, sa.column("coupon_codes", sa.JSON(none_as_null=True)))
    connection = op.get_bind()
    for row in connection.execute(sa.select(*columns).where(carts.c.coupon_code.is_not(None))).all():
        this = carts.update().where(carts.c.tenant_id == row.tenant_id, carts.c.id == row.id)
        connection.execute(this.values(coupon_codes=[row.coupon_code]))
    op.drop_column("carts", "coupon_code")
