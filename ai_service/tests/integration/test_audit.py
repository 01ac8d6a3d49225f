"""The audit log of the AI staff."""

from typing import Any

import orjson

from ai_service.app.audit import service as audit
from common.database import use_tenant


async def test_a_change_is_kept_and_told(app: Any, rows: Any) -> None:
    with use_tenant("default"):
        async with app.state.runtime.database.unit_of_work() as session:
            await audit.record(session, "agent.changed", actor_id="usr_1", subject_id="agt_1", fields=["name"])
    [row] = await rows("audit_events")
    assert (row["action"], row["actor_id"], row["subject_id"]) == ("agent.changed", "usr_1", "agt_1")
    [event] = [event for event in await rows("outbox") if event["type"] == "audit.recorded"]
    assert event["subject_id"] == "agt_1"
    told = {"action": "agent.changed", "actor_id": "usr_1", "detail": {"fields": ["name"]}}
    assert _json(event["data"]) == told
    assert _json(row["detail"]) == told["detail"]


def _json(value: Any) -> Any:
    return orjson.loads(value) if isinstance(value, str) else value
