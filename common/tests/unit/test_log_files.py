"""Log files stay small, and are read from the end without their secrets."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest

from common.observability.log_files import RotatedFile, lines_from_the_end
from common.observability.logs import BufferedLines
from common.operations.log_lines import LogQuery, find_lines

START = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)


def _line(number: int, **fields: Any) -> bytes:
    entry = {"timestamp": START + timedelta(seconds=number), "level": "info", "service": "order_service"}
    return orjson.dumps({**entry, "event": "request", "request_id": f"r{number}", "number": number, **fields}) + b"\n"


def _folder(tmp_path: Path, *lines: bytes) -> Path:
    (tmp_path / "order_service.log").write_bytes(b"".join(lines))
    return tmp_path


def _numbers(folder: Path, **query: Any) -> list[int]:
    return [item["fields"]["number"] for item in find_lines(folder, "order_service", LogQuery(**query))["items"]]


def test_full_files_move_aside_and_the_oldest_goes(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "order_service.log"
    file = RotatedFile(path, most_bytes=100, files=3)
    for number in range(10):
        file.write(b"%d" % number * 50 + b"\n")
    names = sorted(each.name for each in path.parent.iterdir())
    assert names == ["order_service.lock", "order_service.log", "order_service.log.1", "order_service.log.2"]
    assert path.stat().st_mode & 0o777 == 0o600
    kept = [line[:1] for line in lines_from_the_end(path, 10_000)]
    assert kept == [b"9", b"8", b"7", b"6"]


def test_two_writers_share_a_file_without_losing_a_line(tmp_path: Path) -> None:
    path = tmp_path / "order_service.log"
    writers = [RotatedFile(path, most_bytes=200, files=4) for _ in range(2)]
    for number in range(12):
        writers[number % 2].write(b"%02d" % number * 20 + b"\n")
    assert [int(line[:2]) for line in lines_from_the_end(path, 10_000)] == list(range(11, -1, -1))


def test_the_newest_lines_come_first_by_id_level_text_and_time(tmp_path: Path) -> None:
    lines = [_line(n, level="error" if n % 10 == 0 else "info", trace_id=f"t{n // 10}") for n in range(30)]
    folder = _folder(tmp_path, *lines)
    assert _numbers(folder, limit=3) == [29, 28, 27]
    assert _numbers(folder, request_id="r7") == [7]
    assert _numbers(folder, request_id="t1") == list(range(19, 9, -1))
    assert _numbers(folder, level="warning") == [20, 10, 0]
    assert _numbers(folder, since=START + timedelta(seconds=28)) == [29, 28]
    assert _numbers(folder, q='"NUMBER":12') == [12]
    assert find_lines(folder, "order_service", LogQuery())["complete"] is True
    assert find_lines(folder, "user_service", LogQuery())["items"] == []


def test_no_more_is_read_than_asked_for(tmp_path: Path) -> None:
    folder = _folder(tmp_path, *(_line(number) for number in range(1000)))
    path = folder / "order_service.log"
    last = list(lines_from_the_end(path, len(_line(999)) * 3 + 10))
    assert [orjson.loads(line)["number"] for line in last] == [999, 998, 997]


@pytest.mark.parametrize(
    "secret",
    [
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c3JfMSJ9.c2lnbmF0dXJl",
        "ses_01a1ff10bfa67344a82cea6b70fb15d5.0.EzKXLK83Am_wxCbHGIjDvAFco2rISFlISS3XgUwxo4U",
        "lnk_01a1ff10bfa67344a82cea6b70fb15d5.EzKXLK83Am_wxCbHGIjDvAFco2rISFlISS3XgUwxo4U",
        "sk-abcdefghijklmnopqrstuvwx",
    ],
)
def test_secrets_are_neither_shown_nor_found(tmp_path: Path, secret: str) -> None:
    line = _line(1, path=f"/x?t={secret}", nested={"password": "hunter2", "list": [{"api_key": "k-1"}]})
    folder = _folder(tmp_path, line)
    (item,) = find_lines(folder, "order_service", LogQuery())["items"]
    assert item["fields"]["path"] == "/x?t=***"
    assert item["fields"]["nested"] == {"password": "***", "list": [{"api_key": "***"}]}
    assert _numbers(folder, q=secret) == []
    assert _numbers(folder, q="hunter2") == []


def test_an_address_is_shown_without_its_password(tmp_path: Path) -> None:
    folder = _folder(tmp_path, _line(1, reason="postgresql+asyncpg://shop:geheim@db:5432/shop is away"))
    (item,) = find_lines(folder, "order_service", LogQuery())["items"]
    assert item["fields"]["reason"] == "postgresql+asyncpg://***@db:5432/shop is away"


def test_a_line_that_is_no_log_line_is_passed_over(tmp_path: Path) -> None:
    folder = _folder(tmp_path, b"not json\n", b"[1]\n", _line(1), b'{"half')
    assert _numbers(folder) == [1]


def test_a_file_that_cannot_be_written_is_said_once_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with (tmp_path / "screen").open("wb") as screen:
        lines = BufferedLines(screen, RotatedFile(tmp_path / "taken" / "order_service.log"))
        lines.msg(b"first")
        lines.msg(b"second")
    shown = (tmp_path / "screen").read_bytes().splitlines()
    assert (shown[0], shown[2]) == (b"first", b"second")
    assert orjson.loads(shown[1])["event"] == "log file not written"
    assert len(shown) == 3
