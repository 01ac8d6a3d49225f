"""Prices with versions, budgets, and indexes for reports on tool calls."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0005"
down_revision = "0004"

AMOUNTS = ("spent_micros", "spent_tokens", "held_micros", "held_tokens", "older_micros", "older_tokens", "lease")
LIMITS = ("soft_micros", "hard_micros", "soft_tokens", "hard_tokens")


def upgrade() -> None:
    op.add_column("model_calls", sa.Column("price_id", types.Id(), nullable=True))
    op.create_index("ix_tool_calls_created", "tool_calls", ["tenant_id", "created_at"], unique=False)
    op.create_table(
        "model_prices",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("model", types.Code(length=128), nullable=False),
        sa.Column("currency", types.Code(length=3), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("input", "cached", "output")),
        sa.Column("valid_from", types.UtcDateTime(), nullable=False),
        sa.Column("origin", types.Code(length=16), nullable=False),
        sa.Column("created_by", types.Id(), nullable=True),
        sa.Column("created_at", types.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_model_prices")),
    )
    op.create_index("ix_model_prices_model", "model_prices", ["tenant_id", "model", "valid_from"], unique=False)
    op.create_table(
        "budgets",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("scope", types.Code(length=16), nullable=False),
        sa.Column("target_id", types.Code(length=128), nullable=True),
        sa.Column("period", types.Code(length=8), nullable=False),
        sa.Column("currency", types.Code(length=3), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=True) for name in LIMITS),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", types.UtcDateTime(), nullable=False),
        sa.Column("updated_at", types.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_budgets")),
    )
    op.create_table(
        "budget_uses",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("key", types.Code(length=192), nullable=False),
        sa.Column("budget_id", types.Id(), nullable=False),
        sa.Column("period", types.Code(length=10), nullable=False),
        sa.Column("target_id", types.Code(length=128), nullable=False),
        sa.Column("currency", types.Code(length=3), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in AMOUNTS),
        sa.Column("warned_at", types.UtcDateTime(), nullable=True),
        sa.Column("exhausted_at", types.UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "key", name=op.f("pk_budget_uses")),
    )
    op.create_index("ix_budget_uses_budget", "budget_uses", ["tenant_id", "budget_id", "period"], unique=False)
