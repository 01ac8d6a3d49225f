"""The tables of ai_service hang on this Base; no other service sees them."""

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from common.database import NAMING
from common.events import event_tables


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)


events = event_tables(Base.metadata)
