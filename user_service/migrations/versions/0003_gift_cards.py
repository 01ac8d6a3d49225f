"""Gift cards, their payments and their ledger."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "gift_cards",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("code_hash", types.Code(length=64), nullable=True),
        sa.Column("last4", types.Code(length=4), nullable=False),
        sa.Column("currency", types.Code(length=3), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), nullable=False),
        sa.Column("status", types.Code(length=16), nullable=False),
        sa.Column("expires_at", types.UtcDateTime(), nullable=True),
        sa.Column("owner_id", types.Id(), nullable=True),
        sa.Column("wish", types.Code(length=64), nullable=True),
        sa.Column("created_at", types.UtcDateTime(), nullable=False),
        sa.Column("updated_at", types.UtcDateTime(), nullable=False),
        sa.CheckConstraint("reserved >= 0 AND balance >= reserved", name=op.f("ck_gift_cards_balance")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_gift_cards")),
        sa.UniqueConstraint("tenant_id", "code_hash", name=op.f("uq_gift_cards_tenant_id_code_hash")),
    )
    op.create_index(op.f("ix_gift_cards_tenant_id_last4_id"), "gift_cards", ["tenant_id", "last4", "id"])
    op.create_index(op.f("ix_gift_cards_tenant_id_owner_id_id"), "gift_cards", ["tenant_id", "owner_id", "id"])
    op.create_table(
        "gift_card_payments",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("gift_card_id", types.Id(), nullable=True),
        sa.Column("order_id", types.Id(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("refunded", sa.BigInteger(), nullable=False),
        sa.Column("state", types.Code(length=16), nullable=False),
        sa.Column("created_at", types.UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "amount >= 0 AND refunded >= 0 AND refunded <= amount", name=op.f("ck_gift_card_payments_amounts")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_gift_card_payments")),
    )
    op.create_index(
        op.f("ix_gift_card_payments_tenant_id_gift_card_id"), "gift_card_payments", ["tenant_id", "gift_card_id"]
    )
    op.create_table(
        "gift_card_ledger",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("gift_card_id", types.Id(), nullable=False),
        sa.Column("type", types.Code(length=16), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), nullable=False),
        sa.Column("reference", types.Code(length=64), nullable=False),
        sa.Column("order_id", types.Id(), nullable=True),
        sa.Column("actor_id", types.Id(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", types.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_gift_card_ledger")),
        sa.UniqueConstraint(
            "tenant_id", "type", "reference", name=op.f("uq_gift_card_ledger_tenant_id_type_reference")
        ),
    )
    op.create_index(
        op.f("ix_gift_card_ledger_tenant_id_gift_card_id_id"), "gift_card_ledger", ["tenant_id", "gift_card_id", "id"]
    )
