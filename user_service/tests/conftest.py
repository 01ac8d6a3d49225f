"""A running user_service for each test, and people in it."""

import asyncio
import email
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from httpx import AsyncClient
from sqlalchemy import text

from common.config import private_file, service_secret
from common.database import system_scope, use_tenant
from common.security.tokens import new_private_key
from tests.support.suite import InProcessSuite

PASSWORD = "correct horse battery"


@dataclass(frozen=True)
class Person:
    """Somebody signed in."""

    id: str
    email: str
    access_token: str
    refresh_token: str

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.access_token}"}


class People:
    """Opens accounts and signs them in, over HTTP."""

    def __init__(self, client: AsyncClient, room: Any) -> None:
        self.client = client
        self.room = room

    async def person(self, email: str = "mei@mail.example", *, roles: tuple[str, ...] = (), **fields: Any) -> Person:
        body = {"email": email, "password": PASSWORD, **fields}
        response = await self.client.post("/api/v1/auth/register", json=body)
        assert response.status_code == 201, response.text
        if roles:
            await self._promote(response.json()["id"], roles)
        return await self.sign_in(email)

    async def _promote(self, user_id: str, roles: tuple[str, ...]) -> None:
        """The first staff of a shop cannot be made by staff: here it is done as the service itself would."""
        with use_tenant("default"):
            await self.room.roles.replace(user_id, roles, actor_id="test")

    async def sign_in(self, email: str, password: str = PASSWORD) -> Person:
        response = await self.client.post("/api/v1/auth/token", data={"username": email, "password": password})
        assert response.status_code == 200, response.text
        pair = response.json()
        return Person(pair["subject_id"], email, pair["access_token"], pair["refresh_token"])

    async def guest(self) -> Person:
        response = await self.client.post("/api/v1/auth/guest")
        assert response.status_code == 201, response.text
        pair = response.json()
        return Person(pair["subject_id"], "", pair["access_token"], pair["refresh_token"])

    async def service(self, name: str = "order_service") -> dict[str, str]:
        form = {"grant_type": "client_credentials", "client_id": name}
        response = await self.client.post(
            "/api/v1/auth/token", data={**form, "client_secret": service_secret(self.room.settings)}
        )
        assert response.status_code == 200, response.text
        return {"Authorization": f"Bearer {response.json()['access_token']}", "X-Tenant": "default"}

    async def _all_numbered(self) -> None:
        """On a server database a relay numbers events shortly after their commit: wait for it."""
        async with asyncio.timeout(60):
            while True:
                with system_scope():
                    async with self.room.database.reader.connect() as connection:
                        waiting = await connection.execute(text("SELECT count(*) FROM outbox WHERE seq IS NULL"))
                if not waiting.scalar_one():
                    return
                await asyncio.sleep(0.02)

    async def events(self, *types: str) -> list[dict[str, Any]]:
        await self._all_numbered()
        response = await self.client.get("/internal/v1/events?after=0", headers=await self.service())
        assert response.status_code == 200, response.text
        return [event for event in response.json()["items"] if event["type"] in types]


async def mails(room: Any, count: int) -> list[Any]:
    """The mails in the folder once there are so many, oldest first."""
    async with asyncio.timeout(60):
        while True:
            found = read_mails(room.settings.data_dir / "mails")
            if len(found) >= count:
                return found
            await asyncio.sleep(0.05)


def read_mails(folder: Path) -> list[Any]:
    return [email.message_from_bytes(file.read_bytes()) for file in sorted(folder.glob("*.eml"))]


def mail_text(mail: Any) -> str:
    return str(mail.get_payload(decode=True).decode())


@pytest.fixture(scope="session")
def private_key() -> bytes:
    """Finding two primes takes longer than most tests: one pair is enough for all of them."""
    return new_private_key()


@pytest.fixture
async def running(
    make_settings: Callable[..., Any], tmp_path: Path, private_key: bytes
) -> AsyncIterator[InProcessSuite]:
    private_file(tmp_path / "keys" / "access_tokens.pem", lambda: private_key)
    async with InProcessSuite(make_settings, ("user",), web_origins=["http://shop.test"]) as suite:
        yield suite


@pytest.fixture
def client(running: InProcessSuite) -> AsyncClient:
    return running.users


@pytest.fixture
def room(running: InProcessSuite) -> Any:
    return running.apps["user"].state.room


@pytest.fixture
def people(client: AsyncClient, room: Any) -> People:
    return People(client, room)
