"""Nobody reaches our own network through us: what attackers type, resolve, redirect to and send back."""

import asyncio
import gzip
import time
from asyncio import StreamReader as Reader
from asyncio import StreamWriter as Writer
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import httpx
import pytest

from common.config import Settings, load_settings
from common.egress import AddressNotAllowed, Egress, EgressFailed
from common.egress.client import AnswerTooLarge, guarded_client
from tests.support.ports import free_port

FORBIDDEN_HOSTS = (
    "127.0.0.1", "127.1", "127.0.0.1.", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "0",
    "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200",
    "168.63.129.16", "192.0.0.192", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "１２７.０.０.１",
    "127%2e0%2e0%2e1", "1.2.3.4.5", "8.8.8", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
    "[::ffff:0:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::1]",
    "[2002:7f00:1::]", "[2001:0:4136:e378:8000:63bf:807f:fffe]", "[fe80::1]", "[fe80::1%25lo]", "[fc00::1]",
    "[fd00:ec2::254]", "[fec0::1]", "[ff02::1]", "[100::1]", "[2001:db8::1]",
)  # fmt: skip
FORBIDDEN_URLS = (
    "ftp://shop.example/", "file:///etc/passwd", "gopher://127.0.0.1:6379/_INFO", "javascript:alert(1)",
    "//shop.example", "https://", "https://user@shop.example/", "https://shop.example:secret@127.0.0.1/", "https://:x@shop.example/",
    "https://127.0.0.1\\@shop.example/", "https://sh op.example/",
    "https://shop.example/\r\nX: y", "https://shop.example:99999/", "https://shop.example/" + "x" * 2000,
    "not an address", "http:///hooks", "https://[::1/", "https://.example/", "https://a..example/",
)  # fmt: skip


def egress(*allow: str, names: dict[str, Sequence[str]] | None = None, env: str = "test") -> Egress:
    async def resolve(host: str, port: int) -> Sequence[str]:
        if names is None or host not in names:
            raise OSError("unknown host")
        return names[host]

    return Egress(load_settings(Settings, env=env, egress_allow=list(allow)), resolve)


@asynccontextmanager
async def server(answer: Callable[[Reader, Writer], Awaitable[None]]) -> AsyncIterator[int]:
    """Listens on 127.0.0.1; the port."""

    async def serve(reader: Reader, writer: Writer) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            await answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield listening.sockets[0].getsockname()[1]
    finally:
        listening.close()


def says(text: bytes) -> Callable[[Reader, Writer], Awaitable[None]]:
    async def answer(reader: Reader, writer: Writer) -> None:
        writer.write(text)
        await writer.drain()

    return answer


@pytest.mark.parametrize("host", FORBIDDEN_HOSTS)
async def test_our_own_network_is_refused_in_every_spelling(host: str) -> None:
    guard = egress()
    for url in (f"http://{host}/", f"https://{host}:8443/hooks?x=1"):
        with pytest.raises(AddressNotAllowed):
            guard.check(url)
        with pytest.raises(AddressNotAllowed):
            await guard.request("GET", url)


@pytest.mark.parametrize("url", FORBIDDEN_URLS)
def test_what_is_no_plain_address_is_refused(url: str) -> None:
    with pytest.raises(AddressNotAllowed):
        egress().check(url)


@pytest.mark.parametrize("host", ["8.8.8.8", "shop.example", "xn--bcher-kva.example", "bücher.example", "a_b.example"])
def test_the_public_internet_is_open(host: str) -> None:
    assert egress().check(f"https://{host}/hooks").path == "/hooks"
    assert egress().check("https://[2606:4700::1111]/").raw_host == "2606:4700::1111"


def test_production_sends_nothing_unencrypted() -> None:
    with pytest.raises(AddressNotAllowed):
        egress(env="production").check("http://shop.example/")
    assert egress(env="production").check("https://shop.example/").scheme == "https"


@pytest.mark.parametrize("addresses", [["10.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::ffff:169.254.169.254"], ["::1"]])
async def test_a_name_that_leads_inside_is_refused(addresses: list[str]) -> None:
    with pytest.raises(AddressNotAllowed):
        await egress(names={"evil.example": addresses}).request("GET", "http://evil.example/")


async def test_the_address_that_was_looked_at_is_the_one_connected_to_and_the_host_keeps_its_name() -> None:
    heard: list[bytes] = []
    looked_up: list[str] = []

    async def answer(reader: Reader, writer: Writer) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    async def listen(reader: Reader, writer: Writer) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        await answer(reader, writer)
        writer.close()

    listening = await asyncio.start_server(listen, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]

    async def rebinding(host: str, port: int) -> Sequence[str]:
        looked_up.append(host)
        return ["127.0.0.1"] if len(looked_up) == 1 else ["10.0.0.1"]

    guard = Egress(load_settings(Settings, env="test", egress_allow=["127.0.0.0/8"]), rebinding)
    reply = await guard.request("GET", f"http://hooks.example:{port}/x")
    assert (reply.status, reply.content, looked_up) == (200, b"ok", ["hooks.example"])
    assert f"Host: hooks.example:{port}\r\n".encode() in heard[0]
    with pytest.raises(AddressNotAllowed):  # the name leads elsewhere now, and is looked up for every request
        await guard.request("GET", f"http://hooks.example:{port}/x")
    listening.close()


async def test_a_redirect_inside_is_not_followed() -> None:
    inside: list[str] = []

    async def secret(reader: Reader, writer: Writer) -> None:
        inside.append("reached")

    async with server(secret) as forbidden:
        location = f"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{forbidden}/\r\nContent-Length: 0\r\n\r\n"
        async with server(says(location.encode())) as port:
            guard = egress(f"127.0.0.1:{port}")
            assert (await guard.request("GET", f"http://127.0.0.1:{port}/")).status == 302
            async with guarded_client(guard) as client:
                assert (await client.get(f"http://127.0.0.1:{port}/")).status_code == 302
                with pytest.raises(AddressNotAllowed):
                    await client.get(f"http://127.0.0.1:{port}/", follow_redirects=True)
    assert inside == []


async def test_what_is_allowed_by_name_is_allowed_at_that_port_only() -> None:
    async with server(says(b"HTTP/1.1 204 No Content\r\n\r\n")) as port:
        guard = egress(f"crm.intra:{port}", names={"crm.intra": ["127.0.0.1"]})
        assert (await guard.request("POST", f"http://crm.intra:{port}/", content=b"{}")).status == 204
        with pytest.raises(AddressNotAllowed):
            await guard.request("POST", f"http://crm.intra:{port + 1}/")
    with pytest.raises(ValueError, match="EGRESS_ALLOW"):
        egress("crm.intra")


async def test_an_answer_that_drips_is_waited_for_no_longer_than_was_said() -> None:
    async def drip(reader: Reader, writer: Writer) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.01)

    async with server(drip) as port:
        began = time.monotonic()
        with pytest.raises(EgressFailed, match="timeout"):
            await egress("127.0.0.0/8").request("GET", f"http://127.0.0.1:{port}/", seconds=0.3)
        assert time.monotonic() - began < 5


async def test_a_huge_answer_is_read_to_its_limit() -> None:
    sent = 0

    async def flood(reader: Reader, writer: Writer) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b"x" * 65_536)
            await writer.drain()
            sent += 65_536

    async with server(flood) as port:
        guard = egress("127.0.0.0/8")
        reply = await guard.request("GET", f"http://127.0.0.1:{port}/", most_bytes=2048)
        assert (reply.status, reply.content, reply.cut) == (200, b"x" * 2048, True)
        async with guarded_client(guard, most_bytes=100_000) as client:
            with pytest.raises(AnswerTooLarge):
                await client.get(f"http://127.0.0.1:{port}/")
    assert sent < 50_000_000


async def test_a_bomb_is_unpacked_to_its_limit() -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(bomb)}\r\n\r\n".encode()
    async with server(says(head + bomb)) as port:
        guard = egress("127.0.0.0/8")
        reply = await guard.request("GET", f"http://127.0.0.1:{port}/", most_bytes=2048)
        assert (reply.content, reply.cut) == (b"0" * 2048, True)
        async with guarded_client(guard) as client:
            with pytest.raises(AnswerTooLarge):
                await client.get(f"http://127.0.0.1:{port}/")
    small = gzip.compress(b"thanks")
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(small)}\r\n\r\n".encode()
    async with server(says(head + small)) as port:
        reply = await guard.request("GET", f"http://127.0.0.1:{port}/")
        assert (reply.content, reply.cut) == (b"thanks", False)


@pytest.mark.parametrize(
    ("text", "code"),
    [(b"", "broken_answer"), (b"SSH-2.0-OpenSSH_9.2\r\n", "broken_answer"), (b"HTTP/1.1 200 OK\r\nA", "broken_answer")],
)
async def test_what_is_no_answer_is_told_as_that(text: bytes, code: str) -> None:
    async with server(says(text)) as port:
        with pytest.raises(EgressFailed, match=code):
            await egress("127.0.0.0/8").request("GET", f"http://127.0.0.1:{port}/")


async def test_who_cannot_show_a_certificate_is_not_talked_to() -> None:
    async def plain_text(reader: Reader, writer: Writer) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    listening = await asyncio.start_server(plain_text, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    with pytest.raises(EgressFailed, match="tls"):
        await egress("127.0.0.0/8").request("GET", f"https://127.0.0.1:{port}/")
    listening.close()


async def test_nobody_there_and_nobody_of_that_name() -> None:
    with pytest.raises(EgressFailed, match="not_reachable"):
        await egress("127.0.0.0/8").request("GET", f"http://127.0.0.1:{free_port()}/")
    with pytest.raises(EgressFailed, match="unknown_host"):
        await egress().request("GET", "https://nowhere.example/")


async def test_a_guarded_client_looks_at_every_request() -> None:
    async with guarded_client(egress(names={"evil.example": ["127.0.0.1"]})) as client:
        for url in ("http://127.0.0.1:8001/internal", "http://2130706433/", "http://evil.example/"):
            with pytest.raises(AddressNotAllowed):
                await client.get(url)
        with pytest.raises(httpx.TransportError):
            await client.get("http://unknown.example/")
