"""Finds a taken port before a service stumbles over it."""

import errno
import socket
import time
from collections.abc import Iterable

from common.supervisor.plan import CannotStart, Placed

_PATIENCE = 1.0  # seconds; services of a supervisor that was just killed need a moment to be gone


def complaint(placed: Placed) -> str | None:
    """Why this service cannot listen where it is told to, in one sentence; None when it can."""
    name, setting = placed.service.name, placed.service.port_setting
    try:
        family, kind, _, _, address = socket.getaddrinfo(placed.host, placed.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        return f"HOST is {placed.host!r}, which is no address of this machine, so {name} cannot listen there."
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return f"Port {placed.port} is taken, so {name} cannot start; set {setting} to a free port."
        if error.errno == errno.EACCES:
            return (
                f"Port {placed.port} needs more rights than this user has; set {setting} to one above 1023 for {name}."
            )
        return f"{name} cannot listen on {placed.host}:{placed.port} ({error.strerror}); check HOST and {setting}."
    return None


def require_free_ports(services: Iterable[Placed]) -> None:
    """Raise CannotStart naming every port that stays taken."""
    deadline = time.monotonic() + _PATIENCE
    left = list(services)
    while complaints := [(each, text) for each in left if (text := complaint(each))]:
        if time.monotonic() > deadline:
            raise CannotStart("\n".join(text for _, text in complaints))
        left = [each for each, _ in complaints]
        time.sleep(0.05)
