"""Whatever keeps the suite from starting is said in one sentence that names the setting to change."""

import json
import socket
import sys
from pathlib import Path

from tests.supervisor.conftest import House, alive, eventually
from tests.support.ports import free_port


def refusal(house: House, *arguments: str, **environment: str) -> str:
    assert house.start(*arguments, **environment).wait(60) == 2
    return house.printed().strip()


def test_a_taken_port_is_named_with_its_service_and_setting(house: House) -> None:
    port = house.ports["back_service"]
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", port))
        stranger.listen()
        expected = f"Port {port} is taken, so back_service cannot start; set BACK_SERVICE_PORT to a free port."
        assert refusal(house) == expected
    assert not (house.data_dir / "valkey.sock").exists()


def test_the_environment_moves_a_service_to_another_port(house: House) -> None:
    taken = house.ports["back_service"]
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", taken))
        stranger.listen()
        house.ports["back_service"] = free_port()
        house.open(BACK_SERVICE_PORT=str(house.ports["back_service"]))
        assert house.answers("back_service")


def test_two_services_on_one_port(house: House) -> None:
    port = str(house.ports["front_service"])
    sentence = refusal(house, BACK_SERVICE_PORT=port)
    assert "are both set to port" in sentence
    assert "FRONT_SERVICE_PORT" in sentence
    assert "BACK_SERVICE_PORT" in sentence


def test_a_data_dir_belongs_to_one_suite(house: House) -> None:
    first = house.open()
    house.output.unlink()
    sentence = refusal(house)
    assert f"is in use by the suite that runs as pid {first.pid};" in sentence
    assert first.poll() is None


def test_a_service_that_never_becomes_ready_ends_the_start(house: House) -> None:
    sentence = refusal(house, BROKEN="back_service").splitlines()
    assert "back   | back_service cannot work like this" in sentence
    assert "back_service ended 3 times before it was ready; it says why above." in sentence
    assert house.answers("front_service") is None


def test_an_unknown_service_is_refused_and_a_known_one_runs_alone(house: House) -> None:
    assert refusal(house, "--only", "bakery") == "There is no service bakery; --only knows back, front."
    house.open("--only", "front")
    assert house.answers("front_service")
    assert house.answers("back_service") is None


def test_more_workers_than_sqlite_can_have(house: House) -> None:
    sentence = refusal(house, "--workers", "2")
    assert sentence.startswith("--workers 2 is refused because back_service keeps its data in an SQLite file")
    assert "DATABASE_URL" in sentence


def test_a_job_broker_beside_sqlite(house: House) -> None:
    assert refusal(house, CELERY_BROKER_URL="redis://broker").startswith("CELERY_BROKER_URL is refused because")


def test_workers_are_passed_on_with_a_server_database(house: House) -> None:
    house.open("--workers", "3", DATABASE_URL="postgresql+asyncpg://db/shop")
    assert house.ask("back_service")["environment"]["WORKERS"] == "3"


def test_an_interpreter_that_is_not_there(house: House) -> None:
    sentence = refusal(house, BACK_SERVICE_PYTHON="/nowhere/python3")
    assert (
        sentence
        == "BACK_SERVICE_PYTHON names /nowhere/python3, where no Python is found; correct it or leave it empty."
    )


def test_the_named_interpreter_runs_the_services(house: House) -> None:
    wrapper = house.root / "python-of-mine"
    wrapper.write_text(f'#!/bin/sh\nMINE=yes exec {sys.executable} "$@"\n')
    wrapper.chmod(0o755)
    house.open(PYTHON_PATH=str(wrapper))
    assert house.ask("back_service")["environment"]["MINE"] == "yes"
    assert house.ask("front_service")["environment"]["MINE"] == "yes"


def test_a_data_dir_too_deep_for_a_socket_still_gets_valkey(house: House, tmp_path: Path) -> None:
    house.data_dir = tmp_path / ("deep" * 20) / ("deeper" * 10)
    house.open(DATA_DIR=str(house.data_dir))
    url = house.ask("front_service")["environment"]["REDIS_URL"]
    assert len(url) < 110
    assert Path(url.removeprefix("unix://")).parent.stat().st_mode & 0o077 == 0


def test_the_first_sign_in_is_shown_once(house: House) -> None:
    house.data_dir.mkdir()
    left = house.data_dir / "first-start.json"
    left.write_text(json.dumps({"owner": {"email": "owner@shop.example", "password": "correct horse"}}))
    house.open()
    printed = eventually(lambda: house.printed() if "correct horse" in house.printed() else "")
    assert "    owner   owner@shop.example   correct horse\n" in printed
    assert not left.exists()


def test_redis_url_means_no_valkey_of_our_own(house: House) -> None:
    house.open(REDIS_URL="redis://:secret@cache.example:6379/0")
    assert house.ask("front_service")["environment"]["REDIS_URL"] == "redis://:secret@cache.example:6379/0"
    assert not (house.data_dir / "valkey").exists()
    assert "redis://cache.example:6379/0" in house.printed()
    assert "secret" not in house.printed()
    assert alive(house.ask("front_service")["pid"])
