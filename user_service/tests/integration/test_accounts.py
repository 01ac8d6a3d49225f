"""Registration, profile and password."""

from typing import Any

from httpx import AsyncClient

from user_service.tests.conftest import PASSWORD, People


async def test_registers_signs_in_and_shows_the_account(client: AsyncClient, people: People) -> None:
    mei = await people.person("Mei@Mail.Example", name="Mei Lin")
    me = (await client.get("/api/v1/users/me", headers=mei.bearer)).json()
    assert me["id"] == mei.id
    assert me["email"] == "mei@mail.example"
    assert (me["name"], me["first_name"], me["last_name"]) == ("Mei Lin", "Mei", "Lin")
    assert me["roles"] == ["shopper"]
    assert "password_hash" not in me
    registered = await people.events("user.registered")
    assert [event["subject_id"] for event in registered] == [mei.id]


async def test_refuses_a_second_account_with_the_same_email(client: AsyncClient, people: People) -> None:
    await people.person("mei@mail.example")
    body = {"email": " MEI@mail.example", "password": "another password"}
    response = await client.post("/api/v1/auth/register", json=body)
    assert response.status_code == 409
    assert response.json()["code"] == "email_taken"
    assert response.headers["content-type"] == "application/problem+json"
    assert len(await people.events("user.registered")) == 1


async def test_two_registrations_of_one_email_at_once_give_one_account(client: AsyncClient, people: People) -> None:
    import asyncio

    body = {"email": "race@mail.example", "password": PASSWORD}
    answers = await asyncio.gather(*(client.post("/api/v1/auth/register", json=body) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert len(await people.events("user.registered")) == 1


async def test_refuses_bad_registrations_with_422_and_keeps_nothing(client: AsyncClient, people: People) -> None:
    good: dict[str, Any] = {"email": "mei@mail.example", "password": PASSWORD}
    bad: list[dict[str, Any]] = [
        {**good, "email": "not an address"},
        {**good, "password": "short"},
        {**good, "password": "x" * 201},
        {**good, "email": "long.password@mail.example", "password": "LONG.password@mail.example"},
        {**good, "is_owner": True},
        {**good, "roles": ["owner"]},
        {**good, "name": "Nul\u0000byte"},
        {**good, "language": "tlh"},
        {"email": good["email"]},
        {**good, "email": ["mei@mail.example"]},
    ]
    for body in bad:
        response = await client.post("/api/v1/auth/register", json=body)
        assert response.status_code == 422, body
        assert response.json()["code"] == "invalid_input"
        assert "password_hash" not in response.text
    assert await people.events("user.registered") == []


async def test_answers_malformed_json_with_422_and_a_huge_body_with_413(client: AsyncClient) -> None:
    headers = {"Content-Type": "application/json"}
    malformed = await client.post("/api/v1/auth/register", content=b'{"email": ', headers=headers)
    assert malformed.status_code == 422
    huge = await client.post("/api/v1/auth/register", content=b" " * 1_000_001, headers=headers)
    assert huge.status_code == 413
    assert huge.json()["code"] == "payload_too_large"


async def test_changes_the_profile_and_tells_what_changed(client: AsyncClient, people: People) -> None:
    mei = await people.person(name="Mei Lin")
    changed = await client.patch("/api/v1/users/me", json={"name": "王小芳", "language": "zh"}, headers=mei.bearer)
    assert changed.status_code == 200
    assert (changed.json()["first_name"], changed.json()["last_name"]) == ("小芳", "王")
    again = await client.patch("/api/v1/users/me", json={"name": "王小芳", "language": "zh"}, headers=mei.bearer)
    assert again.json() == changed.json()
    (event,) = await people.events("user.updated")
    assert event["data"] == {"user_id": mei.id, "changed": ["first_name", "language", "last_name", "name"]}


async def test_refuses_to_change_what_is_not_ones_own_to_change(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    for body in ({"email": "new@mail.example"}, {"roles": ["owner"]}, {"id": "usr_1"}, {"password": "x" * 10}):
        assert (await client.patch("/api/v1/users/me", json=body, headers=mei.bearer)).status_code == 422
    assert (await client.get("/api/v1/users/me", headers=mei.bearer)).json()["email"] == "mei@mail.example"


async def test_guests_have_no_profile(client: AsyncClient, people: People) -> None:
    guest = await people.guest()
    response = await client.get("/api/v1/users/me", headers=guest.bearer)
    assert response.status_code == 401
    assert response.json()["code"] == "sign_in_required"


async def test_a_password_change_ends_the_other_sessions_only(client: AsyncClient, people: People) -> None:
    here = await people.person()
    elsewhere = await people.sign_in(here.email)
    body = {"current_password": PASSWORD, "new_password": "a brand new password"}
    changed = await client.put("/api/v1/users/me/password", json=body, headers=here.bearer)
    assert changed.status_code == 204
    patched = await client.patch("/api/v1/users/me", json={"name": "Still here"}, headers=here.bearer)
    assert patched.status_code == 200
    dead = await client.patch("/api/v1/users/me", json={"name": "Ghost"}, headers=elsewhere.bearer)
    assert dead.status_code == 401
    assert dead.json()["code"] == "session_ended"
    old = await client.post("/api/v1/auth/token", data={"username": here.email, "password": PASSWORD})
    assert old.status_code == 401
    await people.sign_in(here.email, "a brand new password")


async def test_a_password_change_needs_the_current_one(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    body = {"current_password": "wrong", "new_password": "a brand new password"}
    response = await client.put("/api/v1/users/me/password", json=body, headers=mei.bearer)
    assert response.status_code == 403
    assert response.json()["code"] == "wrong_password"
    await people.sign_in(mei.email)
