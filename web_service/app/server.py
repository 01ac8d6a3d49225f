"""gunicorn, set up by our settings instead of a command line."""

import gc
from pathlib import Path
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from common.processes import die_with_parent
from web_service.app.factory import create_app
from web_service.app.settings import WebSettings


class SharedLogger(Logger):  # type: ignore[misc]  # gunicorn ships no types
    """gunicorn's own words go where everyone's go: through the root logger, as JSON."""

    def setup(self, cfg: Any) -> None:
        self.error_log.propagate = True


class ShopWindow(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """One worker with threads: the files are small, and the services do the work."""

    def __init__(self, settings: WebSettings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        host = f"[{self._settings.host}]" if ":" in self._settings.host else self._settings.host
        options = {
            "bind": f"{host}:{self._settings.port}",
            "workers": 1,
            "worker_class": "gthread",
            "threads": self._settings.web_threads,
            "preload_app": True,
            "keepalive": 65,
            "timeout": 30,
            "graceful_timeout": 10,
            "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108 - gunicorn's heartbeat file
            "control_socket_disable": True,
            "logger_class": SharedLogger,
            "loglevel": "warning",
            "proc_name": "web_service",
            "pre_fork": _before_fork,
            "post_fork": _after_fork,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return create_app(self._settings)


def _before_fork(arbiter: Any, worker: Any) -> None:
    gc.freeze()  # what is loaded stays shared between both processes


def _after_fork(arbiter: Any, worker: Any) -> None:
    die_with_parent(worker.ppid)


def serve(settings: WebSettings) -> None:
    """Serve until told to stop."""
    ShopWindow(settings).run()
