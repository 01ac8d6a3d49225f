"""Passwords: argon2id, off the event loop, a few at a time since each takes 100 ms and 19 MiB."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from passlib.hash import argon2

from common.errors import Unavailable

_PARALLEL, _WAITING = 2, 60
_hasher = argon2.using(type="ID", memory_cost=19_456, time_cost=2, parallelism=1)  # OWASP's minimum
_pool = ThreadPoolExecutor(max_workers=_PARALLEL, thread_name_prefix="passwords")
_under_way = 0


class PasswordQueueFull(Unavailable):
    code = "busy"

    def __init__(self) -> None:
        super().__init__("Too many people are signing in at once.", headers={"Retry-After": "2"})


async def hash_password(password: str) -> str:
    """The argon2id hash to store."""
    return str(await _in_pool(_hasher.hash, password))


async def verify_password(password: str, stored: str | None) -> bool:
    """Whether the password fits; without a stored hash it takes as long and answers False."""
    if stored is None:
        await _in_pool(_hasher.hash, password)
        return False
    return bool(await _in_pool(_hasher.verify, password, stored))


async def _in_pool(work: object, *arguments: str) -> object:
    global _under_way
    if _under_way >= _PARALLEL + _WAITING:
        raise PasswordQueueFull
    _under_way += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_pool, work, *arguments)  # type: ignore[arg-type]
    finally:
        _under_way -= 1
