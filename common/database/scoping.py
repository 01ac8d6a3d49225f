"""Nobody reads or writes another tenant's rows: ORM events, one helper for Core, and a guard for tests."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import bindparam, event
from sqlalchemy.engine import Engine
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql import Delete, Select, Update

from common.database.mixins import TenantMixin
from common.database.tenancy import current_tenant, in_system_scope
from common.database.types import Id

Statement = TypeVar("Statement", Select[Any], Update, Delete)
_TABLES = re.compile(r'\b(?:from|join|update|into)\s+["`]?(\w+)', re.IGNORECASE)


# The tenant of the moment of execution, for Core statements that are built once and run often (half the cost):
# `select(…).where(table.c.tenant_id == TENANT, …)`.
TENANT = bindparam("current_tenant", callable_=current_tenant, type_=Id())


class CrossTenant(RuntimeError):
    """A row of one tenant was written while working for another."""


class UnscopedStatement(RuntimeError):
    """SQL on a tenant's table that names no tenant."""


class ScopedSession(Session):
    """A session whose ORM statements see, and whose flushes write, the current tenant only.

    Core statements name their tenant themselves (`scoped`, TENANT) and go straight to the connection: what the ORM
    does around a statement would be a fifth of its cost.
    """

    def execute(self, statement: Any, params: Any = None, **more: Any) -> Any:
        if more.get("bind_arguments") or statement._propagate_attrs:  # set where a mapped class takes part
            return super().execute(statement, params, **more)
        return self.connection().execute(statement, params, execution_options=more.get("execution_options"))


def scoped(statement: Statement, *models: Any) -> Statement:
    """A Core statement on `Model.__table__` columns, narrowed to the current tenant for each of the models."""
    tenant = current_tenant()
    for model in models:
        statement = statement.where(model.tenant_id == tenant)
    return statement


@event.listens_for(ScopedSession, "do_orm_execute")
def _scope_reads_and_writes(state: ORMExecuteState) -> None:
    if in_system_scope() or state.is_column_load or state.is_relationship_load:
        return
    if state.is_orm_statement and (state.is_select or state.is_update or state.is_delete):
        tenant = current_tenant()
        state.statement = state.statement.options(
            with_loader_criteria(TenantMixin, lambda cls: cls.tenant_id == tenant, include_aliases=True)
        )


@event.listens_for(ScopedSession, "before_flush")
def _refuse_foreign_rows(session: Session, context: Any, instances: Any) -> None:
    for row in (*session.new, *session.dirty, *session.deleted):
        if not isinstance(row, TenantMixin) or in_system_scope():
            continue
        if row.tenant_id is None:
            row.tenant_id = current_tenant()
        elif row.tenant_id != current_tenant():
            raise CrossTenant(f"{type(row).__name__} belongs to {row.tenant_id}")


def statement_guard(scoped_tables: frozenset[str]) -> Callable[[str], None]:
    """For tests: refuses every statement on a tenant's table that does not mention tenant_id."""

    def refuse_unscoped(statement: str) -> None:
        if in_system_scope() or "tenant_id" in statement:
            return
        touched = scoped_tables.intersection(_TABLES.findall(statement))
        if touched and not statement.lstrip().upper().startswith(("CREATE", "ALTER", "DROP", "PRAGMA")):
            raise UnscopedStatement(f"{', '.join(sorted(touched))}: {statement}")

    return refuse_unscoped


def guard_statements(engine: Engine, guard: Callable[[str], None]) -> None:
    """Have every statement that SQLAlchemy sends to this engine looked at first."""

    @event.listens_for(engine, "before_cursor_execute")
    def look(conn: Any, cursor: Any, statement: str, *args: Any) -> None:
        guard(statement)
