"""The supervisor keeps its services running and leaves nothing behind, proved on real processes."""

import os
import signal
import socket
import threading
import time
from pathlib import Path

import pytest
import redis

from tests.supervisor.conftest import House, alive, eventually


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def valkey_of(house: House) -> redis.Redis:
    return redis.Redis.from_url(house.ask("front_service")["environment"]["REDIS_URL"])


def test_opens_with_one_table_and_prefixed_lines(house: House) -> None:
    house.open()
    house.ask("back_service", "/hello")
    printed = eventually(lambda: house.printed() if "/hello" in house.printed() else "")
    assert f"back     http://127.0.0.1:{house.ports['back_service']}" in printed
    assert printed.count("Shopkeeper is open after") == 1
    assert "\nback   | back_service /hello\n" in printed
    assert "\x1b[" not in printed


def test_every_child_learns_where_the_others_and_the_cache_are(house: House) -> None:
    house.open()
    environment = house.ask("front_service")["environment"]
    assert environment["BACK_SERVICE_PORT"] == str(house.ports["back_service"])
    assert environment["DATA_DIR"] == str(house.data_dir)
    assert environment["REDIS_URL"] == f"unix://{house.data_dir}/valkey.sock"
    assert valkey_of(house).config_get("maxmemory-policy") == {"maxmemory-policy": "volatile-lru"}
    assert (house.data_dir / "valkey.sock").stat().st_mode & 0o077 == 0


def test_a_killed_service_comes_back_and_the_others_stay(house: House) -> None:
    house.open()
    front, back = house.ask("front_service")["pid"], house.ask("back_service")["pid"]
    os.kill(back, signal.SIGKILL)
    revived = eventually(lambda: (answer := house.answers("back_service")) and answer["pid"] != back and answer)
    assert revived["environment"] == house.ask("back_service")["environment"]
    assert house.ask("front_service")["pid"] == front
    assert "back_service was ended by SIGKILL; starting it again in 0.25 s" in house.printed()


def test_a_killed_valkey_comes_back_with_what_it_knew(house: House) -> None:
    house.open()
    client = valkey_of(house)
    client.set("kept", "yes")
    client.execute_command("WAITAOF", 1, 0, 2000)
    pid = client.info("server")["process_id"]
    os.kill(pid, signal.SIGKILL)

    def revived() -> bool:
        try:
            return client.info("server")["process_id"] != pid
        except redis.ConnectionError:
            return False

    eventually(revived)
    assert client.get("kept") == b"yes"


def test_a_killed_supervisor_leaves_no_orphan(house: House) -> None:
    supervisor = house.open(FORKS="back_service")
    children = children_of(supervisor.pid)
    pids = children + [worker for child in children for worker in children_of(child)]
    assert len(pids) == 4
    supervisor.kill()
    supervisor.wait()
    eventually(lambda: not any(alive(pid) for pid in pids), seconds=20)  # of itself the worker would live for 60


def test_a_new_suite_can_start_right_after_a_killed_one(house: House) -> None:
    house.open().kill()
    house.output.unlink()
    house.open()
    assert house.answers("front_service")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_drains_and_stops_callers_before_the_called(house: House, number: signal.Signals) -> None:
    supervisor = house.open()
    pids = children_of(supervisor.pid)
    answers: list[dict] = []
    request = threading.Thread(target=lambda: answers.append(house.ask("back_service", "/until/enough")))
    request.start()
    eventually(lambda: "back_service slow begins" in house.notes())
    supervisor.send_signal(number)
    eventually((house.data_dir / "back_service was told to stop").exists)
    assert "front_service stopped" in house.notes()
    (house.data_dir / "enough").touch()
    assert supervisor.wait(60) == 0
    request.join()
    assert answers[0]["pid"] in pids
    assert house.notes() == [
        "back_service slow begins",
        "front_service stopped",
        "back_service slow ends",
        "back_service stopped",
    ]
    assert not any(alive(pid) for pid in pids)


def test_the_same_signal_passed_on_twice_still_drains(house: House) -> None:
    supervisor = house.open()
    request = threading.Thread(target=lambda: house.ask("back_service", "/until/enough"))
    request.start()
    eventually(lambda: "back_service slow begins" in house.notes())
    for _ in range(3):
        supervisor.send_signal(signal.SIGTERM)
    eventually((house.data_dir / "back_service was told to stop").exists)
    assert "front_service stopped" in house.notes()
    (house.data_dir / "enough").touch()
    assert supervisor.wait(60) == 0
    request.join()
    assert "back_service slow ends" in house.notes()


def test_a_second_impatient_interrupt_stops_at_once(house: House) -> None:
    supervisor = house.open(STUBBORN="back_service")
    supervisor.send_signal(signal.SIGINT)
    eventually(lambda: "main   | stopping" in house.printed())
    time.sleep(0.6)  # a person's second Ctrl-C
    supervisor.send_signal(signal.SIGINT)
    assert supervisor.wait(20) == 0  # who is asked once is waited for longer than that
    assert "asked again: stopping at once" in house.printed()


def test_reload_restarts_only_the_service_whose_code_changed(house: House) -> None:
    house.open("--reload")
    front, back = house.ask("front_service")["pid"], house.ask("back_service")["pid"]
    source = house.root / "back_service" / "main.py"

    def seen() -> bool:
        """Written until it was noticed: the first look at the files may come only after the first time."""
        source.touch()
        return "code changed: restarting back_service" in house.printed()

    eventually(seen)
    eventually(lambda: (answer := house.answers("back_service")) and answer["pid"] != back)
    assert house.ask("front_service")["pid"] == front


def test_kills_nothing_it_did_not_start(house: House) -> None:
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", house.ports["back_service"]))
        stranger.listen()
        assert house.start().wait(60) == 2
        assert stranger.getsockname()[1] == house.ports["back_service"]
        assert alive(os.getpid())
