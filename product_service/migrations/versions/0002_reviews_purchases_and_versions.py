"""Reviews, purchases and versions."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table('bulk_changes',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('action', types.Code(length=32), nullable=False),
    sa.Column('actor_id', types.Id(), nullable=False),
    sa.Column('results', sa.JSON(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_bulk_changes'))
    )
    op.create_table('purchases',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('order_id', types.Id(), nullable=False),
    sa.Column('product_id', types.Id(), nullable=False),
    sa.Column('customer_id', types.Id(), nullable=False),
    sa.Column('quantity', sa.Integer(), nullable=False),
    sa.Column('placed_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'order_id', 'product_id', name=op.f('pk_purchases'))
    )
    op.create_index('ix_purchases_customer', 'purchases', ['tenant_id', 'customer_id', 'product_id'], unique=False)
    op.create_index('ix_purchases_placed', 'purchases', ['tenant_id', 'placed_at', 'product_id', 'quantity'], unique=False)
    op.create_index('ix_purchases_product', 'purchases', ['tenant_id', 'product_id', 'order_id'], unique=False)
    op.create_table('unused_files',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('name', types.Code(length=64), nullable=False),
    sa.Column('since', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'name', name=op.f('pk_unused_files'))
    )
    op.create_table('reviews',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('product_id', types.Id(), nullable=False),
    sa.Column('customer_id', types.Id(), nullable=False),
    sa.Column('author_name', sa.String(length=60), nullable=False),
    sa.Column('language', types.Code(length=8), nullable=False),
    sa.Column('rating', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('status', types.Code(length=16), nullable=False),
    sa.Column('hidden_reason', sa.String(length=300), nullable=True),
    sa.Column('hidden_by', types.Id(), nullable=True),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.CheckConstraint('rating BETWEEN 1 AND 5', name=op.f('ck_reviews_rating')),
    sa.ForeignKeyConstraint(['tenant_id', 'product_id'], ['products.tenant_id', 'products.id'], name=op.f('fk_reviews_tenant_id_product_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_reviews')),
    sa.UniqueConstraint('tenant_id', 'product_id', 'customer_id', name=op.f('uq_reviews_tenant_id_product_id_customer_id'))
    )
    op.create_index('ix_reviews_customer', 'reviews', ['tenant_id', 'customer_id', 'created_at', 'id'], unique=False)
    op.create_index('ix_reviews_newest', 'reviews', ['tenant_id', 'created_at', 'id'], unique=False)
    op.create_index('ix_reviews_product', 'reviews', ['tenant_id', 'product_id', 'status', 'created_at', 'id'], unique=False)
    op.add_column('products', sa.Column('rating_count', sa.Integer(), server_default=sa.text('0'), nullable=False))
    op.add_column('products', sa.Column('rating_sum', sa.Integer(), server_default=sa.text('0'), nullable=False))
    op.add_column('products', sa.Column('rating_rank', sa.Integer(), server_default=sa.text('0'), nullable=False))
    op.add_column('products', sa.Column('version', sa.Integer(), server_default=sa.text('1'), nullable=False))
    op.create_index('ix_products_rating', 'products', ['tenant_id', 'status', 'rating_rank', 'id'], unique=False)
    op.add_column('variants', sa.Column('version', sa.Integer(), server_default=sa.text('1'), nullable=False))
