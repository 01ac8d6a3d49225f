"""The table."""

import os
import platform
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Row:
    """`floor` is bare ASGI in the same run; `ratio` ours to it."""

    what: str
    ours: str
    target: str
    met: bool | None
    floor: str = ""
    ratio: str = ""


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def print_table(rows: Iterable[Row]) -> None:
    """As Markdown, so that it can be pasted into docs/performance.md."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    say(f"\n{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.system()}, {cores} cores\n")
    say("| what | ours | floor (bare ASGI) | ratio | at least | met |\n|---|---|---|---|---|---|")
    for row in rows:
        met = {True: "yes", False: "**no**", None: ""}[row.met]
        say(f"| {row.what} | {row.ours} | {row.floor} | {row.ratio} | {row.target} | {met} |")
