"""First tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

from common.database import types

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table('confirmations',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('conversation_id', types.Id(), nullable=False),
    sa.Column('turn_id', types.Id(), nullable=False),
    sa.Column('subject_id', types.Id(), nullable=False),
    sa.Column('agent_id', types.Code(length=64), nullable=False),
    sa.Column('language', types.Code(length=8), nullable=False),
    sa.Column('tool', types.Code(length=64), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('arguments', sa.Text().with_variant(mysql.MEDIUMTEXT(), 'mariadb').with_variant(mysql.MEDIUMTEXT(), 'mysql'), nullable=False),
    sa.Column('arguments_hash', types.Code(length=64), nullable=False),
    sa.Column('details', sa.Text().with_variant(mysql.MEDIUMTEXT(), 'mariadb').with_variant(mysql.MEDIUMTEXT(), 'mysql'), nullable=False),
    sa.Column('status', types.Code(length=16), nullable=False),
    sa.Column('executing_until', types.UtcDateTime(), nullable=True),
    sa.Column('result', sa.Text().with_variant(mysql.MEDIUMTEXT(), 'mariadb').with_variant(mysql.MEDIUMTEXT(), 'mysql'), nullable=True),
    sa.Column('error_status', sa.Integer(), nullable=True),
    sa.Column('spoken', sa.Boolean(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('expires_at', types.UtcDateTime(), nullable=False),
    sa.Column('decided_at', types.UtcDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_confirmations'))
    )
    op.create_index('ix_confirmations_conversation', 'confirmations', ['tenant_id', 'conversation_id', 'id'], unique=False)
    op.create_index('ix_confirmations_subject', 'confirmations', ['tenant_id', 'subject_id'], unique=False)
    op.create_table('conversations',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('subject_id', types.Id(), nullable=False),
    sa.Column('agent_id', types.Code(length=64), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('language', types.Code(length=8), nullable=False),
    sa.Column('turns', sa.Integer(), nullable=False),
    sa.Column('running_turn_id', types.Id(), nullable=True),
    sa.Column('running_until', types.UtcDateTime(), nullable=True),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_conversations'))
    )
    op.create_index('ix_conversations_running_until', 'conversations', ['running_until'], unique=False)
    op.create_index('ix_conversations_subject', 'conversations', ['tenant_id', 'subject_id', 'updated_at', 'id'], unique=False)
    op.create_table('event_cursors',
    sa.Column('consumer', types.Code(length=128), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('updated_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('consumer', name=op.f('pk_event_cursors'))
    )
    op.create_table('model_calls',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('conversation_id', types.Id(), nullable=False),
    sa.Column('turn_id', types.Id(), nullable=False),
    sa.Column('subject_id', types.Id(), nullable=False),
    sa.Column('agent_id', types.Code(length=64), nullable=False),
    sa.Column('provider', types.Code(length=128), nullable=False),
    sa.Column('model', types.Code(length=128), nullable=False),
    sa.Column('input_tokens', sa.Integer(), nullable=False),
    sa.Column('output_tokens', sa.Integer(), nullable=False),
    sa.Column('cached_tokens', sa.Integer(), nullable=False),
    sa.Column('reasoning_tokens', sa.Integer(), nullable=False),
    sa.Column('cost', sa.BigInteger(), nullable=False),
    sa.Column('currency', types.Code(length=3), nullable=False),
    sa.Column('first_token_ms', sa.Integer(), nullable=True),
    sa.Column('duration_ms', sa.Integer(), nullable=False),
    sa.Column('finished', sa.Boolean(), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_model_calls'))
    )
    op.create_index('ix_model_calls_conversation', 'model_calls', ['tenant_id', 'conversation_id', 'id'], unique=False)
    op.create_index('ix_model_calls_created', 'model_calls', ['tenant_id', 'created_at'], unique=False)
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
    op.create_table('tool_calls',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('conversation_id', types.Id(), nullable=False),
    sa.Column('turn_id', types.Id(), nullable=False),
    sa.Column('subject_id', types.Id(), nullable=False),
    sa.Column('agent_id', types.Code(length=64), nullable=False),
    sa.Column('tool', types.Code(length=64), nullable=False),
    sa.Column('arguments', sa.Text(), nullable=False),
    sa.Column('changes', sa.Boolean(), nullable=False),
    sa.Column('confirmation_id', types.Id(), nullable=True),
    sa.Column('status', types.Code(length=16), nullable=False),
    sa.Column('error_code', types.Code(length=64), nullable=True),
    sa.Column('duration_ms', sa.Integer(), nullable=True),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_tool_calls'))
    )
    op.create_index('ix_tool_calls_conversation', 'tool_calls', ['tenant_id', 'conversation_id', 'id'], unique=False)
    op.create_table('turns',
    sa.Column('tenant_id', types.Id(), nullable=False),
    sa.Column('id', types.Id(), nullable=False),
    sa.Column('conversation_id', types.Id(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('subject_id', types.Id(), nullable=False),
    sa.Column('message_id', types.Code(length=128), nullable=False),
    sa.Column('body_hash', types.Code(length=64), nullable=False),
    sa.Column('agent_id', types.Code(length=64), nullable=False),
    sa.Column('status', types.Code(length=16), nullable=False),
    sa.Column('stop_requested', sa.Boolean(), nullable=False),
    sa.Column('messages', sa.LargeBinary(length=16777215), nullable=False),
    sa.Column('events', sa.LargeBinary(length=16777215), nullable=False),
    sa.Column('created_at', types.UtcDateTime(), nullable=False),
    sa.Column('finished_at', types.UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['tenant_id', 'conversation_id'], ['conversations.tenant_id', 'conversations.id'], name=op.f('fk_turns_tenant_id_conversation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_turns')),
    sa.UniqueConstraint('tenant_id', 'conversation_id', 'number', name=op.f('uq_turns_tenant_id_conversation_id_number')),
    sa.UniqueConstraint('tenant_id', 'subject_id', 'message_id', name='uq_turns_message')
    )
