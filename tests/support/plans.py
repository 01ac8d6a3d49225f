"""What SQLite makes of the statements that run on the event loop, and which of them get dearer as a shop grows.

SQLite plans without statistics: it believes that a shop has ten rows, and gladly takes an index that serves ORDER BY to
walk through all of them. A fault is a plan that walks through a growing table, or finds in it by nothing but the shop,
unless it goes along an index until its LIMIT is full.
"""

import re
import sqlite3
import threading
from functools import partial
from typing import Any

import pytest

SMALL = {
    "agents": "as somebody made them",
    "categories": "shelves, as somebody made them",
    "import_jobs": "files that somebody brought",
    "known_settings": "one row a shop",
    "order_numbers": "one row a shop",
    "promotions": "as somebody made them",
    "shipping_methods": "as somebody typed them in",
    "shop_settings": "one row a shop",
    "tax_rates": "as somebody typed them in",
    "tool_rules": "one row a tool",
    "user_roles": "the staff's; shoppers have none",
    "webhook_endpoints": "as somebody typed them in",
}
_COARSE = {"tenant_id", "status", "state"}  # what a large part of a table has in common
_LEASES = {"lease_until", "leased_until", "due_at", "mail_due_at", "running_until", "expires_at"}  # what few rows have
_LITERALS = re.compile(r"x?'(?:[^']|'')*'|\b\d+(?:\.\d+)?\b")
_LISTS = re.compile(r"\(\?(?:, \?)+\)")
_STEP = re.compile(r"^(SCAN|SEARCH) (\w+)(?: USING [\w ]+?(?: \((.*)\))?)?(?: LEFT-JOIN)?$")
_ALIASES = re.compile(r'(?:FROM|JOIN) "?(\w+)"? AS "?(\w+)"?')


class Plans:
    """Statements, without their values, and their plans: each the first time that it ran on the event loop."""

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}

    def faults(self, allowed: dict[str, str]) -> list[str]:
        """Each with its statement and its plan. `allowed`: what a statement has in it, and why it may."""
        assert self.known, "no statement was seen"
        return [
            f"{sql}\n    {'; '.join(plan)}"
            for sql, plan in sorted(self.known.items())
            if grows(sql, plan) and not any(part in sql for part in allowed)
        ]

    def note(self, connection: sqlite3.Connection, sql: str) -> None:
        """For every statement as it begins, its values in it."""
        if not sql.startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
            return
        if threading.current_thread() is not threading.main_thread():
            return
        shape = _LISTS.sub("(?)", _LITERALS.sub("?", sql))
        if shape not in self.known:
            self.known[shape] = []  # explaining it begins a statement, too
            self.known[shape] = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]


def grows(sql: str, plan: list[str]) -> bool:
    """Whether the statement costs more with every row of a table that grows with its shop."""
    return any(_walks(sql, step) for step in plan) and not _ends_early(sql, plan)


def _walks(sql: str, step: str) -> bool:
    found = _STEP.match(step)
    if found is None:  # sorting, subqueries, full text
        return False
    way, name, terms = found.groups()
    table = {alias: of for of, alias in _ALIASES.findall(sql)}.get(name, name)
    if table in SMALL or not re.search(rf'(?:FROM|JOIN|UPDATE) "?{table}\b', sql):  # or a subquery's rows
        return False
    if terms is None:
        return way == "SCAN"  # else the first or the last of an index
    return not any(_narrows(term) for term in terms.split(" AND "))


def _narrows(term: str) -> bool:
    column, is_equal, _ = term.partition("=")
    return column not in _COARSE if is_equal else re.split("[<>]", term)[0] in _LEASES


def _ends_early(sql: str, plan: list[str]) -> bool:
    gathered = any("TEMP B-TREE FOR" in step and "RIGHT PART" not in step for step in plan)
    return " LIMIT ?" in sql and not gathered


def watch(monkeypatch: pytest.MonkeyPatch) -> Plans:
    """Of all databases that are opened from now on."""
    if sqlite3.sqlite_version_info < (3, 36):
        pytest.skip("earlier versions of SQLite put plans in other words")
    watched, connect = Plans(), sqlite3.connect

    def watching(*args: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*args, **options)
        connection.set_trace_callback(partial(watched.note, connection))
        return connection

    for module in (sqlite3, sqlite3.dbapi2):
        monkeypatch.setattr(module, "connect", watching)
    return watched
