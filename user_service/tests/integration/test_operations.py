"""How a service is doing and its log lines: for staff who may see the system."""

from typing import Any

from httpx import AsyncClient

from common.operations.schemas import ServiceStatus
from user_service.tests.conftest import People

STATUS, LOGS = "/api/v1/operations/status", "/api/v1/operations/logs"


async def test_staff_see_how_the_service_is_doing(client: AsyncClient, people: People) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    await client.get("/api/v1/users/nobody", headers=manager.bearer)
    answer = await client.get(STATUS, headers=manager.bearer)
    assert answer.status_code == 200
    status = ServiceStatus.model_validate(answer.json())
    assert (status.service, status.ready, status.needs) == ("user_service", True, {"database": "ok"})
    assert (status.memory_bytes or 0) > 10_000_000
    routes = {(row.method, row.route): row for row in status.routes}
    asked = routes["GET", "/api/v1/users/{user_id}"]  # nobody else asks for it meanwhile
    assert (asked.count, asked.refused) == (1, 1)
    assert status.requests.errors == 0


async def test_only_staff_who_may_see_the_system_see_it(client: AsyncClient, people: People) -> None:
    support = await people.person("help@mail.example", roles=("support",))
    for path in (STATUS, LOGS):
        assert (await client.get(path)).status_code == 401
        refused = await client.get(path, headers=support.bearer)
        assert (refused.status_code, refused.json()["code"]) == (403, "missing_permission")


async def test_log_lines_are_found_by_request(client: AsyncClient, people: People, room: Any) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    folder = room.settings.log_folder
    folder.mkdir()
    lines = [
        '{"timestamp":"2026-01-05T09:30:00Z","level":"info","service":"user_service","event":"request","request_id":"a"}',
        '{"timestamp":"2026-01-05T09:30:01Z","level":"error","service":"user_service","event":"failed","request_id":"b",'
        '"trace_id":"t","password":"geheim"}',
    ]
    (folder / "user_service.log").write_text("\n".join(lines) + "\n")
    found = (await client.get(f"{LOGS}?request_id=t&level=warning", headers=manager.bearer)).json()
    assert found["items"] == [
        {
            "timestamp": "2026-01-05T09:30:01Z",
            "level": "error",
            "service": "user_service",
            "event": "failed",
            "request_id": "b",
            "trace_id": "t",
            "fields": {"password": "***"},
        }
    ]
    every = (await client.get(LOGS, headers=manager.bearer)).json()
    assert ([line["request_id"] for line in every["items"]], every["complete"]) == (["b", "a"], True)
    for wrong in ("limit=0", "limit=501", "level=loud", "since=soon", "q=", "request_id=%00"):
        assert (await client.get(f"{LOGS}?{wrong}", headers=manager.bearer)).status_code == 422, wrong
