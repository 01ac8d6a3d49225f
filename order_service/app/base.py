"""The declarative base of this service's tables, with the house's own tables beside them."""

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from common.database import NAMING
from common.events import event_tables
from common.idempotency import idempotency_table
from common.imports import imported_table


class Base(DeclarativeBase):
    """Every table of order_service hangs here."""

    metadata = MetaData(naming_convention=NAMING)


events = event_tables(Base.metadata)
idempotency_keys = idempotency_table(Base.metadata)
imported_items = imported_table(Base.metadata)
