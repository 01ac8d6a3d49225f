"""SQL over carts that were opened, for reports."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from common.database import TENANT
from order_service.app.carts.models import Cart

_table: Any = Cart.__table__


def opened(connection: Connection, currency: str, since: datetime, until: datetime) -> int:
    created = _table.c.created_at
    statement = select(func.count()).where(_table.c.tenant_id == TENANT, created >= since, created < until)
    return int(connection.scalar(statement.where(_table.c.currency == currency)) or 0)
