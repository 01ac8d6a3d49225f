"""Small libraries that one service of a suite is started with, to see what a machine does that no test can do to it."""

import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).parent / "preloaded"
DAY = 86_400


def library(name: str, folder: Path) -> Path:
    """`preloaded/<name>.c`, compiled into the folder; without Linux and a compiler the test is skipped (not in CI)."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        message = "needs Linux and a C compiler"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    made = folder / f"{name}.so"
    source = SOURCES / f"{name}.c"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-Wall", "-o", made, source, "-ldl"], check=True)
    return made


def python_with(loaded: Path, script: Path, **settings: str) -> str:
    """A command that is this Python with the library loaded and these settings: what `ORDER_SERVICE_PYTHON` names."""
    lines = [f"export {name}='{value}'" for name, value in {**settings, "LD_PRELOAD": str(loaded)}.items()]
    script.write_text("\n".join(["#!/bin/sh", *lines, f'exec "{sys.executable}" "$@"', ""]))
    script.chmod(0o755)
    return str(script)


class WrongClock:
    """The wall clock of one service, which can be set while it runs."""

    def __init__(self, folder: Path, service: str) -> None:
        self._file = folder / f"{service}.clock"
        self._library = library("clock", folder)
        self._script = folder / f"{service}-python"
        self.set(0)

    def set(self, days: float) -> None:
        """So many days ahead of everybody else's."""
        with open(self._file, "r+b" if self._file.exists() else "wb") as file:
            file.write(struct.pack("=q", int(days * DAY)))

    def python(self) -> str:
        return python_with(self._library, self._script, CLOCK_FILE=str(self._file))
