"""Databases, keys, media and mail in one file, also while the suite runs (make backup FILE=...)."""

import contextlib
import io
import os
import sqlite3
import sys
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from common.config import Settings, load_settings
from common.database.ownership import FileInUse, FileOwnership

# Callers before the called: whatever a database in this row knows of the next ones, their snapshots hold too.
# What differs is then what a crash in that millisecond would leave, and the services finish it at their next start.
DATABASES = ("ai", "order", "product", "user")
LEFT_OUT = {"valkey", "valkey.sock", "supervisor.lock", "first-start.json"}


def open_snapshot(file: Path, held: contextlib.ExitStack) -> sqlite3.Connection:
    """A connection that keeps seeing the file as it is now.

    While a service owns the file, ours is read-only: it can neither write nor checkpoint the WAL, which only the
    owner may do. Without an owner we own the file meanwhile, and a WAL left by a crash is taken in.
    """
    ownership = FileOwnership(file)
    try:
        ownership.take()
        held.callback(ownership.give_back)
        mode = "rw"
    except FileInUse:
        mode = "ro"
    connection = sqlite3.connect(f"file:{file}?mode={mode}", uri=True, isolation_level=None, timeout=30)
    held.callback(connection.close)
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the snapshot begins with the first read
    return connection


def copy_databases(data_dir: Path, target: Path) -> list[str]:
    """Snapshots of all databases at practically one moment, each checked; the names of the files."""
    files = [file for name in DATABASES if (file := data_dir / f"{name}.db").exists()]
    files += sorted(file for file in data_dir.glob("*.db") if file not in files)
    with contextlib.ExitStack() as held:
        snapshots = [(file, open_snapshot(file, held)) for file in files]
        for file, snapshot in snapshots:
            with contextlib.closing(sqlite3.connect(target / file.name)) as copy:
                snapshot.backup(copy)
                (verdict,) = copy.execute("PRAGMA quick_check").fetchone()
                if verdict != "ok":
                    raise SystemExit(f"{file} is damaged: {verdict}; nothing was backed up")
    return [file.name for file in files]


def is_kept_elsewhere(path: Path, data_dir: Path) -> bool:
    """Databases are copied by SQLite; locks, logs' rotation and Valkey's file are of no use in a new place."""
    top = path.relative_to(data_dir).parts[0]
    return top in LEFT_OUT or top.startswith((".", "before-restore-")) or ".db" in top


def write_archive(data_dir: Path, archive: Path) -> None:
    """The whole backup, complete under its name or not there at all; readable by its owner only (it holds keys)."""
    draft = archive.with_name(f".{archive.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with (
            os.fdopen(descriptor, "wb") as file,
            tempfile.TemporaryDirectory(dir=archive.parent) as folder,
            tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as tar,
        ):
            for name in copy_databases(data_dir, Path(folder)):
                tar.add(Path(folder) / name, arcname=name)
            for path in sorted(data_dir.rglob("*")):
                if path.is_file() and not path.is_symlink() and not is_kept_elsewhere(path, data_dir):
                    add_file(tar, path, str(path.relative_to(data_dir)))
        draft.rename(archive)
    finally:
        draft.unlink(missing_ok=True)


def add_file(tar: tarfile.TarFile, path: Path, name: str) -> None:
    """Read first, so that a file that grows or goes meanwhile does not break the archive."""
    with contextlib.suppress(FileNotFoundError):
        content = path.read_bytes()
        entry = tar.gettarinfo(str(path), arcname=name)
        entry.size = len(content)
        tar.addfile(entry, io.BytesIO(content))


def main(arguments: list[str]) -> int:
    settings = load_settings(Settings)
    if not settings.data_dir.is_dir():
        print(f"There is nothing to back up: {settings.data_dir} does not exist.", file=sys.stderr)
        return 1
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    archive = Path(arguments[0] if arguments else f"shopkeeper-{stamp}.tar.gz").resolve()
    if archive.exists():
        print(f"{archive} exists already; name another file.", file=sys.stderr)
        return 1
    write_archive(settings.data_dir, archive)
    print(f"{archive} ({archive.stat().st_size / 1e6:.1f} MB): databases, keys, media. It holds keys: keep it private.")
    if settings.database_url:
        print("DATABASE_URL is set: back the database server up with its own tool (pg_dump, mysqldump) as well.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
