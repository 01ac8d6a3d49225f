"""Starts, watches and stops the services that main.py declares; imports no web framework and no database."""

from common.supervisor.command import run
from common.supervisor.plan import CannotStart, Service

__all__ = ["CannotStart", "Service", "run"]
