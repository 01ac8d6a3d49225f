"""Staff at work on a customer: profile, address book, many at once, and the list as a file."""

import csv
import io
from typing import Any

import pytest
from httpx import AsyncClient
from jose import jwt

from user_service.app.addresses.service import MOST_ADDRESSES
from user_service.tests.conftest import PASSWORD, People, Person

BERLIN: dict[str, Any] = {
    "name": "Mei",
    "address1": "Lindenstraße 12",
    "city": "Berlin",
    "zip": "10969",
    "country": "DE",
}


async def _told(client: AsyncClient, reader: Person, subject: Person) -> list[tuple[str, str]]:
    path = f"/api/v1/audit-events?subject_id={subject.id}"
    rows = (await client.get(path, headers=reader.bearer)).json()["items"]
    return [(row["action"], row["actor_id"]) for row in rows if row["actor_id"] == reader.id]


async def test_a_profile_is_corrected_and_the_new_email_signs_in(client: AsyncClient, people: People) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    mei = await people.person("mei@mail.example", name="Mei Lin")
    path = f"/api/v1/users/{mei.id}"
    wanted = {"name": "Mei Lin Berg", "email": " MEI@new.example", "language": "zh"}
    changed = await client.patch(path, json=wanted, headers=manager.bearer)
    assert changed.status_code == 200, changed.text
    shown = {name: changed.json()[name] for name in ("name", "first_name", "last_name", "email", "language")}
    assert shown == {
        "name": "Mei Lin Berg",
        "first_name": "Mei Lin",
        "last_name": "Berg",
        "email": "mei@new.example",
        "language": "zh",
    }
    again = await client.patch(path, json=wanted, headers=manager.bearer)
    assert again.json() == changed.json()
    assert await _told(client, manager, mei) == [("user.updated", manager.id)]
    old = await client.post("/api/v1/auth/token", data={"username": mei.email, "password": PASSWORD})
    assert old.status_code == 401
    assert (await people.sign_in("mei@new.example")).id == mei.id
    (event,) = [one for one in await people.events("user.updated") if one["subject_id"] == mei.id]
    assert event["data"]["changed"] == ["email", "first_name", "language", "last_name", "name"]


async def test_groups_are_the_staffs_to_give_and_the_next_token_carries_them(
    client: AsyncClient, people: People
) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    mei = await people.person("mei@mail.example")
    path = f"/api/v1/users/{mei.id}"
    assert "groups" not in jwt.get_unverified_claims(mei.access_token)
    changed = await client.patch(path, json={"groups": ["wholesale", "vip", "vip"]}, headers=manager.bearer)
    assert (changed.status_code, changed.json()["groups"]) == (200, ["vip", "wholesale"])
    assert jwt.get_unverified_claims((await people.sign_in(mei.email)).access_token)["groups"] == ["vip", "wholesale"]
    for wrong in (["No Group"], ["x" * 41]):
        assert (await client.patch(path, json={"groups": wrong}, headers=manager.bearer)).status_code == 422
    own = await client.patch("/api/v1/users/me", json={"groups": ["staff-price"]}, headers=mei.bearer)
    assert own.status_code == 422
    assert (await client.get(path, headers=manager.bearer)).json()["groups"] == ["vip", "wholesale"]
    (event,) = [one for one in await people.events("user.updated") if one["subject_id"] == mei.id]
    assert event["data"]["changed"] == ["groups"]


async def test_an_email_that_is_taken_stays_with_whom_it_belongs_to(client: AsyncClient, people: People) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    mei, eve = await people.person("mei@mail.example"), await people.person("eve@mail.example")
    path = f"/api/v1/users/{mei.id}"
    refused = await client.patch(path, json={"email": eve.email, "language": "zh"}, headers=manager.bearer)
    assert (refused.status_code, refused.json()["code"]) == (409, "email_taken")
    now = (await client.get(path, headers=manager.bearer)).json()
    assert (now["email"], now["language"]) == ("mei@mail.example", "en")
    assert await _told(client, manager, mei) == []


async def test_nobody_changes_their_own_email_without_a_word(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    refused = await client.patch("/api/v1/users/me", json={"email": "new@mail.example"}, headers=mei.bearer)
    assert refused.status_code == 422


async def test_an_invitation_to_the_old_email_opens_nothing(client: AsyncClient, people: People) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    invited = (await client.post("/api/v1/users", json={"email": "jn@mail.example"}, headers=manager.bearer)).json()
    await client.patch(
        f"/api/v1/users/{invited['user']['id']}", json={"email": "jun@mail.example"}, headers=manager.bearer
    )
    token = invited["link"].rpartition("=")[2]
    body = {"token": token, "password": "a long enough sentence"}
    refused = await client.post("/api/v1/auth/password-reset/confirmation", json=body)
    assert (refused.status_code, refused.json()["code"]) == (404, "link_spent")
    signed_in = await client.post(
        "/api/v1/auth/token", data={"username": "jun@mail.example", "password": body["password"]}
    )
    assert signed_in.status_code == 401


async def test_the_address_book_is_kept_for_a_customer(client: AsyncClient, people: People) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    mei = await people.person("mei@mail.example")
    path = f"/api/v1/users/{mei.id}/addresses"
    first = await client.post(path, json={**BERLIN, "is_default": True}, headers=manager.bearer)
    second = await client.post(path, json={**BERLIN, "city": "Hamburg", "zip": "20457"}, headers=manager.bearer)
    assert (first.status_code, second.status_code) == (201, 201)
    one, two = first.json()["id"], second.json()["id"]
    await client.patch(f"{path}/{two}", json={"is_default": True, "state": "HH"}, headers=manager.bearer)
    again = await client.patch(f"{path}/{two}", json={"is_default": True}, headers=manager.bearer)
    assert (again.json()["state"], again.json()["is_default"]) == ("HH", True)
    own = (await client.get("/api/v1/users/me/addresses", headers=mei.bearer)).json()["items"]
    listed = (await client.get(path, headers=manager.bearer)).json()
    assert listed == {"items": own, "next_cursor": None}
    assert [(item["id"], item["is_default"]) for item in own] == [(one, False), (two, True)]
    assert (await client.delete(f"{path}/{one}", headers=manager.bearer)).status_code == 204
    gone = await client.delete(f"{path}/{one}", headers=manager.bearer)
    assert (gone.status_code, gone.json()["code"]) == (404, "no_such_address")
    told = await _told(client, manager, mei)
    assert told == [(f"address.{what}", manager.id) for what in ("deleted", "changed", "added", "added")]


async def test_pages_of_an_address_book_and_its_end(client: AsyncClient, people: People) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    mei = await people.person("mei@mail.example")
    path = f"/api/v1/users/{mei.id}/addresses"
    for _ in range(MOST_ADDRESSES):
        assert (await client.post(path, json=BERLIN, headers=manager.bearer)).status_code == 201
    full = await client.post(path, json=BERLIN, headers=manager.bearer)
    assert (full.status_code, full.json()["code"]) == (409, "address_book_full")
    first = (await client.get(f"{path}?limit=30", headers=manager.bearer)).json()
    rest = (await client.get(f"{path}?limit=30&cursor={first['next_cursor']}", headers=manager.bearer)).json()
    assert len({item["id"] for item in first["items"] + rest["items"]}) == MOST_ADDRESSES
    assert rest["next_cursor"] is None


async def test_who_may_not_change_customers_changes_none(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    manager = await people.person("boss@mail.example", roles=("manager",))
    support = await people.person("help@mail.example", roles=("support",))
    mei, eve = await people.person("mei@mail.example"), await people.person("eve@mail.example")
    path = f"/api/v1/users/{mei.id}"
    address = (await client.post(f"{path}/addresses", json=BERLIN, headers=manager.bearer)).json()
    for who in (support, eve):
        answers = [
            await client.patch(path, json={"email": "x@mail.example"}, headers=who.bearer),
            await client.post(f"{path}/addresses", json=BERLIN, headers=who.bearer),
            await client.patch(f"{path}/addresses/{address['id']}", json={"city": "X"}, headers=who.bearer),
            await client.delete(f"{path}/addresses/{address['id']}", headers=who.bearer),
        ]
        assert [answer.status_code for answer in answers] == [403] * 4
    assert (await client.get(f"{path}/addresses", headers=eve.bearer)).status_code == 403
    assert (await client.get("/api/v1/users/export.csv", headers=eve.bearer)).status_code == 403
    above = await client.post(f"/api/v1/users/{owner.id}/addresses", json=BERLIN, headers=manager.bearer)
    assert above.json()["code"] == "person_above_you"
    anothers = await client.patch(
        f"/api/v1/users/{eve.id}/addresses/{address['id']}", json={"city": "X"}, headers=manager.bearer
    )
    assert anothers.json()["code"] == "no_such_address"
    assert (await client.get(f"{path}/addresses", headers=support.bearer)).json()["items"] == [address]
    nobody = await client.get("/api/v1/users/usr_unknown/addresses", headers=manager.bearer)
    assert nobody.json()["code"] == "user_not_found"


async def test_many_people_in_one_question(client: AsyncClient, people: People) -> None:
    staff = await people.person("help@mail.example", roles=("support",))
    mei, eve = await people.person("mei@mail.example"), await people.person("eve@mail.example")
    guest = await people.guest()
    query = "&".join(f"ids={one}" for one in (eve.id, guest.id, mei.id, "usr_unknown", mei.id))
    found = (await client.get(f"/api/v1/users?{query}", headers=staff.bearer)).json()
    assert found["next_cursor"] is None
    assert [person["email"] for person in found["items"]] == [mei.email, eve.email]
    many = "&".join(f"ids=usr_{number}" for number in range(101))
    assert (await client.get(f"/api/v1/users?{many}", headers=staff.bearer)).status_code == 422
    assert (await client.get(f"/api/v1/users?{query}", headers=mei.bearer)).status_code == 403


@pytest.mark.parametrize(
    ("query", "emails"), [("role=customer", ["x@mail.example", "mei@mail.example"]), ("q=mei", ["mei@mail.example"])]
)
async def test_the_list_as_a_file(client: AsyncClient, people: People, query: str, emails: list[str]) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    await people.person("mei@mail.example", name="Mei Lin")
    await people.person("x@mail.example", name="=HYPERLINK(1)")
    answer = await client.get(f"/api/v1/users/export.csv?{query}", headers=manager.bearer)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["email"] for row in rows] == emails
    assert rows[-1]["name"] == "Mei Lin"
    assert all(row["name"] in ("Mei Lin", "'=HYPERLINK(1)") for row in rows)
    audit = (await client.get("/api/v1/audit-events?action=customers.exported", headers=manager.bearer)).json()["items"]
    assert [row["actor_id"] for row in audit] == [manager.id]


async def test_what_is_wrong_is_told_in_the_readers_language(client: AsyncClient, people: People) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    mei = await people.person("mei@mail.example")
    chinese = {**manager.bearer, "Accept-Language": "zh-CN,zh;q=0.9"}
    path = f"/api/v1/users/{mei.id}"
    wrong = {"address1": "x" * 201, "city": "Berlin", "zip": "?!", "country": "DE", "street": "12"}
    refused = (await client.post(f"{path}/addresses", json=wrong, headers=chinese)).json()
    assert (refused["code"], refused["title"]) == ("invalid_input", "输入有误")
    assert {error["at"]: error["message"] for error in refused["errors"]} == {
        "body.address1": "最多 200 个字符",
        "body.zip": "格式不正确",
        "body.street": "没有这个字段",
    }
    email = (await client.patch(path, json={"email": "nobody"}, headers=chinese)).json()["errors"]
    assert email == [{"at": "body.email", "message": "这不是有效的邮箱地址", "type": "value_error"}]
    taken = (await client.patch(path, json={"email": manager.email}, headers=chinese)).json()
    assert (taken["code"], taken["title"]) == ("email_taken", "此邮箱已有账户")
    nobody = (await client.get("/api/v1/users/usr_unknown", headers=chinese)).json()
    assert (nobody["code"], nobody["title"]) == ("user_not_found", "这里没有此人")
    unknown = (await client.patch(path, json={"email": manager.email}, headers=manager.bearer)).json()
    assert unknown["title"] == "There is an account with this email already"
