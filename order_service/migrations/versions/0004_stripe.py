"""What Stripe was asked to take."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "stripe_payments",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("order_id", types.Id(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", types.Code(length=3), nullable=False),
        sa.Column("token", types.Code(length=255), nullable=False),
        sa.Column("intent_id", types.Code(length=64), nullable=True),
        sa.Column("abandoned", sa.Boolean(), nullable=False),
        sa.Column("asked_at", types.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_stripe_payments")),
    )
    op.create_index("ix_stripe_payments_intent", "stripe_payments", ["intent_id"])
