"""The plan: which services run, where, with which interpreter and environment; all checked before anything starts."""

import graphlib
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values


class CannotStart(Exception):
    """One sentence that says why the suite cannot start and which setting changes it."""


@dataclass(frozen=True)
class Service:
    """A service as main.py declares it."""

    name: str
    module: str
    port_setting: str
    port: int
    about: str
    health: str = "/readyz"
    depends_on: tuple[str, ...] = ()
    has_database: bool = True

    @property
    def short_name(self) -> str:
        return self.name.removesuffix("_service")


@dataclass(frozen=True)
class Placed:
    """A service with its settings applied: what exactly is started."""

    service: Service
    host: str
    port: int
    command: tuple[str, ...]

    @property
    def probe_host(self) -> str:
        """Where the service answers on this machine, whatever it listens on."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(self.host, self.host)  # noqa: S104

    @property
    def url(self) -> str:
        host = f"[{self.probe_host}]" if ":" in self.probe_host else self.probe_host
        return f"http://{host}:{self.port}"


class Settings:
    """The supervisor's own reading of the .env files: plain strings, without the services' heavy imports."""

    def __init__(self, root: Path, environment: Mapping[str, str] = os.environ) -> None:
        self.root = root
        self.environment = dict(environment)
        self._files: dict[str, dict[str, str | None]] = {"": dotenv_values(root / ".env")}

    def get(self, name: str, service: str = "") -> str:
        """Root .env, then the service's, then the environment; the last wins, and unset is the empty text."""
        if service not in self._files:
            self._files[service] = dotenv_values(self.root / service / ".env")
        for layer in (self.environment, self._files[service], self._files[""]):
            if name in layer:
                return layer[name] or ""
        return ""

    @property
    def data_dir(self) -> Path:
        return (self.root / (self.get("DATA_DIR") or "data")).resolve()


def place(services: Sequence[Service], settings: Settings) -> list[Placed]:
    """Ports and interpreters of these services, or CannotStart."""
    placed = [
        Placed(
            service=service,
            host=settings.get("HOST", service.name) or "127.0.0.1",
            port=_port(service, settings),
            command=(_interpreter(service, settings), "-m", service.module),
        )
        for service in services
    ]
    taken: dict[int, Service] = {}
    for each in placed:
        if other := taken.get(each.port):
            raise CannotStart(
                f"{other.name} and {each.service.name} are both set to port {each.port}; "
                f"change {other.port_setting} or {each.service.port_setting}."
            )
        taken[each.port] = each.service
    return placed


def select(services: Sequence[Service], only: str | None) -> list[Service]:
    """The services of `--only a,b` (with or without `_service`), or all, each after those it depends on."""
    wanted = {name.strip().removesuffix("_service") for name in only.split(",")} if only else None
    known = {service.short_name for service in services}
    if wanted is not None and (unknown := wanted - known):
        raise CannotStart(f"There is no service {', '.join(sorted(unknown))}; --only knows {', '.join(sorted(known))}.")
    by_name = {service.name: service for service in services}
    order = graphlib.TopologicalSorter({s.name: [d for d in s.depends_on if d in by_name] for s in services})
    return [by_name[n] for n in order.static_order() if wanted is None or by_name[n].short_name in wanted]


def check_workers(services: Sequence[Service], settings: Settings, workers: int) -> None:
    """SQLite files belong to one process each, so more workers (or a job broker) need a server database."""
    for service in (each for each in services if each.has_database):
        url = settings.get("DATABASE_URL", service.name)
        if url and not url.startswith("sqlite"):
            continue
        change = "set DATABASE_URL to a PostgreSQL or MySQL server."
        if workers > 1:
            raise CannotStart(
                f"--workers {workers} is refused because {service.name} keeps its data in an SQLite file, "
                f"which only one process may open; {change}"
            )
        if settings.get("CELERY_BROKER_URL", service.name):
            raise CannotStart(
                f"CELERY_BROKER_URL is refused because {service.name} keeps its data in an SQLite file, "
                f"which job workers may not open beside it; {change}"
            )


def _port(service: Service, settings: Settings) -> int:
    text = settings.get(service.port_setting, service.name)
    if not text:
        return service.port
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise CannotStart(f"{service.port_setting} is {text!r}, which is no port; use a number from 1 to 65535.")
    return int(text)


def _interpreter(service: Service, settings: Settings) -> str:
    own = f"{service.name.upper()}_PYTHON"
    for setting in (own, "PYTHON_PATH"):
        if path := settings.get(setting, service.name):
            found = shutil.which(path, path=settings.environment.get("PATH")) or shutil.which(settings.root / path)
            if not found:
                raise CannotStart(f"{setting} names {path}, where no Python is found; correct it or leave it empty.")
            return str(found)
    return sys.executable
