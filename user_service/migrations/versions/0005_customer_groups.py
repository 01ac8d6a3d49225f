"""Groups of customers, which promotions go by."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("users", sa.Column("customer_groups", sa.JSON(none_as_null=True), nullable=True))
