"""The tables of user_service hang here."""

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from common.database import NAMING
from common.events import event_tables
from common.imports import imported_table


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)


events = event_tables(Base.metadata)
imported_items = imported_table(Base.metadata)
