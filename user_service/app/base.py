"""The tables of user_service hang here."""

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from common.database import NAMING
from common.events import event_tables


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)


events = event_tables(Base.metadata)
