"""Ports for servers under test that no other test, process or outgoing connection takes meanwhile."""

import errno
import fcntl
import os
import secrets
import socket
import tempfile
from pathlib import Path
from typing import TextIO

_BELOW_OUTGOING = range(10_000, 32_000)  # Linux gives outgoing connections 32,768 and above
_held: list[TextIO] = []


def free_port() -> int:
    """A port on 127.0.0.1 that stays the caller's until its process ends, whether or not something listens on it.

    Asking the kernel for "any port" and letting go of it leads twice to the same one now and then, or to one that
    an outgoing connection holds by the time the server starts.
    """
    claims = Path(tempfile.gettempdir()) / f"shopkeeper-ports-{os.getuid()}"
    claims.mkdir(exist_ok=True)
    while True:
        port = secrets.choice(_BELOW_OUTGOING)
        claim = (claims / str(port)).open("w")
        try:
            fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", port))
        except OSError as error:
            claim.close()
            if error.errno not in (errno.EAGAIN, errno.EADDRINUSE):
                raise
            continue
        _held.append(claim)
        return port
