"""The audit log."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table('audit_events',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('actor_id', types.Id(), nullable=True),
    sa.Column('action', types.Code(length=64), nullable=False),
    sa.Column('subject_id', types.Id(), nullable=False),
    sa.Column('detail', sa.JSON(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_audit_events'))
    )
    op.create_index('ix_audit_events_subject', 'audit_events', ['tenant_id', 'subject_id', 'id'], unique=False)
