"""The audit list has the rows of every service, with filters and as CSV."""

import asyncio
import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from httpx import AsyncClient

from common.clock import utc_now
from common.config import private_file
from common.database import use_tenant
from common.events import Event, publish
from tests.support.suite import InProcessSuite
from user_service.app.audit.projection import audit_row
from user_service.tests.conftest import People


def _event(type: str, data: dict[str, Any]) -> Event:
    return Event(type, "ord_1", data, "evt_0198f2c4", "default", utc_now(), 1)


def test_an_event_becomes_a_row_named_after_it() -> None:
    placed = audit_row("order_service", _event("order.placed", {"customer_id": "usr_1", "number": "7", "lines": []}))
    assert (placed["id"], placed["action"], placed["actor_id"]) == ("aud_0198f2c4", "order.placed", "usr_1")
    assert placed["detail"] == {"customer_id": "usr_1", "number": "7"}
    told = {"action": "order.cancelled", "actor_id": None, "detail": {"reason": "x"}}
    cancelled = audit_row("order_service", _event("audit.recorded", told))
    assert (cancelled["action"], cancelled["actor_id"], cancelled["detail"]) == (
        "order.cancelled",
        None,
        {"reason": "x"},
    )


async def test_rows_of_another_service_arrive_once_and_are_filtered(
    make_settings: Callable[..., Any], tmp_path: Path, private_key: bytes
) -> None:
    private_file(tmp_path / "keys" / "access_tokens.pem", lambda: private_key)
    async with InProcessSuite(make_settings, ("user", "order")) as suite:
        people = People(suite.users, suite.apps["user"].state.room)
        manager = await people.person("boss@mail.example", roles=("manager",))
        database = suite.apps["order"].state.runtime.database
        with use_tenant("default"):
            for number in range(2):
                async with database.unit_of_work() as session:
                    told = {"action": "promotion.removed", "actor_id": manager.id, "detail": {"code": f"=A{number}"}}
                    await publish(session, "audit.recorded", f"pro_{number}", told)
        path = "/api/v1/audit-events?service=order_service"
        async with asyncio.timeout(60):
            while True:
                items = (await suite.users.get(path, headers=manager.bearer)).json()["items"]
                if len(items) == 2:
                    break
                await asyncio.sleep(0.1)
        assert [item["subject_id"] for item in items] == ["pro_1", "pro_0"]
        assert {(item["action"], item["actor_id"]) for item in items} == {("promotion.removed", manager.id)}
        first = await suite.users.get(f"{path}&actor_id={manager.id}&limit=1", headers=manager.bearer)
        rest = f"{path}&actor_id={manager.id}&cursor={first.json()['next_cursor']}"
        assert [i["subject_id"] for i in (await suite.users.get(rest, headers=manager.bearer)).json()["items"]] == [
            "pro_0"
        ]
        late = await suite.users.get(f"{path}&since=2999-01-01T00:00:00", headers=manager.bearer)
        assert late.json()["items"] == []
        exported = await suite.users.get("/api/v1/audit-events/export.csv", headers=manager.bearer)
        rows = list(csv.DictReader(io.StringIO(exported.text)))
        assert len([row for row in rows if row["service"] == "order_service"]) == 2
        assert {row["action"] for row in rows if row["service"] == "user_service"} == {
            "user.registered",
            "roles.changed",
            "sign_in.succeeded",
        }


async def test_only_who_may_read_the_audit_log_exports_it(client: AsyncClient, people: People) -> None:
    support = await people.person("help@mail.example", roles=("support",))
    refused = await client.get("/api/v1/audit-events/export.csv", headers=support.bearer)
    assert refused.status_code == 403
