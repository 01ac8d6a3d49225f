"""What a fresh shop begins with: demo people, or a link for the first owner."""

import json
import stat
from collections.abc import Callable
from typing import Any

from httpx import AsyncClient

from tests.support.suite import InProcessSuite

LINK = "/api/v1/auth/owner-setup"


async def test_the_demo_people_can_sign_in_with_the_printed_passwords(make_settings: Callable[..., Any]) -> None:
    for _ in range(2):  # the second start finds them there and changes nothing
        async with InProcessSuite(make_settings, ("user",), seed_demo=True) as suite:
            file = suite.apps["user"].state.room.settings.data_dir / "first-start.json"
            people = json.loads(file.read_text())
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
            assert list(people) == ["owner", "manager", "support", "shopper", "shopper_zh"]
            roles = {key: await _roles_of(suite.users, person) for key, person in people.items()}
    assert roles["owner"] == ["shopper", "owner"]
    assert roles["manager"] == ["shopper", "manager"]
    assert roles["support"] == ["shopper", "support"]
    assert roles["shopper"] == roles["shopper_zh"] == ["shopper"]


async def _roles_of(client: AsyncClient, person: dict[str, str]) -> list[str]:
    form = {"username": person["email"], "password": person["password"]}
    pair = (await client.post("/api/v1/auth/token", data=form)).json()
    headers = {"Authorization": f"Bearer {pair['access_token']}"}
    me = (await client.get("/api/v1/users/me", headers=headers)).json()
    addresses = (await client.get("/api/v1/users/me/addresses", headers=headers)).json()["items"]
    methods = (await client.get("/api/v1/users/me/payment-methods", headers=headers)).json()["items"]
    assert bool(addresses) == bool(methods) == (me["roles"] == ["shopper"])
    roles: list[str] = me["roles"]
    return roles


async def test_the_first_owner_comes_by_a_link_that_works_once(client: AsyncClient, room: Any) -> None:
    file = room.settings.data_dir / "first-start.json"
    link = json.loads(file.read_text())["owner_link"]
    token = link.partition("token=")[2]
    page = await client.get(f"{LINK}?token={token}", headers={"Accept-Language": "zh"})
    assert "您的新商店" in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    form = {"token": token, "email": "boss@mail.example", "password": "opening the shop", "name": "Olivia Berg"}
    weak = await client.post(LINK, data={**form, "password": "short"})
    assert weak.status_code == 422
    created = await client.post(LINK, data=form)
    assert created.status_code == 201
    assert created.json()["roles"] == ["shopper", "owner"]
    again = await client.post(LINK, data={**form, "email": "thief@mail.example"})
    assert again.status_code == 404
    assert not file.exists()
    signed_in = {"username": "boss@mail.example", "password": "opening the shop"}
    assert (await client.post("/api/v1/auth/token", data=signed_in)).status_code == 200


async def test_a_guessed_link_is_refused(client: AsyncClient) -> None:
    assert (await client.get(f"{LINK}?token=guess")).status_code == 404
    form = {"token": "guess", "email": "thief@mail.example", "password": "opening the shop"}
    assert (await client.post(LINK, data=form)).status_code == 404


async def test_a_failed_claim_gives_the_link_back(client: AsyncClient, room: Any) -> None:
    token = (room.settings.data_dir / "keys" / "owner_setup_token").read_text()
    taken = {"email": "taken@mail.example", "password": "long enough"}
    await client.post("/api/v1/auth/register", json=taken)
    assert (await client.post(LINK, data={"token": token, **taken})).status_code == 409
    fresh = {"token": token, "email": "boss@mail.example", "password": "long enough"}
    assert (await client.post(LINK, data=fresh)).status_code == 201
