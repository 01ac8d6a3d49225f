"""The tables of providers and of their models."""

from typing import ClassVar

from sqlalchemy import Boolean, ForeignKeyConstraint, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ai_service.app.base import Base
from common.database import JSON, Code, Id, IdMixin, TenantMixin, TimestampMixin


class LlmProvider(Base, TenantMixin, IdMixin, TimestampMixin):
    """A server that speaks the OpenAI-compatible wire. `api_key` is sealed, `key_end` its last four characters.

    Those with the smallest `priority` are asked first, among them by lot, weighted. Deadlines are in milliseconds.
    """

    __tablename__ = "llm_providers"
    __table_args__ = (UniqueConstraint("tenant_id", "name"),)
    id_prefix: ClassVar[str] = "prv"

    name: Mapped[str] = mapped_column(Code(64))
    base_url: Mapped[str] = mapped_column(String(500))
    api_key: Mapped[str | None] = mapped_column(String(1000))
    key_end: Mapped[str | None] = mapped_column(Code(4))
    enabled: Mapped[bool] = mapped_column(Boolean)
    priority: Mapped[int] = mapped_column(Integer)
    weight: Mapped[int] = mapped_column(Integer)
    connect_ms: Mapped[int] = mapped_column(Integer)
    first_token_ms: Mapped[int] = mapped_column(Integer)
    between_tokens_ms: Mapped[int] = mapped_column(Integer)
    total_ms: Mapped[int] = mapped_column(Integer)
    requests_per_minute: Mapped[int | None] = mapped_column(Integer)
    tokens_per_minute: Mapped[int | None] = mapped_column(Integer)
    version: Mapped[int] = mapped_column(Integer, default=1)


class LlmModel(Base, TenantMixin, IdMixin, TimestampMixin):
    """A model of a provider; `name` is what it is called on the wire, and in the price list."""

    __tablename__ = "llm_models"
    __table_args__ = (
        ForeignKeyConstraint(["tenant_id", "provider_id"], ["llm_providers.tenant_id", "llm_providers.id"]),
        UniqueConstraint("tenant_id", "provider_id", "name"),
    )
    id_prefix: ClassVar[str] = "mdl"

    provider_id: Mapped[str] = mapped_column(Id())
    name: Mapped[str] = mapped_column(Code(128))
    display_name: Mapped[str] = mapped_column(String(128))
    abilities: Mapped[list[str]] = mapped_column(JSON)
    context_window: Mapped[int | None] = mapped_column(Integer)
    enabled: Mapped[bool] = mapped_column(Boolean)
    weight: Mapped[int] = mapped_column(Integer)
    version: Mapped[int] = mapped_column(Integer, default=1)
