"""What happened, told to the other services: an outbox that is the log, one that numbers it, consumers with cursors."""

from common.events.bell import Bell
from common.events.consumer import Consumer, Handler
from common.events.log import EventLog
from common.events.publish import publish, publish_many
from common.events.shapes import Event, EventPage
from common.events.tables import EventTables, event_tables

__all__ = [
    "Bell",
    "Consumer",
    "Event",
    "EventLog",
    "EventPage",
    "EventTables",
    "Handler",
    "event_tables",
    "publish",
    "publish_many",
]
