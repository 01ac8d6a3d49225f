"""The running suite: everything kept, opened together, closed in reverse order."""

import asyncio
import signal
import time
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from common.supervisor import reload, valkey, welcome
from common.supervisor.keeper import Keeper
from common.supervisor.logs import Screen
from common.supervisor.plan import Placed, Settings
from common.supervisor.ports import complaint
from common.supervisor.probes import http_ready, valkey_ready
from common.supervisor.process import Process

READY_WITHIN = 60.0
STOP_GRACE = 25.0  # seconds; the services give their own requests 20
SIGN_IN_WITHIN = 30.0
IMPATIENCE = 0.5  # seconds between two Ctrl-C that a person means


@dataclass(frozen=True)
class Options:
    """What the command line asks for."""

    reload: bool = False
    workers: int = 1


class Suite:
    """One run of main.py."""

    def __init__(self, services: Sequence[Placed], settings: Settings, options: Options) -> None:
        self._services = services
        self._settings = settings
        self._options = options
        self._screen = Screen(
            width=max(len(name) for name in ("valkey", *(each.service.short_name for each in services)))
        )
        self._keepers: dict[str, Keeper] = {}
        self._stop = asyncio.Event()
        self._stop_asked = 0.0
        self._began = time.monotonic()
        self._environment = self._shared_environment()

    async def run(self) -> None:
        """Open, watch until a signal, close. CannotStart when a service cannot be brought up."""
        self._listen_to_signals()
        self._add_valkey()
        for placed in self._services:
            self._add_service(placed)
        tasks = [keeper.begin() for keeper in self._keepers.values()]
        stop = asyncio.create_task(self._stop.wait())
        opening = asyncio.create_task(self._open())
        try:
            await asyncio.wait([opening, stop], return_when=asyncio.FIRST_COMPLETED)
            if opening.done():
                opening.result()
                tasks += [asyncio.create_task(each) for each in self._duties()]
            await stop
        finally:
            await self._close()
            await _cancel([*tasks, opening, stop])

    def _shared_environment(self) -> dict[str, str]:
        """What every child is told beyond our own environment: where the others are and where the state is."""
        environment = self._settings.environment | {
            "DATA_DIR": str(self._settings.data_dir),
            "PYTHONUNBUFFERED": "1",
            # One heap per thread costs memory that few threads never use, and a block of the size that hashing a
            # password takes should go back to the system after it.
            "MALLOC_ARENA_MAX": "2",
            "MALLOC_MMAP_THRESHOLD_": "1048576",
        }
        environment |= {each.service.port_setting: str(each.port) for each in self._services}
        if self._options.workers > 1:
            environment["WORKERS"] = str(self._options.workers)
        return environment

    def _listen_to_signals(self) -> None:
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGCHLD, self._reap)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            loop.add_signal_handler(number, self._asked_to_stop, number)

    def _reap(self) -> None:
        for keeper in self._keepers.values():
            if keeper.process:
                keeper.process.reap()

    def _asked_to_stop(self, number: int) -> None:
        """Once is a request. A second Ctrl-C is impatience; other repeats come from shells and make passing one on."""
        now = time.monotonic()
        if not self._stop.is_set():
            self._stop_asked = now
        elif number == signal.SIGINT and now - self._stop_asked > IMPATIENCE:
            self._screen.say("asked again: stopping at once")
            for keeper in self._keepers.values():
                keeper.kill()
        self._stop.set()

    def _add_valkey(self) -> None:
        if self._settings.get("REDIS_URL"):
            return
        binary = valkey.server_binary()
        if binary is None:
            self._screen.say("no embedded Valkey on this platform; set REDIS_URL, or the services run without a cache")
            return
        socket = valkey.socket_path(self._settings.data_dir)
        command = valkey.server_command(binary, self._settings.data_dir, socket)
        self._environment["REDIS_URL"] = valkey.socket_url(socket)
        start = partial(self._start, "valkey", command)
        self._keepers["valkey"] = Keeper("valkey", start, partial(valkey_ready, socket), self._screen, vital=False)

    def _add_service(self, placed: Placed) -> None:
        service = placed.service
        self._keepers[service.name] = Keeper(
            service.name,
            partial(self._start, service.short_name, placed.command),
            partial(http_ready, placed.probe_host, placed.port, service.health),
            self._screen,
            obstacle=partial(complaint, placed),
        )

    def _start(self, name: str, command: Sequence[str]) -> Process:
        return Process(name, command, environment=self._environment, directory=self._settings.root, screen=self._screen)

    async def _open(self) -> None:
        """Wait for every service, then say where the shop is."""
        ready = await asyncio.gather(*(keeper.wait_ready(READY_WITHIN) for keeper in self._keepers.values()))
        late = [name for name, answers in zip(self._keepers, ready, strict=True) if not answers]
        seconds = time.monotonic() - self._began
        state = f"open, but {', '.join(late)} does not answer yet" if late else f"open after {seconds:.1f} s"
        others = {"data": str(self._settings.data_dir)}
        if address := self._environment.get("REDIS_URL") or self._settings.get("REDIS_URL"):
            others = {"valkey": welcome.without_password(address)} | others
        self._screen.show(f"\n  Shopkeeper is {state}\n" + welcome.table(self._services, others))

    def _duties(self) -> list[Coroutine[None, None, None]]:
        """What goes on beside watching, once the suite is open."""
        duties = [self._show_sign_in()]
        if self._options.reload:
            names = [each.service.name for each in self._services]
            duties.append(reload.watch(self._settings.root, names, self._reloaded))
        return duties

    async def _show_sign_in(self) -> None:
        """The first start's accounts may be written a moment after user_service is ready."""
        deadline = time.monotonic() + SIGN_IN_WITHIN
        while time.monotonic() < deadline:
            if text := welcome.take_sign_in(self._settings.data_dir):
                self._screen.show(text)
                return
            await asyncio.sleep(0.2)

    def _reloaded(self, names: list[str]) -> None:
        self._screen.say(f"code changed: restarting {', '.join(names)}")
        for name in names:
            self._keepers[name].restart()

    async def _close(self) -> None:
        """First whoever calls others, last what everyone stands on."""
        self._screen.say("stopping")
        left = {each.service.name: set(each.service.depends_on) for each in self._services}
        while left:
            wave = [name for name in left if not any(name in needs for needs in left.values())]
            await asyncio.gather(*(self._keepers[name].stop(STOP_GRACE) for name in wave))
            left = {name: needs for name, needs in left.items() if name not in wave}
        if keeper := self._keepers.get("valkey"):
            await keeper.stop(STOP_GRACE)
        self._screen.say("stopped")


async def _cancel(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
