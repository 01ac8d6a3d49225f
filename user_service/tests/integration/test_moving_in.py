"""Customers of another shop move in: under their own ids, whole or not at all, once, and with a way to a password."""

import asyncio
import re
from typing import Any

import pytest
from httpx import AsyncClient

from user_service.tests.conftest import People, Person, mail_text, mails

IMPORTS = "/api/v1/users/imports"


def noah(**changes: Any) -> dict[str, Any]:
    address = {"address1": "986 Sunset Drive", "address2": "Suite 259", "city": "Denver"}
    address |= {"state": "CO", "zip": "80279", "country": "USA"}
    gift_card = {"id": "gift_card_1725971", "type": "gift_card", "balance": {"amount": 5100, "currency": "USD"}}
    methods = [
        {"id": "paypal_5727330", "type": "paypal"},
        {"id": "credit_card_7815826", "type": "card", "brand": "mastercard", "last4": "9212"},
        gift_card,
    ]
    person = {"id": "noah_brown_6181", "email": "Noah.Brown7922@example.com", "first_name": "Noah"}
    return {**person, "last_name": "Brown", "addresses": [address], "payment_methods": methods, **changes}


@pytest.fixture
async def manager(people: People) -> Person:
    return await people.person("boss@mail.example", roles=("manager",))


async def bring(client: AsyncClient, manager: Person, *items: dict[str, Any]) -> dict[str, Any]:
    answer = await client.post(IMPORTS, json={"items": list(items)}, headers=manager.bearer)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_a_customer_keeps_every_id_and_is_found(client: AsyncClient, manager: Person) -> None:
    assert await bring(client, manager, noah()) == {"created": 1, "unchanged": 0, "rejected": []}
    for query in (
        "email=NOAH.brown7922@example.com",
        "first_name=NOAH&last_name=brown&zip=80279",
    ):
        [found] = (await client.get(f"/api/v1/users?{query}", headers=manager.bearer)).json()["items"]
        assert (found["id"], found["name"], found["status"]) == ("noah_brown_6181", "Noah Brown", "invited")
    for query in ("email=noah@example.com", "first_name=noah&last_name=brown&zip=80270"):
        nobody = await client.get(f"/api/v1/users?{query}", headers=manager.bearer)
        assert (nobody.status_code, nobody.json()["code"]) == (404, "user_not_found")
    address = (await client.get("/api/v1/users/noah_brown_6181/address", headers=manager.bearer)).json()
    assert (address["city"], address["zip"], address["country"], address["is_default"]) == (
        *("Denver", "80279", "USA"),
        True,
    )
    methods = (await client.get("/api/v1/users/noah_brown_6181/payment-methods", headers=manager.bearer)).json()
    shown = {each["id"]: (each["type"], each["last4"], each["balance"]) for each in methods["items"]}
    assert shown == {
        "credit_card_7815826": ("card", "9212", None),
        "gift_card_1725971": ("gift_card", "5971", {"amount": 5100, "currency": "USD"}),
        "paypal_5727330": ("paypal", None, None),
    }
    card = (await client.get("/api/v1/gift-cards/gift_card_1725971", headers=manager.bearer)).json()
    assert (card["owner_id"], [each["type"] for each in card["ledger"]["items"]]) == ("noah_brown_6181", ["issue"])


async def test_the_same_again_changes_nothing_and_another_content_is_told(client: AsyncClient, manager: Person) -> None:
    await bring(client, manager, noah())
    assert await bring(client, manager, noah()) == {"created": 0, "unchanged": 1, "rejected": []}
    other = await bring(client, manager, noah(last_name="Braun"), noah(id="noah_2", payment_methods=[]))
    assert (other["created"], other["unchanged"]) == (0, 0)
    assert [(each["index"], each["id"], each["code"]) for each in other["rejected"]] == [
        (0, "noah_brown_6181", "imported_differently"),
        (1, "noah_2", "email_taken"),
    ]
    found = (await client.get("/api/v1/users/noah_brown_6181", headers=manager.bearer)).json()
    assert found["last_name"] == "Brown"


async def test_twice_at_the_same_time_is_once(client: AsyncClient, manager: Person) -> None:
    reports = await asyncio.gather(*(bring(client, manager, noah()) for _ in range(4)))
    assert sorted(report["created"] for report in reports) == [0, 0, 0, 1]
    assert [report["rejected"] for report in reports] == [[]] * 4
    cards = (await client.get("/api/v1/gift-cards", headers=manager.bearer)).json()["items"]
    assert [card["balance"]["amount"] for card in cards] == [5100]


async def test_nothing_of_a_customer_is_taken_when_a_part_belongs_to_another(
    client: AsyncClient, manager: Person
) -> None:
    await bring(client, manager, noah())
    mei = noah(id="mei_1", email="mei@mail.example")  # with Noah's gift card
    liu = noah(id="liu_1", email="liu@mail.example", payment_methods=[])
    report = await bring(client, manager, mei, liu)
    assert (report["created"], [(each["id"], each["code"]) for each in report["rejected"]]) == (
        1,
        [("mei_1", "id_taken")],
    )
    assert (await client.get("/api/v1/users/mei_1", headers=manager.bearer)).status_code == 404
    assert (await client.get("/api/v1/users/liu_1", headers=manager.bearer)).status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        {"id": "me"},
        {"id": "a/b"},
        {"id": ""},
        {"email": "nobody"},
        {"nickname": "N"},
        {"payment_methods": [{"id": "x", "type": "cheque"}]},
        {"payment_methods": [{"id": "x", "type": "gift_card", "balance": {"amount": -1, "currency": "USD"}}]},
    ],
)
async def test_a_malformed_record_refuses_the_whole_batch(
    client: AsyncClient, manager: Person, change: dict[str, Any]
) -> None:
    liu = noah(id="liu_1", email="liu@mail.example", payment_methods=[])
    answer = await client.post(IMPORTS, json={"items": [liu, noah(**change)]}, headers=manager.bearer)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert (await client.get("/api/v1/users/liu_1", headers=manager.bearer)).status_code == 404


async def test_card_numbers_are_refused_and_shoppers_bring_nobody(
    client: AsyncClient, manager: Person, people: People
) -> None:
    card = {"id": "x", "type": "card", "brand": "Visa 4242 4242 4242 4242"}
    [refused] = (await bring(client, manager, noah(payment_methods=[card])))["rejected"]
    assert refused["code"] == "raw_card_refused"
    mei = await people.person("mei@mail.example")
    for headers, status in ((mei.bearer, 403), ({}, 401)):
        answer = await client.post(IMPORTS, json={"items": [noah()]}, headers=headers)
        assert answer.status_code == status
    too_many = [noah(id=f"n{number}", email=f"n{number}@example.com") for number in range(501)]
    answer = await client.post(IMPORTS, json={"items": too_many}, headers=manager.bearer)
    assert answer.status_code == 422


async def test_a_forgotten_password_lets_them_in(client: AsyncClient, manager: Person, people: People) -> None:
    await bring(client, manager, noah())
    asked = await client.post("/api/v1/auth/password-reset", json={"email": "noah.brown7922@example.com"})
    assert asked.status_code == 202
    [token] = re.findall(r"\?token=(\S+)", mail_text((await mails(people.room, 1))[0]))
    form = {"token": token, "password": "correct horse battery"}
    assert (await client.post("/api/v1/auth/password-reset/confirmation", json=form)).status_code == 204
    entered = await people.sign_in("noah.brown7922@example.com")
    assert entered.id == "noah_brown_6181"
    mine = (await client.get("/api/v1/users/me/payment-methods", headers=entered.bearer)).json()["items"]
    assert len(mine) == 3
