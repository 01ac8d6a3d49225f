"""Refunds to means of payment that did not pay: credits."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("refunds") as refunds:
        refunds.alter_column("payment_id", existing_type=types.Id(), nullable=True)
        refunds.add_column(sa.Column("provider", types.Code(length=32), nullable=True))
        refunds.add_column(sa.Column("method", types.Code(length=32), nullable=True))
        refunds.add_column(sa.Column("payment_method_id", types.Id(), nullable=True))
        refunds.add_column(sa.Column("token", types.Code(length=255), nullable=True))
