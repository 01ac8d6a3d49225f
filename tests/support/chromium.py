"""Debian's Chromium: found, or installed where this machine allows it; Playwright drives it."""

import os
import shutil
import subprocess
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
INSTALL = (
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"],  # or Chinese is boxes
)


class NoBrowser(Exception):
    """Says why there is no browser, and what would bring one."""


def find() -> str | None:
    """CHROMIUM names one; otherwise the first of the usual names on PATH."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def find_or_install() -> str:
    """The path of a Chromium; installed by apt where it is missing and this user may."""
    return find() or _install()


def flags() -> list[str]:
    """As root Chromium refuses to start inside its own sandbox."""
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS


def _install() -> str:
    become = _become_root()
    if become is None or shutil.which("apt-get") is None:
        raise NoBrowser("no Chromium here, and it cannot be installed: apt-get and root (or sudo) are needed")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in INSTALL:
        done = _run([*become, *command], env=environment)
        if done.returncode:
            raise NoBrowser(f"`{' '.join(command)}` failed: {done.stderr.strip()[-500:]}")
    installed = find()
    if installed is None:
        raise NoBrowser("apt-get installed no Chromium")
    return installed


def _become_root() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n"]
    return None


def _run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=600, **options)
