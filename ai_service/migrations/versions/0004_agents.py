"""Agents that a merchant builds, and which version of an agent answered."""

import sqlalchemy as sa
from alembic import op

from common.database import types

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "agents",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("id", types.Code(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("draft", types.LongText(), nullable=True),
        sa.Column("published", sa.Integer(), nullable=True),
        sa.Column("latest", sa.Integer(), nullable=False),
        sa.Column("archived_at", types.UtcDateTime(), nullable=True),
        sa.Column("created_at", types.UtcDateTime(), nullable=False),
        sa.Column("updated_at", types.UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_agents")),
    )
    op.create_table(
        "agent_versions",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("agent_id", types.Code(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("author_id", types.Id(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("content", types.LongText(), nullable=False),
        sa.Column("created_at", types.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "agent_id"],
            ["agents.tenant_id", "agents.id"],
            name=op.f("fk_agent_versions_tenant_id_agent_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant_id", "agent_id", "number", name=op.f("pk_agent_versions")),
    )
    op.create_table(
        "known_settings",
        sa.Column("tenant_id", types.Id(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_known_settings")),
    )
    op.add_column("turns", sa.Column("agent_version", sa.Integer(), nullable=True))
    op.add_column("model_calls", sa.Column("agent_version", sa.Integer(), nullable=True))
    op.add_column("model_calls", sa.Column("test", sa.Boolean(), server_default=sa.false(), nullable=False))
