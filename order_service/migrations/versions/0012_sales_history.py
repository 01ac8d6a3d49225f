"""The sales history."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table('sales_history_invoices',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('kind', types.Code(length=16), nullable=False),
    sa.Column('issued_at', types.UtcDateTime(), nullable=False),
    sa.Column('customer_id', types.Id(), nullable=True),
    sa.Column('country', sa.String(length=64), nullable=True),
    sa.Column('currency', types.Code(length=3), nullable=False),
    sa.Column('total', sa.BigInteger(), nullable=False),
    sa.Column('pieces', sa.BigInteger(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_sales_history_invoices'))
    )
    op.create_index('ix_sales_history_invoices_issued', 'sales_history_invoices', ['tenant_id', 'issued_at'], unique=False)
    op.create_table('sales_history_lines',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('invoice_id', types.Id(), nullable=False),
    sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('code', types.Code(length=64), nullable=False),
    sa.Column('title', sa.String(length=255), nullable=False),
    sa.Column('quantity', sa.Integer(), nullable=False),
    sa.Column('unit_price', sa.BigInteger(), nullable=False),
    sa.Column('amount', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'invoice_id'], ['sales_history_invoices.tenant_id', 'sales_history_invoices.id'], name=op.f('fk_sales_history_lines_tenant_id_invoice_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'invoice_id', 'position', name=op.f('pk_sales_history_lines'))
    )
