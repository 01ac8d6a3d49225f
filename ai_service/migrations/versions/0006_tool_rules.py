"""The tools' rules and kill switches."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table('tool_rules',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('tool', types.Code(length=64), nullable=False),
    sa.Column('enabled', sa.Boolean(), nullable=False),
    sa.Column('approval', types.Code(length=16), nullable=True),
    sa.Column('staff_above', sa.BigInteger(), nullable=True),
    sa.Column('currency', types.Code(length=3), nullable=True),
    sa.Column('seconds', sa.Float(), nullable=True),
    sa.Column('calls_per_minute', sa.Integer(), nullable=True),
    sa.Column('largest_result', sa.Integer(), nullable=True),
    sa.Column('changed_by', types.Id(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'tool', name=op.f('pk_tool_rules'))
    )
    op.create_table('kill_switches',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('kind', types.Code(length=16), nullable=False),
    sa.Column('name', types.Code(length=64), nullable=False),
    sa.Column('is_on', sa.Boolean(), nullable=False),
    sa.Column('reason', sa.String(length=300), nullable=False),
    sa.Column('changed_by', types.Id(), nullable=False),
    sa.Column('changed_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'kind', 'name', name=op.f('pk_kill_switches'))
    )
