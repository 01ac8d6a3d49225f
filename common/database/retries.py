"""Operations that lost against a rival transaction are run again; server databases answer so, SQLite never does."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import stamina
from sqlalchemy.exc import DBAPIError

P = ParamSpec("P")
T = TypeVar("T")

_SQLSTATES = frozenset({"40001", "40P01"})  # PostgreSQL: serialization failure, deadlock
_ERRNOS = frozenset({1213, 1205, 1020})  # MySQL and MariaDB: deadlock, lock wait timeout, record changed


def lost_against_a_rival(error: Exception) -> bool:
    """Whether the database asks for the transaction to be run again."""
    if not isinstance(error, DBAPIError) or error.orig is None:
        return False
    original: Any = error.orig
    arguments = getattr(original, "args", ())
    return getattr(original, "sqlstate", None) in _SQLSTATES or bool(arguments and arguments[0] in _ERRNOS)


def retrying(operation: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
    """Decorates an operation that opens exactly one unit of work and does nothing else that cannot be repeated."""

    @wraps(operation)
    async def run(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return await operation(*args, **kwargs)
        except DBAPIError as error:
            if not lost_against_a_rival(error):
                raise
        return await stamina.retry(on=lost_against_a_rival, attempts=8, wait_initial=0.01, wait_max=0.3, timeout=10)(
            operation
        )(*args, **kwargs)

    return run
