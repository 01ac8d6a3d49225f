"""Staff lists."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_index("ix_confirmations_expires", "confirmations", ["tenant_id", "expires_at"], unique=False)
    for name in ("had_error", "had_order"):
        flag = sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
        op.add_column("conversations", flag)
    op.create_index("ix_conversations_activity", "conversations", ["tenant_id", "updated_at", "id"], unique=False)
    op.add_column("tool_calls", sa.Column("call_id", types.Code(length=64), nullable=True))
    _mark_what_was()


def _mark_what_was() -> None:
    """What the new columns would say of the conversations that are there."""
    conversations = sa.table("conversations", *map(sa.column, ("tenant_id", "id", "had_error", "had_order")))
    turns = sa.table("turns", *map(sa.column, ("tenant_id", "conversation_id", "status")))
    confirmations = sa.table("confirmations", *map(sa.column, ("tenant_id", "conversation_id", "tool", "status")))
    failed = turns.c.status.in_(("failed", "limited"))
    bought = sa.and_(confirmations.c.tool == "place_order", confirmations.c.status == "confirmed")
    for flag, table, condition in (("had_error", turns, failed), ("had_order", confirmations, bought)):
        same = sa.and_(table.c.tenant_id == conversations.c.tenant_id, table.c.conversation_id == conversations.c.id)
        found = sa.exists().where(same, condition)
        op.execute(sa.update(conversations).where(found).values({flag: sa.true()}))
