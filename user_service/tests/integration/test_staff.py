"""Finding customers, roles, and the audit log."""

import asyncio
from typing import Any

import pytest
from httpx import AsyncClient

from user_service.tests.conftest import People

BERLIN: dict[str, Any] = {"address1": "Lindenstraße 12", "city": "Berlin", "zip": "SW1A 1AA", "country": "GB"}


async def test_finds_a_customer_by_email_or_by_name_and_zip_in_any_case(client: AsyncClient, people: People) -> None:
    staff = await people.person("help@mail.example", roles=("support",))
    mei = await people.person("mei@mail.example", name="Mei Lin")
    await people.person("namesake@mail.example", name="Mei Lin")
    await client.post("/api/v1/users/me/addresses", json=BERLIN, headers=mei.bearer)
    queries = (
        "email=MEI@mail.example",
        "first_name=mei&last_name=LIN&zip=sw1a1aa",
        "last_name=lin&zip=SW1A%201AA",
        "first_name=MEI&zip=sw1a-1aa",
    )
    for query in queries:
        found = (await client.get(f"/api/v1/users?{query}", headers=staff.bearer)).json()
        assert [user["id"] for user in found["items"]] == [mei.id], query
    for query in ("email=nobody@mail.example", "first_name=mei&last_name=lin&zip=99999"):
        nobody = await client.get(f"/api/v1/users?{query}", headers=staff.bearer)
        assert (nobody.status_code, nobody.json()["code"]) == (404, "user_not_found")
    for query in ("first_name=mei&last_name=lin", "zip=10969"):
        assert (await client.get(f"/api/v1/users?{query}", headers=staff.bearer)).status_code == 422


async def test_shoppers_look_nobody_up(client: AsyncClient, people: People) -> None:
    mei = await people.person("mei@mail.example")
    other = await people.person("other@mail.example")
    paths = (
        "/api/v1/users?email=other@mail.example",
        f"/api/v1/users/{other.id}",
        f"/api/v1/users/{other.id}/address",
        f"/api/v1/users/{other.id}/payment-methods",
        f"/api/v1/users/{other.id}/roles",
        "/api/v1/roles",
        "/api/v1/permissions",
        "/api/v1/audit-events",
    )
    for path in paths:
        assert (await client.get(path, headers=mei.bearer)).status_code == 403, path
        assert (await client.get(path, headers=(await people.guest()).bearer)).status_code == 403, path
        assert (await client.get(path)).status_code == 401, path


async def test_lists_customers_page_by_page(client: AsyncClient, people: People) -> None:
    staff = await people.person("help@mail.example", roles=("support",))
    others = [(await people.person(f"p{number}@mail.example")).id for number in range(2)]
    first = (await client.get("/api/v1/users?limit=2", headers=staff.bearer)).json()
    rest = (await client.get(f"/api/v1/users?limit=2&cursor={first['next_cursor']}", headers=staff.bearer)).json()
    assert [user["id"] for user in first["items"] + rest["items"]] == [staff.id, *others]
    assert rest["next_cursor"] is None
    assert (await client.get("/api/v1/users?cursor=%00", headers=staff.bearer)).status_code == 422


async def test_staff_correct_an_address_if_they_may(client: AsyncClient, people: People) -> None:
    support = await people.person("help@mail.example", roles=("support",))
    manager = await people.person("boss@mail.example", roles=("manager",))
    mei = await people.person("mei@mail.example")
    path = f"/api/v1/users/{mei.id}/address"
    assert (await client.get(path, headers=support.bearer)).status_code == 404
    assert (await client.put(path, json=BERLIN, headers=support.bearer)).status_code == 403
    put = await client.put(path, json=BERLIN, headers=manager.bearer)
    assert put.status_code == 200
    again = await client.put(path, json={**BERLIN, "city": "London"}, headers=manager.bearer)
    assert (again.json()["id"], again.json()["city"]) == (put.json()["id"], "London")
    assert (await client.get(path, headers=support.bearer)).json() == again.json()
    unknown = await client.put("/api/v1/users/usr_unknown/address", json=BERLIN, headers=manager.bearer)
    assert unknown.status_code == 404


async def test_roles_and_permissions_have_names_in_both_languages(client: AsyncClient, people: People) -> None:
    staff = await people.person("help@mail.example", roles=("support",))
    roles = (await client.get("/api/v1/roles", headers=staff.bearer)).json()["items"]
    assert [role["id"] for role in roles] == ["shopper", "support", "manager", "owner"]
    assert roles[3]["permissions"] == ["*"]
    chinese = (await client.get("/api/v1/permissions?lang=zh", headers=staff.bearer)).json()["items"]
    assert {"id": "orders:read", "name": "查看所有订单"} in chinese


async def test_owners_alone_give_roles_and_losing_one_ends_the_sessions(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    manager = await people.person("boss@mail.example", roles=("manager",))
    mei = await people.person("mei@mail.example")
    path = f"/api/v1/users/{mei.id}/roles"
    for staff in (manager, mei):
        assert (await client.put(path, json={"roles": ["owner"]}, headers=staff.bearer)).status_code == 403
    granted = await client.post(path, json={"role": "support"}, headers=owner.bearer)
    assert granted.status_code == 201
    assert granted.json()["roles"] == ["shopper", "support"]
    support = await people.sign_in(mei.email)
    assert (await client.get("/api/v1/users", headers=support.bearer)).status_code == 200
    taken = await client.put(path, json={"roles": []}, headers=owner.bearer)
    assert taken.json() == {"roles": ["shopper"], "permissions": []}
    refreshed = await client.post("/api/v1/auth/refresh", json={"refresh_token": support.refresh_token})
    assert refreshed.status_code == 401
    changes = await people.events("user.updated")
    assert [event["data"]["changed"] for event in changes if event["subject_id"] == mei.id] == [["roles"], ["roles"]]


async def test_a_promotion_arrives_with_the_next_refresh(client: AsyncClient, people: People, room: Any) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    mei = await people.person("mei@mail.example")
    body = {"roles": ["shopper", "manager"]}
    await client.put(f"/api/v1/users/{mei.id}/roles", json=body, headers=owner.bearer)
    pair = (await client.post("/api/v1/auth/refresh", json={"refresh_token": mei.refresh_token})).json()
    assert (await room.tokens.verify(pair["access_token"])).roles == ("shopper", "manager")


async def test_the_last_owner_stays(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    path = f"/api/v1/users/{owner.id}/roles"
    refused = await client.put(path, json={"roles": ["shopper"]}, headers=owner.bearer)
    assert refused.status_code == 409
    assert refused.json()["code"] == "last_owner"
    assert (await client.get(path, headers=owner.bearer)).json()["roles"] == ["shopper", "owner"]


async def test_two_owners_who_demote_each_other_at_once_leave_one(client: AsyncClient, people: People) -> None:
    one = await people.person("one@mail.example", roles=("owner",))
    two = await people.person("two@mail.example", roles=("owner",))
    body = {"roles": ["shopper"]}
    answers = await asyncio.gather(
        client.put(f"/api/v1/users/{two.id}/roles", json=body, headers=one.bearer),
        client.put(f"/api/v1/users/{one.id}/roles", json=body, headers=two.bearer),
    )
    assert 200 in {answer.status_code for answer in answers}
    assert {answer.status_code for answer in answers} <= {200, 409, 401}
    left = [(await client.get(f"/api/v1/users/{who.id}/roles", headers=one.bearer)) for who in (one, two)]
    assert sum("owner" in answer.json()["roles"] for answer in left) == 1


@pytest.mark.parametrize("roles", [["root"], "owner", ["owner"] * 5, None])
async def test_refuses_unknown_roles(client: AsyncClient, people: People, roles: Any) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    path = f"/api/v1/users/{owner.id}/roles"
    assert (await client.put(path, json={"roles": roles}, headers=owner.bearer)).status_code == 422
    unknown = await client.put("/api/v1/users/usr_x/roles", json={"roles": []}, headers=owner.bearer)
    assert unknown.status_code == 404


async def test_the_audit_log_tells_what_happened_and_holds_no_secret(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    mei = await people.person("mei@mail.example")
    await client.post("/api/v1/auth/token", data={"username": mei.email, "password": "a wrong secret"})
    await client.post(f"/api/v1/users/{mei.id}/roles", json={"role": "support"}, headers=owner.bearer)
    path = f"/api/v1/audit-events?subject_id={mei.id}"
    page = await client.get(path, headers=owner.bearer)
    actions = [event["action"] for event in page.json()["items"]]
    assert actions == ["roles.changed", "sign_in.failed", "sign_in.succeeded", "user.registered"]
    assert page.json()["items"][0]["actor_id"] == owner.id
    assert page.json()["items"][0]["detail"] == {"before": [], "after": ["support"]}
    assert "secret" not in page.text
    first = (await client.get(f"{path}&limit=3", headers=owner.bearer)).json()
    rest = (await client.get(f"{path}&limit=3&cursor={first['next_cursor']}", headers=owner.bearer)).json()
    assert [event["action"] for event in rest["items"]] == ["user.registered"]
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        assert (await client.request(method, "/api/v1/audit-events", headers=owner.bearer)).status_code == 405


async def test_no_odd_key_upsets_the_database(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    paths = (
        "/api/v1/users/%00",
        "/api/v1/users/" + "x" * 65,
        "/api/v1/users?email=%00",
        "/api/v1/users?first_name=%00&zip=1",
        "/api/v1/users?cursor=WyJcdTAwMDAiXQ",
        "/api/v1/users/me/addresses/%00",
        "/api/v1/users/me/addresses?cursor=WyJcdTAwMDAiXQ",
        "/api/v1/users/me/payment-methods/%00",
        "/api/v1/audit-events?action=%00",
    )
    for path in paths:
        assert (await client.get(path, headers=owner.bearer)).status_code == 422, path
    form = {"username": "mei\0@mail.example", "password": "pass\0word"}
    assert (await client.post("/api/v1/auth/token", data=form)).status_code == 422
    refresh = await client.post("/api/v1/auth/refresh", json={"refresh_token": "ses_\0.0.x"})
    assert refresh.status_code == 401
