"""A backup taken while a service writes is whole, and restoring it brings that moment back."""

import io
import sqlite3
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from common.database.ownership import FileInUse, FileOwnership
from common.supervisor.lock import DataDirLock
from common.supervisor.plan import CannotStart
from scripts.backup import write_archive
from scripts.restore import BadBackup, restore


@pytest.fixture
def ownership(data_dir: Path) -> Iterator[FileOwnership]:
    ownership = FileOwnership(data_dir / "order.db")
    ownership.take()
    yield ownership
    ownership.give_back()


def open_shop(data_dir: Path) -> sqlite3.Connection:
    """A database as its service has it open: in WAL mode, with rows not yet checkpointed."""
    connection = sqlite3.connect(data_dir / "order.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA wal_autocheckpoint=0")
    connection.execute("CREATE TABLE orders (id TEXT PRIMARY KEY)")
    connection.execute("INSERT INTO orders VALUES ('ord_1')")
    return connection


def ids(data_dir: Path) -> list[str]:
    connection = sqlite3.connect(data_dir / "order.db")
    try:
        return [row[0] for row in connection.execute("SELECT id FROM orders ORDER BY id")]
    finally:
        connection.close()


def fill(data_dir: Path) -> None:
    for name, text in {"keys/signing.pem": "key", "media/prd_1.svg": "<svg/>", "valkey/appendonly.aof": "x"}.items():
        path = data_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "backup.tar.gz"


def test_takes_what_is_committed_and_leaves_the_wal_to_its_owner(data_dir, archive, ownership) -> None:
    fill(data_dir)
    shop = open_shop(data_dir)
    shop.execute("BEGIN IMMEDIATE")
    shop.execute("INSERT INTO orders VALUES ('ord_2')")
    before = (data_dir / "order.db").read_bytes(), (data_dir / "order.db-wal").read_bytes()
    write_archive(data_dir, archive)
    assert ((data_dir / "order.db").read_bytes(), (data_dir / "order.db-wal").read_bytes()) == before
    shop.execute("COMMIT")
    shop.close()
    with tarfile.open(archive) as tar:
        assert sorted(tar.getnames()) == ["keys/signing.pem", "media/prd_1.svg", "order.db"]
    assert archive.stat().st_mode & 0o077 == 0
    target = data_dir.parent / "elsewhere"
    assert restore(archive, target) is None
    assert ids(target) == ["ord_1"]
    assert (target / "media" / "prd_1.svg").read_text() == "<svg/>"


def test_keeps_what_was_there_aside(data_dir: Path, archive: Path) -> None:
    fill(data_dir)
    open_shop(data_dir).close()
    write_archive(data_dir, archive)
    (data_dir / "keys" / "signing.pem").write_text("another")
    aside = restore(archive, data_dir)
    assert aside is not None
    assert (aside / "keys" / "signing.pem").read_text() == "another"
    assert (data_dir / "keys" / "signing.pem").read_text() == "key"
    assert ids(data_dir) == ["ord_1"]


def test_refuses_while_the_suite_or_a_lone_service_runs(data_dir, archive, ownership) -> None:
    fill(data_dir)
    shop = open_shop(data_dir)
    write_archive(data_dir, archive)
    with pytest.raises(FileInUse, match=r"order\.db is in use by process \d+"):
        restore(archive, data_dir)
    running = DataDirLock(data_dir)
    with pytest.raises(CannotStart, match="is in use by the suite"):
        restore(archive, data_dir)
    running.release()
    shop.execute("INSERT INTO orders VALUES ('ord_2')")
    shop.close()
    assert ids(data_dir) == ["ord_1", "ord_2"]
    assert not list(data_dir.glob("before-restore-*"))


def tar_with(path: Path, **files: bytes) -> Path:
    with tarfile.open(path, "w:gz") as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(name.replace("__", "/").replace("_dot_", "."))
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return path


@pytest.mark.parametrize("kind", ["truncated", "no archive", "escaping", "damaged database", "empty"])
def test_a_bad_backup_changes_nothing(data_dir: Path, archive: Path, kind: str) -> None:
    fill(data_dir)
    if kind == "truncated":
        write_archive(data_dir, archive)
        archive.write_bytes(archive.read_bytes()[:-40])
    elif kind == "no archive":
        archive.write_bytes(b"hello")
    elif kind == "escaping":
        tar_with(archive, **{"../outside": b"x", "order.db": b""})
    elif kind == "damaged database":
        tar_with(archive, **{"order.db": b"SQLite format 3\x00" + b"\xff" * 5000})
    else:
        tar_with(archive)
    before = sorted(str(path.relative_to(data_dir)) for path in data_dir.rglob("*"))
    with pytest.raises(BadBackup):
        restore(archive, data_dir)
    after = sorted(str(path.relative_to(data_dir)) for path in data_dir.rglob("*"))
    assert [path for path in after if path != "supervisor.lock"] == before
    assert not (data_dir.parent / "outside").exists()
