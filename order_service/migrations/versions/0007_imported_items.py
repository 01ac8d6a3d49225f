"""What was brought in from another shop."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "imported_items",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("kind", types.Code(length=16), nullable=False),
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("fingerprint", types.Code(length=64), nullable=False),
        sa.Column("created_at", types.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "kind", "id", name=op.f("pk_imported_items")),
    )
