"""Asks a process whether it is ready, over the wire, with nothing but the standard library."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

Probe = Callable[[], Awaitable[bool]]
_EVERY = 0.05
_ANSWER_WITHIN = 5.0


async def http_ready(host: str, port: int, path: str) -> bool:
    """True when GET path answers 200."""
    request = f"GET {path} HTTP/1.0\r\nHost: {host}:{port}\r\n\r\n".encode()
    return (await _ask(asyncio.open_connection(host, port), request)).split(b" ")[1:2] == [b"200"]


async def valkey_ready(socket: Path) -> bool:
    """True when PING is answered."""
    return (await _ask(asyncio.open_unix_connection(str(socket)), b"PING\r\n")).startswith(b"+PONG")


async def _ask(opening: Awaitable[tuple[asyncio.StreamReader, asyncio.StreamWriter]], request: bytes) -> bytes:
    try:
        async with asyncio.timeout(_ANSWER_WITHIN):
            reader, writer = await opening
            try:
                writer.write(request)
                return await reader.readline()
            finally:
                writer.close()
    except (OSError, TimeoutError):
        return b""


async def wait_until(probe: Probe, seconds: float) -> bool:
    """Ask until the answer is yes; False when the time is over."""
    deadline = time.monotonic() + seconds
    while not await probe():
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(_EVERY)
    return True
