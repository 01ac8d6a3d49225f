"""Order changes, returns and exchanges."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table('order_changes',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('kind', types.Code(length=16), nullable=False),
    sa.Column('refusal', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('difference', sa.BigInteger(), nullable=False),
    sa.Column('swaps', sa.JSON(), nullable=False),
    sa.Column('back', sa.JSON(), nullable=False),
    sa.Column('payment_id', types.Id(), nullable=True),
    sa.Column('exchange_id', types.Id(), nullable=True),
    sa.Column('reservation_id', types.Id(), nullable=True),
    sa.Column('undo_id', types.Id(), nullable=True),
    sa.Column('restock_id', types.Id(), nullable=True),
    sa.Column('restocked', sa.Boolean(), nullable=False),
    sa.Column('lease_until', types.UtcDateTime(), nullable=True),
    sa.Column('made_at', types.UtcDateTime(), nullable=True),
    sa.Column('order_id', types.Id(), nullable=False),
    sa.Column('actor_id', types.Id(), nullable=False),
    sa.Column('by_staff', sa.Boolean(), nullable=False),
    sa.Column('request_key', types.Code(length=64), nullable=False),
    sa.Column('state', types.Code(length=24), nullable=False),
    sa.Column('currency', types.Code(length=3), nullable=False),
    sa.Column('provider', types.Code(length=32), nullable=True),
    sa.Column('token', types.Code(length=255), nullable=True),
    sa.Column('method', types.Code(length=32), nullable=True),
    sa.Column('payment_method_id', types.Id(), nullable=True),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'order_id'], ['orders.tenant_id', 'orders.id'], name=op.f('fk_order_changes_tenant_id_order_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_order_changes')),
    sa.UniqueConstraint('tenant_id', 'order_id', 'request_key', name=op.f('uq_order_changes_tenant_id_order_id_request_key'))
    )
    op.create_index('ix_order_changes_lease', 'order_changes', ['lease_until'], unique=False)
    op.create_table('order_exchanges',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('swaps', sa.JSON(), nullable=False),
    sa.Column('difference', sa.BigInteger(), nullable=False),
    sa.Column('decided_by', types.Id(), nullable=True),
    sa.Column("decision_key", types.Code(length=64), nullable=True),
    sa.Column('decided_at', types.UtcDateTime(), nullable=True),
    sa.Column('reason', sa.String(length=200), nullable=True),
    sa.Column('order_id', types.Id(), nullable=False),
    sa.Column('actor_id', types.Id(), nullable=False),
    sa.Column('by_staff', sa.Boolean(), nullable=False),
    sa.Column('request_key', types.Code(length=64), nullable=False),
    sa.Column('state', types.Code(length=24), nullable=False),
    sa.Column('currency', types.Code(length=3), nullable=False),
    sa.Column('provider', types.Code(length=32), nullable=True),
    sa.Column('token', types.Code(length=255), nullable=True),
    sa.Column('method', types.Code(length=32), nullable=True),
    sa.Column('payment_method_id', types.Id(), nullable=True),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'order_id'], ['orders.tenant_id', 'orders.id'], name=op.f('fk_order_exchanges_tenant_id_order_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_order_exchanges')),
    sa.UniqueConstraint('tenant_id', 'order_id', 'request_key', name=op.f('uq_order_exchanges_tenant_id_order_id_request_key'))
    )
    op.create_table('order_returns',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('lines', sa.JSON(), nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.Column('received', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('restock_id', types.Id(), nullable=False),
    sa.Column('restocked', sa.Boolean(), nullable=False),
    sa.Column('lease_until', types.UtcDateTime(), nullable=True),
    sa.Column('decided_by', types.Id(), nullable=True),
    sa.Column("decision_key", types.Code(length=64), nullable=True),
    sa.Column('decided_at', types.UtcDateTime(), nullable=True),
    sa.Column('reason', sa.String(length=200), nullable=True),
    sa.Column('order_id', types.Id(), nullable=False),
    sa.Column('actor_id', types.Id(), nullable=False),
    sa.Column('by_staff', sa.Boolean(), nullable=False),
    sa.Column('request_key', types.Code(length=64), nullable=False),
    sa.Column('state', types.Code(length=24), nullable=False),
    sa.Column('currency', types.Code(length=3), nullable=False),
    sa.Column('provider', types.Code(length=32), nullable=True),
    sa.Column('token', types.Code(length=255), nullable=True),
    sa.Column('method', types.Code(length=32), nullable=True),
    sa.Column('payment_method_id', types.Id(), nullable=True),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'order_id'], ['orders.tenant_id', 'orders.id'], name=op.f('fk_order_returns_tenant_id_order_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_order_returns')),
    sa.UniqueConstraint('tenant_id', 'order_id', 'request_key', name=op.f('uq_order_returns_tenant_id_order_id_request_key'))
    )
    op.create_index('ix_order_returns_lease', 'order_returns', ['lease_until'], unique=False)
    op.add_column('orders', sa.Column('change_id', types.Id(), nullable=True))
