"""First tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

from common.database import types
from product_service.app.search.ddl import install_text_index

revision = "0001"
down_revision = None

LONG_TEXT = sa.Text().with_variant(mysql.MEDIUMTEXT(), "mysql", "mariadb")


def upgrade() -> None:
    op.create_table('categories',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('slug', types.Code(length=100), nullable=False),
    sa.Column('name', sa.JSON(), nullable=False),
    sa.Column('description', sa.JSON(), nullable=False),
    sa.Column('parent_id', types.Id(), nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'parent_id'], ['categories.tenant_id', 'categories.id'], name=op.f('fk_categories_tenant_id_parent_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_categories')),
    sa.UniqueConstraint('tenant_id', 'slug', name=op.f('uq_categories_tenant_id_slug'))
    )
    op.create_index('ix_categories_position', 'categories', ['tenant_id', 'position', 'id'], unique=False)
    op.create_table('event_cursors',
    sa.Column('consumer', types.Code(length=128), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('consumer', name=op.f('pk_event_cursors'))
    )
    op.create_table('idempotency_keys',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('subject_id', types.Id(), nullable=False),
    sa.Column('operation', types.Code(length=64), nullable=False),
    sa.Column('key', types.Code(length=255), nullable=False),
    sa.Column('fingerprint', types.Code(length=64), nullable=False),
    sa.Column('holder', types.Code(length=64), nullable=False),
    sa.Column('leased_until', types.UtcDateTime(), nullable=False),
    sa.Column('status', sa.Integer(), nullable=True),
    sa.Column('reply', sa.LargeBinary(length=16777215), nullable=True),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'subject_id', 'operation', 'key', name=op.f('pk_idempotency_keys'))
    )
    op.create_index(op.f('ix_idempotency_keys_created_at'), 'idempotency_keys', ['created_at'], unique=False)
    op.create_table('import_jobs',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('status', types.Code(length=16), nullable=False),
    sa.Column('filename', sa.String(length=255), nullable=False),
    sa.Column('path', types.Code(length=255), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('inventory', types.Code(length=8), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('lease_until', types.UtcDateTime(), nullable=True),
    sa.Column('heartbeat_at', types.UtcDateTime(), nullable=True),
    sa.Column('rows_total', sa.Integer(), nullable=False),
    sa.Column('products_total', sa.Integer(), nullable=False),
    sa.Column('products_done', sa.Integer(), nullable=False),
    sa.Column('created', sa.Integer(), nullable=False),
    sa.Column('updated', sa.Integer(), nullable=False),
    sa.Column('unchanged', sa.Integer(), nullable=False),
    sa.Column('adjusted', sa.Integer(), nullable=False),
    sa.Column('rejected', sa.Integer(), nullable=False),
    sa.Column('rejected_by_reading', sa.Integer(), nullable=False),
    sa.Column('error', sa.JSON(), nullable=True),
    sa.Column('created_by', types.Id(), nullable=False),
    sa.Column('finished_at', types.UtcDateTime(), nullable=True),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_import_jobs'))
    )
    op.create_index('ix_import_jobs_due', 'import_jobs', ['status', 'lease_until'], unique=False)
    op.create_table('outbox',
    sa.Column('position', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=True),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('type', types.Code(length=64), nullable=False),
    sa.Column('subject_id', types.Id(), nullable=False),
    sa.Column('data', sa.JSON(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('position', name=op.f('pk_outbox')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_outbox_seq', 'outbox', ['seq'], unique=True)
    op.create_table('outbox_relays',
    sa.Column('name', types.Code(length=64), nullable=False),
    sa.Column('numbered_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_outbox_relays'))
    )
    op.create_table('reservations',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('status', types.Code(length=16), nullable=False),
    sa.Column('lines', sa.JSON(), nullable=False),
    sa.Column('expires_at', types.UtcDateTime(), nullable=False),
    sa.Column('reference', types.Code(length=100), nullable=True),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_reservations'))
    )
    op.create_index('ix_reservations_expiry', 'reservations', ['status', 'expires_at'], unique=False)
    op.create_table('restocks',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('reference', types.Code(length=100), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('lines', sa.JSON(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_restocks'))
    )
    op.create_table('search_documents',
    sa.Column('number', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('product_id', types.Id(), nullable=False),
    sa.Column('price', sa.BigInteger(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('is_accessory', sa.Boolean(), nullable=False),
    sa.Column('facets', sa.LargeBinary(length=4000), nullable=False),
    sa.Column('title', LONG_TEXT, nullable=False),
    sa.Column('vendor', LONG_TEXT, nullable=False),
    sa.Column('category', LONG_TEXT, nullable=False),
    sa.Column('attributes', LONG_TEXT, nullable=False),
    sa.Column('description', LONG_TEXT, nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_search_documents')),
    sa.UniqueConstraint('tenant_id', 'product_id', name=op.f('uq_search_documents_tenant_id_product_id')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_search_documents_price', 'search_documents', ['tenant_id', 'price'], unique=False)
    op.create_table('search_facets',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('value', sa.String(length=120), nullable=False),
    sa.Column('name_label', sa.JSON(), nullable=False),
    sa.Column('value_label', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_search_facets'))
    )
    op.create_table('stock_ledger',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('variant_id', types.Id(), nullable=False),
    sa.Column('location_id', types.Code(length=64), nullable=False),
    sa.Column('kind', types.Code(length=16), nullable=False),
    sa.Column('quantity', sa.Integer(), nullable=False),
    sa.Column('reference', types.Code(length=100), nullable=True),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('actor_id', types.Id(), nullable=True),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_stock_ledger'))
    )
    op.create_index('ix_stock_ledger_variant', 'stock_ledger', ['tenant_id', 'variant_id', 'created_at', 'id'], unique=False)
    op.create_table('import_rejected_rows',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('job_id', types.Id(), nullable=False),
    sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('line', sa.Integer(), nullable=False),
    sa.Column('column_name', sa.String(length=120), nullable=False),
    sa.Column('reason', sa.String(length=300), nullable=False),
    sa.Column('value', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'job_id'], ['import_jobs.tenant_id', 'import_jobs.id'], name=op.f('fk_import_rejected_rows_tenant_id_job_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'job_id', 'position', name=op.f('pk_import_rejected_rows'))
    )
    op.create_table('products',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('handle', types.Code(length=255), nullable=True),
    sa.Column('status', types.Code(length=16), nullable=False),
    sa.Column('title', sa.JSON(), nullable=False),
    sa.Column('title_key', sa.String(length=120), nullable=False),
    sa.Column('description', sa.JSON(), nullable=False),
    sa.Column('vendor', sa.String(length=120), nullable=False),
    sa.Column('category_id', types.Id(), nullable=True),
    sa.Column('tags', sa.JSON(), nullable=False),
    sa.Column('attributes', sa.JSON(), nullable=False),
    sa.Column('currency', types.Code(length=3), nullable=False),
    sa.Column('price', sa.BigInteger(), nullable=False),
    sa.Column('max_price', sa.BigInteger(), nullable=False),
    sa.Column('variant_id', types.Id(), nullable=True),
    sa.Column('variants_count', sa.Integer(), nullable=False),
    sa.Column('image', types.Code(length=255), nullable=True),
    sa.Column('record_hash', types.Code(length=32), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.CheckConstraint('price >= 0', name=op.f('ck_products_price')),
    sa.ForeignKeyConstraint(['tenant_id', 'category_id'], ['categories.tenant_id', 'categories.id'], name=op.f('fk_products_tenant_id_category_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_products')),
    sa.UniqueConstraint('tenant_id', 'handle', name=op.f('uq_products_tenant_id_handle'))
    )
    op.create_index('ix_products_category', 'products', ['tenant_id', 'category_id', 'status', 'created_at', 'id'], unique=False)
    op.create_index('ix_products_newest', 'products', ['tenant_id', 'status', 'created_at', 'id'], unique=False)
    op.create_index('ix_products_price', 'products', ['tenant_id', 'status', 'price', 'id'], unique=False)
    op.create_index('ix_products_title', 'products', ['tenant_id', 'status', 'title_key', 'id'], unique=False)
    op.create_index('ix_products_vendor', 'products', ['tenant_id', 'vendor', 'status', 'created_at', 'id'], unique=False)
    op.create_table('product_media',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('product_id', types.Id(), nullable=False),
    sa.Column('url', types.Code(length=255), nullable=False),
    sa.Column('content_type', types.Code(length=64), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('alt', sa.JSON(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'product_id'], ['products.tenant_id', 'products.id'], name=op.f('fk_product_media_tenant_id_product_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_product_media'))
    )
    op.create_index('ix_product_media_product', 'product_media', ['tenant_id', 'product_id', 'position'], unique=False)
    op.create_table('variants',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('product_id', types.Id(), nullable=False),
    sa.Column('sku', types.Code(length=255), nullable=True),
    sa.Column('status', types.Code(length=16), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('title', sa.JSON(), nullable=False),
    sa.Column('options', sa.JSON(), nullable=False),
    sa.Column('price', sa.BigInteger(), nullable=False),
    sa.Column('weight_grams', sa.Integer(), nullable=False),
    sa.Column('tax_class', types.Code(length=32), nullable=False),
    sa.Column('image', types.Code(length=255), nullable=True),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.CheckConstraint('price >= 0', name=op.f('ck_variants_price')),
    sa.ForeignKeyConstraint(['tenant_id', 'product_id'], ['products.tenant_id', 'products.id'], name=op.f('fk_variants_tenant_id_product_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_variants')),
    sa.UniqueConstraint('tenant_id', 'sku', name=op.f('uq_variants_tenant_id_sku'))
    )
    op.create_index('ix_variants_product', 'variants', ['tenant_id', 'product_id', 'position'], unique=False)
    op.create_table('stock_levels',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('variant_id', types.Id(), nullable=False),
    sa.Column('location_id', types.Code(length=64), nullable=False),
    sa.Column('product_id', types.Id(), nullable=False),
    sa.Column('on_hand', sa.Integer(), nullable=False),
    sa.Column('reserved', sa.Integer(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.CheckConstraint('on_hand >= reserved', name=op.f('ck_stock_levels_on_hand')),
    sa.CheckConstraint('reserved >= 0', name=op.f('ck_stock_levels_reserved')),
    sa.ForeignKeyConstraint(['tenant_id', 'variant_id'], ['variants.tenant_id', 'variants.id'], name=op.f('fk_stock_levels_tenant_id_variant_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'variant_id', 'location_id', name=op.f('pk_stock_levels'))
    )
    op.create_index('ix_stock_levels_product', 'stock_levels', ['tenant_id', 'product_id'], unique=False)
    install_text_index(op.get_bind())
