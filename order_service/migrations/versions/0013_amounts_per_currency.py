"""What delivery costs and promotions take off in other currencies than their own."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("shipping_methods", sa.Column("prices", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("promotions", sa.Column("amounts", sa.JSON(none_as_null=True), nullable=True))
