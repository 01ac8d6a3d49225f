"""The address book: owned records."""

from typing import Any

import pytest
from httpx import AsyncClient

from user_service.app.addresses.service import MOST_ADDRESSES
from user_service.tests.conftest import People

PATH = "/api/v1/users/me/addresses"
BERLIN: dict[str, Any] = {"address1": "Lindenstraße 12", "city": "Berlin", "zip": "10969", "country": "de"}


async def test_keeps_changes_and_deletes_an_address(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    created = await client.post(PATH, json=BERLIN, headers=mei.bearer)
    assert created.status_code == 201
    address = created.json()
    expected = {**BERLIN, "country": "DE", "name": None, "address2": None, "state": "", "is_default": False}
    assert address == {"id": address["id"], **expected}
    one = f"{PATH}/{address['id']}"
    changed = await client.patch(one, json={"city": "Potsdam", "name": "Mei"}, headers=mei.bearer)
    assert changed.json() == {**address, "city": "Potsdam", "name": "Mei"}
    assert (await client.get(one, headers=mei.bearer)).json() == changed.json()
    assert (await client.delete(one, headers=mei.bearer)).status_code == 204
    assert (await client.get(one, headers=mei.bearer)).status_code == 404
    assert (await client.get(PATH, headers=mei.bearer)).json() == {"items": [], "next_cursor": None}


async def test_nobody_reaches_another_persons_address(client: AsyncClient, people: People) -> None:
    mei = await people.person("mei@mail.example")
    eve = await people.person("eve@mail.example", roles=("owner",))
    address = (await client.post(PATH, json=BERLIN, headers=mei.bearer)).json()
    one = f"{PATH}/{address['id']}"
    answers = [
        await client.get(one, headers=eve.bearer),
        await client.patch(one, json={"city": "Elsewhere"}, headers=eve.bearer),
        await client.delete(one, headers=eve.bearer),
        await client.get(f"{PATH}/adr_unknown", headers=eve.bearer),
    ]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert {answer.json()["code"] for answer in answers} == {"not_found"}
    assert (await client.get(PATH, headers=eve.bearer)).json()["items"] == []
    assert (await client.get(one, headers=mei.bearer)).json() == address


async def test_an_address_of_another_tenant_is_out_of_reach(client: AsyncClient, people: People, room: Any) -> None:
    mei = await people.person()
    address = (await client.post(PATH, json=BERLIN, headers=mei.bearer)).json()
    claims = {"sub": mei.id, "tid": "another", "sid": "ses_x", "roles": ["shopper"], "exp": 4_000_000_000}
    foreign = {"Authorization": f"Bearer {room.keys.signer.sign(claims)}"}
    assert (await client.get(f"{PATH}/{address['id']}", headers=foreign)).status_code == 404
    assert (await client.get(PATH, headers=foreign)).json()["items"] == []


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=101", "limit=-1", "limit=99999999999999999999", "limit=x", "cursor=x", "cursor=WzFd"],
)
async def test_refuses_absurd_paging(client: AsyncClient, people: People, query: str) -> None:
    mei = await people.person()
    response = await client.get(f"{PATH}?{query}", headers=mei.bearer)
    assert response.status_code == 422
    assert response.json()["code"] in ("invalid_input", "invalid_cursor")


async def test_ignores_fastcruds_own_unbounded_paging(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    for number in range(25):
        await client.post(PATH, json={**BERLIN, "address1": f"Street {number}"}, headers=mei.bearer)
    odd = "page=-1&itemsPerPage=100000&sort=password_hash&offset=99999999999999999999"
    first = (await client.get(f"{PATH}?{odd}", headers=mei.bearer)).json()
    assert len(first["items"]) == 20
    rest = (await client.get(f"{PATH}?cursor={first['next_cursor']}", headers=mei.bearer)).json()
    assert [item["address1"] for item in first["items"] + rest["items"]] == [f"Street {n}" for n in range(25)]
    assert rest["next_cursor"] is None


@pytest.mark.parametrize(
    "change",
    [
        {"user_id": "usr_other"},
        {"id": "adr_mine"},
        {"tenant_id": "another"},
        {"zip_key": "1"},
        {"city": ""},
        {"city": "x" * 201},
        {"city": None},
        {"city": 7},
        {"zip": "1; drop table"},
        {"country": "1"},
        {"address1": "bell\u0007"},
        {"is_default": "perhaps"},
    ],
)
async def test_refuses_what_is_no_address_and_changes_nothing(
    client: AsyncClient, people: People, change: dict[str, Any]
) -> None:
    mei = await people.person()
    address = (await client.post(PATH, json=BERLIN, headers=mei.bearer)).json()
    assert (await client.post(PATH, json={**BERLIN, **change}, headers=mei.bearer)).status_code == 422
    assert (await client.patch(f"{PATH}/{address['id']}", json=change, headers=mei.bearer)).status_code == 422
    assert (await client.get(PATH, headers=mei.bearer)).json()["items"] == [address]


async def test_at_most_one_address_is_the_default(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    first = (await client.post(PATH, json={**BERLIN, "is_default": True}, headers=mei.bearer)).json()
    second = (await client.post(PATH, json={**BERLIN, "is_default": True}, headers=mei.bearer)).json()
    await client.patch(f"{PATH}/{first['id']}", json={"is_default": True}, headers=mei.bearer)
    items = (await client.get(PATH, headers=mei.bearer)).json()["items"]
    assert {item["id"]: item["is_default"] for item in items} == {first["id"]: True, second["id"]: False}
    service = await people.service()
    known = (await client.get(f"/internal/v1/users/{mei.id}", headers=service)).json()
    assert known["default_address"]["id"] == first["id"]


async def test_the_book_has_an_end(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    for _ in range(MOST_ADDRESSES):
        assert (await client.post(PATH, json=BERLIN, headers=mei.bearer)).status_code == 201
    response = await client.post(PATH, json=BERLIN, headers=mei.bearer)
    assert response.status_code == 409
    assert response.json()["code"] == "address_book_full"
    assert len((await client.get(f"{PATH}?limit=100", headers=mei.bearer)).json()["items"]) == MOST_ADDRESSES


async def test_guests_and_strangers_have_no_address_book(client: AsyncClient, people: People) -> None:
    guest = await people.guest()
    assert (await client.post(PATH, json=BERLIN, headers=guest.bearer)).status_code == 401
    assert (await client.get(PATH)).status_code == 401
    assert (await client.get(PATH, headers=await people.service())).status_code == 401
