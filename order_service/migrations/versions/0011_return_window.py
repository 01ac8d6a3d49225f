"""Until when an order may be sent back."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0011"
down_revision = '0010'


def upgrade() -> None:
    op.add_column('orders', sa.Column('return_until', types.UtcDateTime(), nullable=True))
