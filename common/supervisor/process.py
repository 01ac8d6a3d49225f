"""One child process: started so that it cannot outlive us, ended politely first."""

import asyncio
import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from common.processes import die_with_parent
from common.supervisor.logs import LogPipe, Screen


class Process:
    """A running child in a session of its own, so that the terminal's Ctrl-C reaches only the supervisor.

    Made in the main thread: the kernel's word about the parent's death is bound to the spawning thread.
    """

    def __init__(
        self, name: str, command: Sequence[str], *, environment: Mapping[str, str], directory: Path, screen: Screen
    ) -> None:
        self._pipe = LogPipe(name, screen)
        supervisor = os.getpid()
        try:
            self._popen = subprocess.Popen(
                command,
                cwd=directory,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=self._pipe.writer,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=lambda: die_with_parent(supervisor),  # noqa: PLW1509 - the supervisor runs no threads
            )
        finally:
            self._pipe.spawned()
        self.exited: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    @property
    def pid(self) -> int:
        return self._popen.pid

    def reap(self) -> None:
        """Called on SIGCHLD: notice the end, once."""
        if not self.exited.done() and (code := self._popen.poll()) is not None:
            self._pipe.finish()
            self.exited.set_result(code)

    def terminate(self) -> None:
        """Ask it to finish what it has begun and to end."""
        if not self.exited.done():
            self._popen.terminate()

    def kill(self) -> None:
        """End it and whatever it started, at once."""
        if not self.exited.done():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._popen.pid, signal.SIGKILL)

    async def stop(self, grace: float) -> bool:
        """Ask, wait up to `grace` seconds, then kill; True when asking was enough."""
        self.terminate()
        try:
            await asyncio.wait_for(asyncio.shield(self.exited), grace)
        except TimeoutError:
            self.kill()
            await self.exited
            return False
        return True


def ending(code: int) -> str:
    """How a process ended, in words."""
    if code < 0:
        return f"was ended by {signal.Signals(-code).name}"
    return f"ended with exit code {code}" if code else "ended"
