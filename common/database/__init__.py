"""Engines, transactions, tenants and column types shared by all services."""

from common.database.engine import Database, after_commit
from common.database.mixins import NAMING, IdMixin, TenantMixin, TimestampMixin
from common.database.retries import retrying
from common.database.scoping import TENANT, scoped
from common.database.tenancy import DEFAULT_TENANT, current_tenant, set_tenant, system_scope, use_tenant
from common.database.types import JSON, Code, Id, LongText, UtcDateTime
from common.database.upsert import upsert

__all__ = [
    "DEFAULT_TENANT",
    "JSON",
    "NAMING",
    "TENANT",
    "Code",
    "Database",
    "Id",
    "IdMixin",
    "LongText",
    "TenantMixin",
    "TimestampMixin",
    "UtcDateTime",
    "after_commit",
    "current_tenant",
    "retrying",
    "scoped",
    "set_tenant",
    "system_scope",
    "upsert",
    "use_tenant",
]
