"""Puts a backup back, with the suite stopped; what was there is kept aside (make restore FILE=...)."""

import shutil
import sqlite3
import sys
import tarfile
from datetime import UTC, datetime
from pathlib import Path

from common.config import Settings, load_settings
from common.database.ownership import FileInUse, FileOwnership
from common.supervisor.lock import DataDirLock
from common.supervisor.plan import CannotStart


class BadBackup(Exception):
    """The file is not a backup of this suite, or is damaged."""


def unpack(archive: Path, target: Path) -> None:
    """Everything out of the archive into `target`, checked before anything of the shop is touched."""
    try:
        with tarfile.open(archive, "r:gz") as tar:
            members = tar.getmembers()
            for member in members:
                parts = Path(member.name).parts
                if not (member.isfile() or member.isdir()) or member.name.startswith("/") or ".." in parts:
                    raise BadBackup(f"{archive} holds {member.name}, which no backup of ours does.")
            tar.extractall(target, members)  # noqa: S202 - every name was checked above
    except (tarfile.TarError, EOFError, OSError) as error:
        raise BadBackup(f"{archive} cannot be read as a backup: {error}") from error
    databases = sorted(target.glob("*.db"))
    if not databases and not (target / "keys").is_dir():
        raise BadBackup(f"{archive} holds neither databases nor keys.")
    for database in databases:
        connection = sqlite3.connect(database)
        try:
            (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
        except sqlite3.DatabaseError as error:
            verdict = str(error)
        finally:
            connection.close()
        if verdict != "ok":
            raise BadBackup(f"{database.name} in {archive} is damaged: {verdict}")


def swap(data_dir: Path, fresh: Path, aside: Path) -> None:
    """Move what is there aside and the restored files in; within one file system each is a rename."""
    aside.mkdir(mode=0o700)
    for entry in sorted(data_dir.iterdir()):
        if entry not in (fresh, aside) and not entry.name.startswith(("before-restore-", "supervisor.lock")):
            entry.rename(aside / entry.name)
    for entry in sorted(fresh.iterdir()):
        entry.rename(data_dir / entry.name)
    fresh.rmdir()


def restore(archive: Path, data_dir: Path) -> Path | None:
    """Put the backup into DATA_DIR; the folder with what was there before, if anything was."""
    lock = DataDirLock(data_dir)  # CannotStart names the running suite
    owned = [FileOwnership(file) for file in data_dir.glob("*.db")]
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    fresh, aside = data_dir / f".restoring-{stamp}", data_dir / f"before-restore-{stamp}"
    try:
        for ownership in owned:
            ownership.take()  # FileInUse names the lone service
        fresh.mkdir(mode=0o700)
        unpack(archive, fresh)
        swap(data_dir, fresh, aside)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        for ownership in owned:
            ownership.give_back()
        lock.release()
    if any(aside.iterdir()):
        return aside
    aside.rmdir()
    return None


def main(arguments: list[str]) -> int:
    archive = Path(arguments[0]).resolve()
    data_dir = load_settings(Settings).data_dir
    try:
        if not archive.is_file():
            raise BadBackup(f"There is no file {archive}.")
        aside = restore(archive, data_dir)
    except (BadBackup, CannotStart, FileInUse) as reason:
        print(f"Nothing was changed: {reason}", file=sys.stderr)
        return 1
    print(f"{data_dir} is as it was in {archive.name}." + (f" What was there before is in {aside}." if aside else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
