"""What is not kept of what was said: an agent may have e-mail addresses, phone and card numbers masked in records."""

from dataclasses import replace
from itertools import groupby
from typing import Any

import orjson

from ai_service.app.agents.guardrails import Guard
from ai_service.app.tools.audit import CallRecord, ToolAudit


class MaskedAudit(ToolAudit):
    """The audit of tool calls, whose rows do not hold what the agent masks."""

    def __init__(self, audit: ToolAudit, guard: Guard) -> None:
        super().__init__(audit.database)
        self._guard = guard

    async def begin(self, record: CallRecord) -> None:
        await super().begin(replace(record, arguments=self._guard.masked_json(record.arguments)))


def masked_events(guard: Guard, events: bytes) -> bytes:
    """A turn's events as they are kept: as many as there were, since their places are their ids."""
    if not guard.masks:
        return events
    kept: list[tuple[str, dict[str, Any]]] = []
    for name, group in groupby(orjson.loads(events), key=lambda event: event[0]):
        same = [data for _, data in group]
        kept += [(name, data) for data in (_masked_pieces(guard, same) if name == "message.delta" else same)]
    return guard.masked_json(orjson.dumps(kept).decode()).encode()


def _masked_pieces(guard: Guard, pieces: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is masked may lie across the pieces of an answer: then the first of them holds the whole."""
    whole = "".join(piece["text"] for piece in pieces)
    masked = guard.masked(whole)
    return pieces if masked == whole else [{"text": masked}, *({"text": ""} for _ in pieces[1:])]
