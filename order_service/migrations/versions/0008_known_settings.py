"""What user_service says of the shop's settings."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "known_settings",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_known_settings")),
    )
