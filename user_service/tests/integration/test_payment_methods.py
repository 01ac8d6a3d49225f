"""Saved payment methods: one's own, and never a card number."""

from typing import Any

import pytest
from httpx import AsyncClient

from user_service.tests.conftest import People

PATH = "/api/v1/users/me/payment-methods"
CARD: dict[str, Any] = {
    "type": "card",
    "provider": "test",
    "token": "tok_approve",
    "brand": "Visa",
    "last4": "4242",
    "exp_month": 12,
    "exp_year": 2035,
}


async def test_saves_a_method_and_keeps_its_token_to_itself(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    created = await client.post(PATH, json=CARD, headers=mei.bearer)
    assert created.status_code == 201
    method = created.json()
    shown = {"type": "card", "provider": "test", "brand": "Visa", "last4": "4242", "exp": "12/2035"}
    assert method == {"id": method["id"], **shown, "is_default": True, "balance": None, "status": None}
    path = f"/internal/v1/users/{mei.id}/payment-methods/{method['id']}"
    charged = await client.get(path, headers=await people.service())
    assert charged.json() == {**method, "provider_token": "tok_approve"}
    assert (await client.get(path, headers=mei.bearer)).status_code == 403


@pytest.mark.parametrize(
    "change",
    [
        {"number": "4242424242424242"},
        {"card_number": "1"},
        {"cvc": "123"},
        {"token": "4242 4242 4242 4242"},
        {"token": 4242424242424242},
        {"brand": "Visa 4242-4242-4242-4242"},
        {"card": {"pan": "x"}},
        {"notes": ["5555555555554444"]},
    ],
)
async def test_refuses_card_numbers_without_repeating_them(
    client: AsyncClient, people: People, change: dict[str, Any]
) -> None:
    mei = await people.person()
    response = await client.post(PATH, json={**CARD, **change}, headers=mei.bearer)
    assert response.status_code == 422
    assert response.json()["code"] == "raw_card_refused"
    assert "4242" not in response.text
    assert "5555" not in response.text
    assert (await client.get(PATH, headers=mei.bearer)).json()["items"] == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"type": "gift_card"}, "invalid_input"),
        ({"provider": "another"}, "invalid_input"),
        ({"last4": "42"}, "invalid_input"),
        ({"exp_month": 13}, "invalid_input"),
        ({"exp_year": 2020}, "card_expired"),
        ({"balance": 100}, "invalid_input"),
        ({"token": ""}, "invalid_input"),
    ],
)
async def test_refuses_what_cannot_be_charged(
    client: AsyncClient, people: People, change: dict[str, Any], code: str
) -> None:
    mei = await people.person()
    response = await client.post(PATH, json={**CARD, **change}, headers=mei.bearer)
    assert response.status_code == 422
    assert response.json()["code"] == code


async def test_nobody_reaches_another_persons_method(client: AsyncClient, people: People) -> None:
    mei = await people.person("mei@mail.example")
    eve = await people.person("eve@mail.example")
    method = (await client.post(PATH, json=CARD, headers=mei.bearer)).json()
    one = f"{PATH}/{method['id']}"
    assert (await client.get(one, headers=eve.bearer)).status_code == 404
    assert (await client.patch(one, json={"is_default": True}, headers=eve.bearer)).status_code == 404
    assert (await client.delete(one, headers=eve.bearer)).status_code == 404
    internal = f"/internal/v1/users/{eve.id}/payment-methods/{method['id']}"
    assert (await client.get(internal, headers=await people.service())).status_code == 404
    assert (await client.get(one, headers=mei.bearer)).json() == method


async def test_exactly_one_method_is_the_default(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    first = (await client.post(PATH, json=CARD, headers=mei.bearer)).json()["id"]
    second = (await client.post(PATH, json={**CARD, "is_default": True}, headers=mei.bearer)).json()["id"]

    async def default() -> list[str]:
        items = (await client.get(PATH, headers=mei.bearer)).json()["items"]
        return [item["id"] for item in items if item["is_default"]]

    assert await default() == [second]
    assert (await client.patch(f"{PATH}/{first}", json={"is_default": True}, headers=mei.bearer)).status_code == 200
    assert await default() == [first]
    assert (await client.delete(f"{PATH}/{first}", headers=mei.bearer)).status_code == 204
    assert await default() == [second]
