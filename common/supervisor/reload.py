"""Notices changed code, for --reload."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

_EVERY = 0.5
_WATCHED = {".py", ".json", ".md", ".env"}


def _snapshot(folder: Path) -> dict[str, int]:
    """When each source file of a folder was last written."""
    times = {}
    for path in folder.rglob("*"):
        if (path.suffix in _WATCHED or path.name == ".env") and "tests" not in path.parts:
            times[str(path)] = path.stat().st_mtime_ns if path.exists() else 0
    return times


async def watch(root: Path, services: Sequence[str], changed: Callable[[list[str]], None]) -> None:
    """Call `changed` with the services whose code, or common's, was written."""
    before = {name: _snapshot(root / name) for name in ("common", *services)}
    while True:
        await asyncio.sleep(_EVERY)
        now = {name: _snapshot(root / name) for name in before}
        touched = [name for name in before if now[name] != before[name]]
        before = now
        if touched:
            changed(list(services) if "common" in touched else touched)
