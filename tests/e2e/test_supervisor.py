"""The supervisor and the real services: what is killed comes back, nothing is left behind, nothing is lost."""

import asyncio
import socket
from collections.abc import Callable

import httpx
import psutil
import pytest

from tests.support.open_shop import OpenShop
from tests.support.running_suite import RunningSuite, eventually
from tests.support.rush import Rush, ask_again, check_the_books, settled

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240)]
MakeSuite = Callable[..., RunningSuite]


def is_ready(suite: RunningSuite, service: str) -> bool:
    return suite.get(service, "/readyz").status_code == 200


def lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:  # it went between the two questions
        return False


def test_opens_with_one_table_and_shows_the_sign_in_once(make_suite: MakeSuite) -> None:
    suite = make_suite().start()
    for service in ("web", "user", "product", "order", "ai"):
        assert suite.url(service) in suite.printed()
        assert suite.get(service, "/livez").status_code == 200
        assert suite.get(service, "/health").json() == suite.get(service, "/readyz").json()
    email, password = suite.demo_password("owner")
    assert suite.sign_in(email, password)
    assert not (suite.data_dir / "first-start.json").exists()
    readable = [path for path in suite.data_dir.rglob("*") if path.is_file() and path.stat().st_mode & 0o077]
    assert readable == []  # password hashes, addresses and mails are for this user only
    assert suite.stop() == 0
    suite.start()
    assert suite.printed().count(password) == 1
    assert suite.sign_in(email, password)


def test_a_killed_service_comes_back(make_suite: MakeSuite) -> None:
    suite = make_suite(SEED_DEMO="false").start()
    before = suite.processes()
    for name in ("product", "web", "valkey"):
        before[name].kill()
    for name in ("product", "web"):
        eventually(lambda name=name: is_ready(suite, name), what=f"{name} after its death")
    eventually(lambda: suite.get("order", "/readyz").json()["can_do_without"]["valkey"] == "ok", what="Valkey")

    def revived() -> set[str]:
        now = suite.processes()
        return {name for name in before if name in now and now[name].pid != before[name].pid}

    eventually(lambda: len(revived()) >= 3, what="the new processes")
    assert revived() == {"product", "web", "valkey"}


def test_a_killed_supervisor_leaves_no_orphan(make_suite: MakeSuite) -> None:
    suite = make_suite(SEED_DEMO="false").start()
    assert suite.process is not None
    tree = psutil.Process(suite.process.pid).children(recursive=True)
    assert len(tree) >= 7  # five services, the shop window's worker, Valkey
    suite.process.kill()
    suite.process.wait()

    eventually(lambda: not any(map(lives, tree)), what="the end of every process")
    suite.start()
    assert is_ready(suite, "order")


def test_a_taken_port_is_one_sentence(make_suite: MakeSuite) -> None:
    suite = make_suite()
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", suite.ports["user_service"]))
        stranger.listen()
        assert suite.launch().wait(60) == 2
    assert suite.printed() == (
        f"Port {suite.ports['user_service']} is taken, so user_service cannot start; "
        "set USER_SERVICE_PORT to a free port.\n"
    )


def test_one_service_runs_alone_and_without_valkey(make_suite: MakeSuite) -> None:
    suite = make_suite(SEED_DEMO="false", REDIS_URL="redis://127.0.0.1:1/0").start("--only", "product")
    assert suite.get("product", "/readyz").json()["can_do_without"]["valkey"] == "away"
    assert suite.get("product", "/api/v1/products").json()["items"] == []
    with pytest.raises(httpx.ConnectError):
        suite.get("order", "/readyz")


async def test_a_stop_during_checkouts_loses_nothing(make_suite: MakeSuite) -> None:
    suite = make_suite().start()
    async with httpx.AsyncClient(timeout=60) as http:
        shop = OpenShop(suite, http)
        staff = await shop.staff()
        variants = [await staff.shelf(quantity=100) for _ in range(4)]
        async with Rush(await shop.guests(4), variants) as rush:
            await rush.more(8, 60)
            assert await asyncio.to_thread(suite.stop) == 0
        assert rush.unexpected == []
        await asyncio.to_thread(suite.start)
        await settled(rush, staff)
        await ask_again(rush)
        await check_the_books(rush, staff, await settled(rush, staff))
