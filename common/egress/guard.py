"""The guard: looks at an address, finds out itself where it leads, and connects to nothing else."""

import asyncio
import socket
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from common.config import Settings
from common.egress.addresses import PRIVATE, AddressNotAllowed, Places, literal

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
_CONNECT = 5.0  # seconds, of which the deadline may leave less
_LOOKUPS = 16  # a slow name server holds up neither others nor the threads that other work runs in
_PIECE = 16_384
_LONGEST_URL = 2000


class EgressFailed(Exception):
    """No answer came; `code` says why: unknown_host, not_reachable, tls, timeout, broken_answer."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `cut` when there was more of it than was wanted. A redirect is an answer like any other."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    cut: bool


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_LOOKUPS, "egress-lookup")


async def look_up(host: str, port: int) -> Sequence[str]:
    """The addresses of a name, as this machine's resolver tells them."""

    def ask() -> list[str]:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))

    return await asyncio.get_running_loop().run_in_executor(_threads(), ask)


class Egress:
    """One for each purpose. With `private` it also goes to this machine and its own networks, where few have TLS."""

    def __init__(self, settings: Settings, resolve: Resolve = look_up, *, private: bool = False) -> None:
        self.places = Places([*settings.egress_allow, *(PRIVATE if private else ())])
        self.resolve = resolve
        self._schemes = ("https",) if settings.env == "production" and not private else ("https", "http")

    def check(self, url: str) -> URL:
        """The address, read as it will be used; AddressNotAllowed for one that never leads anywhere allowed.

        Where a name leads is found out when the request is made, each time.
        """
        try:
            parsed = URL(url)
            host, port = parsed.raw_host or "", parsed.port or 0
        except ValueError as error:
            raise AddressNotAllowed("It is not an address.") from error
        if parsed.scheme not in self._schemes:
            raise AddressNotAllowed(f"It must begin with {' or '.join(f'{name}://' for name in self._schemes)}.")
        if not host or not port or len(url) > _LONGEST_URL or not url.isprintable():
            raise AddressNotAllowed("It is not an address.")
        if parsed.raw_user is not None or parsed.raw_password is not None:
            raise AddressNotAllowed("It must not hold a user's name or password.")
        if not self.places.names(host, port) and (address := literal(host)) is not None:
            self.places.check(str(address))
        return parsed

    async def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        seconds: float = 15.0,
        most_bytes: int = 1_000_000,
    ) -> Answer:
        """One request and its answer, all within so many seconds; AddressNotAllowed or EgressFailed.

        No redirect is followed, nothing of one receiver is kept for the next, and no more than `most_bytes` are read,
        whatever they unpack to.
        """
        target = self.check(url)
        given = {"Accept-Encoding": "identity", **(headers or {})}
        try:
            async with asyncio.timeout(seconds), self._session() as session:
                sent = session.request(method, target, headers=given, data=content, allow_redirects=False)
                async with sent as answer:
                    body, cut = await _read(answer, most_bytes)
                    return Answer(answer.status, answer.headers, body, cut)
        except (TimeoutError, OSError, aiohttp.ClientError, ValueError, zlib.error) as error:
            raise EgressFailed(_why(error)) from error

    @asynccontextmanager
    async def _session(self) -> AsyncIterator[aiohttp.ClientSession]:
        connector = checked_connector(self, force_close=True)
        timeout = aiohttp.ClientTimeout(sock_connect=_CONNECT)
        options: dict[str, Any] = {"cookie_jar": aiohttp.DummyCookieJar(), "auto_decompress": False}
        async with aiohttp.ClientSession(connector=connector, timeout=timeout, trust_env=False, **options) as session:
            yield session


def checked_connector(egress: Egress, **options: Any) -> aiohttp.TCPConnector:
    """Connects to the addresses that were looked at, and asks nobody a second time; Host and TLS keep the name."""
    return aiohttp.TCPConnector(resolver=_Checked(egress), use_dns_cache=False, **options)


class _Checked(AbstractResolver):
    """What aiohttp asks for names; an address in the URL itself was looked at by `check`."""

    def __init__(self, egress: Egress) -> None:
        self._egress = egress

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._egress.resolve(host, port)
        if not self._egress.places.names(host, port):
            for address in found:  # one bad one is enough: the next look-up might begin with it
                self._egress.places.check(address)
        return [_numeric(host, address, port) for address in found]

    async def close(self) -> None:
        """Nothing is held."""


def _numeric(host: str, address: str, port: int) -> ResolveResult:
    kind = socket.AF_INET6 if ":" in address else socket.AF_INET
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return {"hostname": host, "host": address, "port": port, "family": kind, "proto": 0, "flags": flags}


async def _read(answer: aiohttp.ClientResponse, most: int) -> tuple[bytes, bool]:
    unpack = _unpacker(answer.headers.get("Content-Encoding", "identity").lower())
    body = bytearray()
    async for piece in answer.content.iter_chunked(_PIECE):
        body += unpack(piece, most + 1 - len(body))
        if len(body) > most:
            return bytes(body[:most]), True
    return bytes(body), False


def _unpacker(coding: str) -> Callable[[bytes, int], bytes]:
    """We ask for nothing packed; what comes so all the same is unpacked as far as it is wanted and no further."""
    if coding in ("gzip", "x-gzip", "deflate"):
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 32).decompress
    return lambda piece, most: piece[:most]


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "timeout"
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "unknown_host"
    if isinstance(error, (aiohttp.ClientConnectorCertificateError, aiohttp.ClientSSLError)):
        return "tls"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "not_reachable"
    return "broken_answer"
