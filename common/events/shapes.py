"""An event as it travels between services."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, named in the past tense (`order.placed`); `seq` is its number in its service's log."""

    type: str
    subject_id: str
    data: dict[str, Any]
    id: str
    tenant_id: str
    created_at: datetime
    seq: int

    def as_json(self) -> dict[str, Any]:
        return {
            "seq": self.seq,
            "id": self.id,
            "type": self.type,
            "tenant_id": self.tenant_id,
            "subject_id": self.subject_id,
            "data": self.data,
            "created_at": self.created_at.isoformat(),
        }

    @classmethod
    def from_json(cls, document: dict[str, Any]) -> "Event":
        return cls(**{**document, "created_at": datetime.fromisoformat(document["created_at"])})


@dataclass(frozen=True, slots=True)
class EventPage:
    """A stretch of a log. `read_to` is where to go on from; `oldest` and `newest` are the ends of the whole log."""

    items: list[Event]
    read_to: int
    oldest: int
    newest: int

    def as_json(self) -> dict[str, Any]:
        items = [event.as_json() for event in self.items]
        return {"items": items, "read_to": self.read_to, "oldest": self.oldest, "newest": self.newest}
