"""The staff's list of people, who may change whom, and where somebody is signed in."""

import asyncio

from httpx import AsyncClient

from user_service.tests.conftest import PASSWORD, People


async def test_people_are_found_by_words_role_and_status(client: AsyncClient, people: People) -> None:
    owner = await people.person("olivia@mail.example", roles=("owner",), name="Olivia Berg")
    mei = await people.person("mei@mail.example", name="Mei Lin")
    wang = await people.person("w100%@mail.example", first_name="小芳", last_name="王")

    async def found(query: str) -> list[str]:
        answer = await client.get(f"/api/v1/users?{query}", headers=owner.bearer)
        assert answer.status_code == 200, answer.text
        return [person["id"] for person in answer.json()["items"]]

    assert await found("q=LIN%20mei") == [mei.id]
    assert await found("q=王小芳") == [wang.id]
    assert await found("q=100%25") == [wang.id]
    assert await found("q=mail.example&role=staff") == [owner.id]
    assert await found("role=customer&sort=newest") == [wang.id, mei.id]
    assert await found("role=support") == []
    assert await found("status=active&sort=email") == [mei.id, owner.id, wang.id]
    assert await found("status=deactivated") == []
    assert await found("q=nobody") == []


async def test_every_order_pages_without_gaps(client: AsyncClient, people: People) -> None:
    owner = await people.person("z@mail.example", roles=("owner",), name="Anna Berg")
    for email, name in (
        ("c@mail.example", "Anna Berg"),
        ("a@mail.example", "Zoe Adler"),
        ("b@mail.example", "Bo Berg"),
    ):
        await people.person(email, name=name)
    wanted = {
        "oldest": ["z", "c", "a", "b"],
        "newest": ["b", "a", "c", "z"],
        "email": ["a", "b", "c", "z"],
        "name": ["a", "z", "c", "b"],
    }
    for sort, letters in wanted.items():
        seen, cursor = [], ""
        while cursor is not None:
            page = await client.get(f"/api/v1/users?sort={sort}&limit=1{cursor}", headers=owner.bearer)
            seen += [person["email"][0] for person in page.json()["items"]]
            cursor = f"&cursor={page.json()['next_cursor']}" if page.json()["next_cursor"] else None
        assert seen == letters, sort


async def test_a_manager_changes_nobody_who_may_do_more(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",), name="Olivia Berg")
    manager = await people.person("boss@mail.example", roles=("manager",))
    path = f"/api/v1/users/{owner.id}"
    before = (await client.get(path, headers=owner.bearer)).json()
    address = {"address1": "A 1", "city": "Berlin", "zip": "10969", "country": "DE"}
    refused = [
        await client.patch(path, json={"name": "Nobody"}, headers=manager.bearer),
        await client.put(f"{path}/address", json=address, headers=manager.bearer),
        await client.post(f"{path}/deactivation", headers=manager.bearer),
        await client.delete(f"{path}/sessions", headers=manager.bearer),
    ]
    assert [(answer.status_code, answer.json()["code"]) for answer in refused] == [(403, "person_above_you")] * 4
    assert (await client.get(path, headers=owner.bearer)).json() == before
    assert (await client.get(f"{path}/address", headers=owner.bearer)).status_code == 404
    support = await people.person("help@mail.example", roles=("support",))
    renamed = await client.patch(f"/api/v1/users/{support.id}", json={"name": "Jun Ito"}, headers=manager.bearer)
    assert (renamed.status_code, renamed.json()["name"]) == (200, "Jun Ito")


async def test_a_deactivated_person_is_signed_out_and_stays_out(client: AsyncClient, people: People) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    mei = await people.person()
    path = f"/api/v1/users/{mei.id}"
    closed = await client.post(f"{path}/deactivation", json={"reason": "Asked for it"}, headers=manager.bearer)
    assert (closed.status_code, closed.json()["status"]) == (200, "deactivated")
    assert (await client.post(f"{path}/deactivation", headers=manager.bearer)).status_code == 200
    assert (await client.patch("/api/v1/users/me", json={"name": "x"}, headers=mei.bearer)).status_code == 401
    refresh = await client.post("/api/v1/auth/refresh", json={"refresh_token": mei.refresh_token})
    assert refresh.status_code == 401
    form = {"username": mei.email, "password": PASSWORD}
    refused = await client.post("/api/v1/auth/token", data=form)
    assert (refused.status_code, refused.json()["code"]) == (403, "account_deactivated")
    wrong = await client.post("/api/v1/auth/token", data=form | {"password": "a wrong one"})
    assert wrong.json()["code"] == "wrong_credentials"
    opened = await client.post(f"{path}/reactivation", headers=manager.bearer)
    assert (opened.status_code, opened.json()["status"]) == (200, "active")
    await people.sign_in(mei.email)
    audit = await client.get(f"/api/v1/audit-events?subject_id={mei.id}", headers=manager.bearer)
    told = [(event["action"], event["detail"]) for event in audit.json()["items"]]
    assert ("user.deactivated", {"reason": "Asked for it"}) in told
    assert [action for action, _ in told].count("user.deactivated") == 1


async def test_two_owners_who_deactivate_each_other_at_once_leave_one(client: AsyncClient, people: People) -> None:
    one = await people.person("one@mail.example", roles=("owner",))
    two = await people.person("two@mail.example", roles=("owner",))
    answers = await asyncio.gather(
        client.post(f"/api/v1/users/{two.id}/deactivation", headers=one.bearer),
        client.post(f"/api/v1/users/{one.id}/deactivation", headers=two.bearer),
    )
    assert sorted(answer.status_code for answer in answers)[0] == 200
    assert {answer.status_code for answer in answers} <= {200, 401, 409}
    left = await client.get("/api/v1/users?role=owner&status=active", headers=one.bearer)
    assert len(left.json()["items"]) == 1


async def test_nobody_deactivates_themselves(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    manager = await people.person("boss@mail.example", roles=("manager",))
    for person, code in ((owner, "last_owner"), (manager, "own_account")):
        refused = await client.post(f"/api/v1/users/{person.id}/deactivation", headers=person.bearer)
        assert (refused.status_code, refused.json()["code"]) == (409, code)
        await people.sign_in(person.email)


async def test_people_see_and_end_their_own_sessions(client: AsyncClient, people: People) -> None:
    other = await people.person("other@mail.example")
    first = await people.person()
    second, third = await people.sign_in(first.email), await people.sign_in(first.email)
    path = "/api/v1/users/me/sessions"
    listed = (await client.get(path, headers=third.bearer)).json()["items"]
    assert [session["current"] for session in listed] == [True, False, False]
    assert {session["network_address"] for session in listed} == {"127.0.0.1"}
    assert listed[0]["client"].startswith("python-httpx/")
    stranger = await client.delete(f"{path}/{listed[0]['id']}", headers=other.bearer)
    assert (stranger.status_code, stranger.json()["code"]) == (404, "session_not_found")
    ended = next(session["id"] for session in listed if session["id"] in second.refresh_token)
    assert (await client.delete(f"{path}/{ended}", headers=third.bearer)).status_code == 204
    assert (await client.delete(f"{path}/{ended}", headers=third.bearer)).status_code == 404
    assert (await client.delete(f"{path}?keep_current=true", headers=third.bearer)).status_code == 204
    left = (await client.get(path, headers=third.bearer)).json()["items"]
    assert [session["current"] for session in left] == [True]
    assert (await client.delete(path, headers=third.bearer)).status_code == 204
    refresh = await client.post("/api/v1/auth/refresh", json={"refresh_token": third.refresh_token})
    assert refresh.status_code == 401
    await people.sign_in(other.email)
