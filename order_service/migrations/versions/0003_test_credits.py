"""The test provider's credits: money to a means that had not paid."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "test_provider_credits",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", types.Code(length=3), nullable=False),
        sa.Column("token", types.Code(length=64), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_test_provider_credits")),
    )
