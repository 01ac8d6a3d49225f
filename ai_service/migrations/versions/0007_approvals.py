"""Staff's approvals."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

from common.database import types

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    long = sa.Text().with_variant(mysql.MEDIUMTEXT(), 'mariadb').with_variant(mysql.MEDIUMTEXT(), 'mysql')
    op.create_table('approvals',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('confirmation_id', types.Id(), nullable=False),
    sa.Column('conversation_id', types.Id(), nullable=False),
    sa.Column('subject_id', types.Id(), nullable=False),
    sa.Column('agent_id', types.Code(length=64), nullable=False),
    sa.Column('tool', types.Code(length=64), nullable=False),
    sa.Column('arguments', long, nullable=False),
    sa.Column('arguments_hash', types.Code(length=64), nullable=False),
    sa.Column('details', long, nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=True),
    sa.Column('currency', types.Code(length=3), nullable=True),
    sa.Column('order_id', types.Id(), nullable=True),
    sa.Column('causes', types.Code(length=64), nullable=False),
    sa.Column('order_total', sa.BigInteger(), nullable=True),
    sa.Column('day_total', sa.BigInteger(), nullable=True),
    sa.Column('status', types.Code(length=16), nullable=False),
    sa.Column('decided_by', types.Id(), nullable=True),
    sa.Column('reason', sa.String(length=300), nullable=True),
    sa.Column('outcome', types.Code(length=16), nullable=True),
    sa.Column('outcome_code', types.Code(length=64), nullable=True),
    sa.Column('settled', sa.Boolean(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('expires_at', types.UtcDateTime(), nullable=False),
    sa.Column('decided_at', types.UtcDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_approvals'))
    )
    op.create_index('uq_approvals_confirmation', 'approvals', ['tenant_id', 'confirmation_id'], unique=True)
    op.create_index('ix_approvals_status', 'approvals', ['tenant_id', 'status', 'id'], unique=False)
    op.create_index('ix_approvals_settled', 'approvals', ['settled', 'status'], unique=False)
    for name, kind in (
        ('amount', sa.BigInteger()), ('currency', types.Code(length=3)), ('order_id', types.Id()),
        ('approval_id', types.Id()), ('confirmed_at', types.UtcDateTime()),
    ):
        op.add_column('confirmations', sa.Column(name, kind, nullable=True))
