"""Invoices and credit notes, for orders that are placed from now on."""

import sqlalchemy as sa
from alembic import op

from common.clock import utc_now
from common.database import system_scope, types

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table('invoices',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('kind', types.Code(length=16), nullable=False),
    sa.Column('series', sa.Integer(), nullable=False),
    sa.Column('position', sa.BigInteger(), nullable=False),
    sa.Column('number', types.Code(length=40), nullable=False),
    sa.Column('order_id', types.Id(), nullable=False),
    sa.Column('order_number', types.Code(length=32), nullable=False),
    sa.Column('cause', types.Id(), nullable=False),
    sa.Column('issued_at', types.UtcDateTime(), nullable=False),
    sa.Column('language', types.Code(length=8), nullable=False),
    sa.Column('buyer', sa.String(length=255), nullable=False),
    sa.Column('currency', types.Code(length=3), nullable=False),
    sa.Column('total', sa.BigInteger(), nullable=False),
    sa.Column('tax', sa.BigInteger(), nullable=False),
    sa.Column('contents', sa.JSON(), nullable=False),
    sa.CheckConstraint('position > 0', name=op.f('ck_invoices_position')),
    sa.CheckConstraint('total >= 0', name=op.f('ck_invoices_total')),
    sa.ForeignKeyConstraint(['tenant_id', 'order_id'], ['orders.tenant_id', 'orders.id'], name=op.f('fk_invoices_tenant_id_order_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_invoices')),
    sa.UniqueConstraint('tenant_id', 'kind', 'series', 'position', name=op.f('uq_invoices_tenant_id_kind_series_position')),
    sa.UniqueConstraint('tenant_id', 'order_id', 'cause', name=op.f('uq_invoices_tenant_id_order_id_cause'))
    )
    op.create_index('ix_invoices_issued', 'invoices', ['tenant_id', 'issued_at', 'id'], unique=False)
    op.create_index('ix_invoices_number', 'invoices', ['tenant_id', 'number'], unique=False)
    op.create_index('ix_invoices_order_number', 'invoices', ['tenant_id', 'order_number'], unique=False)
    _begin_here()


def _begin_here() -> None:
    """What was placed before was invoiced in another way, if at all: its news are passed by."""
    outbox = sa.table("outbox", sa.column("seq"))
    moment = types.UtcDateTime()
    cursors = sa.table("event_cursors", sa.column("consumer"), sa.column("seq"), sa.column("updated_at", moment))
    newest = sa.func.coalesce(sa.func.max(outbox.c.seq), 0)
    read = sa.select(sa.literal("invoices"), newest, sa.literal(utc_now(), moment))
    with system_scope():
        op.execute(cursors.insert().from_select(["consumer", "seq", "updated_at"], read))
