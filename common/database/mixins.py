"""What every table has: a tenant, an id, times."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import event
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from common.clock import utc_now
from common.database.tenancy import current_tenant
from common.database.types import Id, UtcDateTime
from common.ids import new_id

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class TenantMixin:
    """The tenant comes first in every key, so that no id can collide across shops."""

    tenant_id: Mapped[str] = mapped_column(Id(), primary_key=True, default=current_tenant, sort_order=-20)


class IdMixin:
    """A prefixed id, made when the object is made, or by the column's default for Core inserts."""

    id_prefix: ClassVar[str]

    @declared_attr
    @classmethod
    def id(cls) -> Mapped[str]:
        prefix = cls.id_prefix
        return mapped_column(Id(), primary_key=True, default=lambda: new_id(prefix), sort_order=-10)


@event.listens_for(IdMixin, "init", propagate=True)
def _give_id(target: Any, args: Any, kwargs: dict[str, Any]) -> None:
    kwargs.setdefault("id", new_id(target.id_prefix))


class TimestampMixin:
    created_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now, sort_order=90)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime(), default=utc_now, onupdate=utc_now, sort_order=91)
