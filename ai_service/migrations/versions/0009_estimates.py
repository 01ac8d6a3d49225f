"""Model calls whose tokens were estimated, and an index for the budgets of customers."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("model_calls", sa.Column("estimated", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_index("ix_model_calls_subject", "model_calls", ["tenant_id", "subject_id", "created_at"], unique=False)
