"""What Stripe prepared for a cart, to be confirmed in the browser."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "stripe_intents",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("cart_id", types.Id(), nullable=False),
        sa.Column("owner_id", types.Id(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", types.Code(length=3), nullable=False),
        sa.Column("intent_id", types.Code(length=64), nullable=True),
        sa.Column("open_for", types.Id(), nullable=True),
        sa.Column("payment_id", types.Id(), nullable=True),
        sa.Column("made_at", types.UtcDateTime(), nullable=False),
        sa.Column("due_at", types.UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_stripe_intents")),
        sa.UniqueConstraint("tenant_id", "intent_id", name=op.f("uq_stripe_intents_tenant_id_intent_id")),
        sa.UniqueConstraint("tenant_id", "open_for", name=op.f("uq_stripe_intents_tenant_id_open_for")),
        sa.UniqueConstraint("tenant_id", "payment_id", name=op.f("uq_stripe_intents_tenant_id_payment_id")),
    )
    op.create_index("ix_stripe_intents_due", "stripe_intents", ["due_at"])
    op.create_index("ix_stripe_intents_owner", "stripe_intents", ["tenant_id", "owner_id"])
