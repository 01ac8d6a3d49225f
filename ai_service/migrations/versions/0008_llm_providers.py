"""Providers of language models, and their models."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("model_prices", sa.Column("reasoning", sa.BigInteger(), nullable=True))
    op.create_table('llm_providers',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('name', types.Code(length=64), nullable=False),
    sa.Column('base_url', sa.String(length=500), nullable=False),
    sa.Column('api_key', sa.String(length=1000), nullable=True),
    sa.Column('key_end', types.Code(length=4), nullable=True),
    sa.Column('enabled', sa.Boolean(), nullable=False),
    sa.Column('priority', sa.Integer(), nullable=False),
    sa.Column('weight', sa.Integer(), nullable=False),
    sa.Column('connect_ms', sa.Integer(), nullable=False),
    sa.Column('first_token_ms', sa.Integer(), nullable=False),
    sa.Column('between_tokens_ms', sa.Integer(), nullable=False),
    sa.Column('total_ms', sa.Integer(), nullable=False),
    sa.Column('requests_per_minute', sa.Integer(), nullable=True),
    sa.Column('tokens_per_minute', sa.Integer(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_llm_providers')),
    sa.UniqueConstraint('tenant_id', 'name', name=op.f('uq_llm_providers_tenant_id_name'))
    )
    op.create_table('llm_models',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('provider_id', types.Id(), nullable=False),
    sa.Column('name', types.Code(length=128), nullable=False),
    sa.Column('display_name', sa.String(length=128), nullable=False),
    sa.Column('abilities', sa.JSON(), nullable=False),
    sa.Column('context_window', sa.Integer(), nullable=True),
    sa.Column('enabled', sa.Boolean(), nullable=False),
    sa.Column('weight', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'provider_id'], ['llm_providers.tenant_id', 'llm_providers.id'], name=op.f('fk_llm_models_tenant_id_provider_id')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_llm_models')),
    sa.UniqueConstraint('tenant_id', 'provider_id', 'name', name=op.f('uq_llm_models_tenant_id_provider_id_name'))
    )
