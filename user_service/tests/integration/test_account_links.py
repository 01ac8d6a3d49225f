"""Invitations and new passwords: links that work once, mailed, never told to the wrong person."""

import asyncio
import re
from datetime import timedelta
from email.header import decode_header, make_header
from typing import Any

from httpx import AsyncClient
from sqlalchemy import update

from common.clock import utc_now
from common.database import use_tenant
from user_service.app.account_links.models import AccountLink
from user_service.tests.conftest import PASSWORD, People, mail_text, mails

RESET = "/api/v1/auth/password-reset"
NEW = "an entirely new sentence"


def _token(text: str) -> str:
    found = re.search(r"\?token=(\S+)", text)
    assert found is not None
    return found[1]


async def _reset_token(client: AsyncClient, room: Any, address: str) -> str:
    asked = await client.post(RESET, json={"email": address})
    assert asked.status_code == 202
    return _token(mail_text((await mails(room, 1))[-1]))


async def test_a_forgotten_password_is_replaced_by_a_mailed_link(
    client: AsyncClient, people: People, room: Any
) -> None:
    mei = await people.person(name="Mei Lin", language="en")
    asked = await client.post(RESET, json={"email": "MEI@mail.example"})
    unknown = await client.post(RESET, json={"email": "nobody@mail.example"})
    assert (asked.status_code, asked.json()) == (unknown.status_code, unknown.json())
    (mail,) = await mails(room, 1)
    assert mail["To"] == mei.email
    assert str(make_header(decode_header(mail["Subject"]))) == "A new password for Shopkeeper"
    assert "Hello Mei Lin" in mail_text(mail)
    token = _token(mail_text(mail))
    page = await client.get(f"{RESET}?token={token}")
    assert (page.status_code, "mei@mail.example" in page.text) == (200, True)
    short = await client.post(f"{RESET}/confirmation", json={"token": token, "password": "short"})
    assert short.status_code == 422
    done = await client.post(f"{RESET}/confirmation", json={"token": token, "password": NEW})
    assert done.status_code == 204
    again = await client.post(f"{RESET}/confirmation", json={"token": token, "password": "yet another one"})
    assert (again.status_code, again.json()["code"]) == (404, "link_spent")
    assert (await client.get(f"{RESET}?token={token}")).status_code == 404
    ended = await client.post("/api/v1/auth/refresh", json={"refresh_token": mei.refresh_token})
    assert ended.status_code == 401
    old = await client.post("/api/v1/auth/token", data={"username": mei.email, "password": PASSWORD})
    assert old.status_code == 401
    await people.sign_in(mei.email, NEW)


async def test_of_two_who_use_a_link_at_once_one_succeeds(client: AsyncClient, people: People, room: Any) -> None:
    mei = await people.person()
    token = await _reset_token(client, room, mei.email)
    passwords = ["the first sentence", "the second sentence"]
    answers = await asyncio.gather(
        *(client.post(f"{RESET}/confirmation", json={"token": token, "password": each}) for each in passwords)
    )
    assert sorted(answer.status_code for answer in answers) == [204, 404]
    winner = passwords[[answer.status_code for answer in answers].index(204)]
    await people.sign_in(mei.email, winner)


async def test_a_link_that_is_too_old_forged_or_of_a_closed_account_is_spent(
    client: AsyncClient, people: People, room: Any
) -> None:
    manager = await people.person("boss@mail.example", roles=("manager",))
    mei = await people.person()
    token = await _reset_token(client, room, mei.email)
    link_id = token.partition(".")[0]
    for wrong in ("", "x", "lnk_x.y", f"{link_id}.{'A' * 43}", f"{token}x", "é.é"):
        refused = await client.post(f"{RESET}/confirmation", json={"token": wrong, "password": NEW})
        assert (refused.status_code, refused.json()["code"]) == (404, "link_spent"), wrong
    await client.post(f"/api/v1/users/{mei.id}/deactivation", headers=manager.bearer)
    closed = await client.post(f"{RESET}/confirmation", json={"token": token, "password": NEW})
    assert closed.status_code == 404
    await client.post(f"/api/v1/users/{mei.id}/reactivation", headers=manager.bearer)
    with use_tenant("default"):
        async with room.database.unit_of_work() as session:
            past = utc_now() - timedelta(seconds=1)
            await session.execute(update(AccountLink).where(AccountLink.id == link_id).values(expires_at=past))
    old = await client.post(f"{RESET}/confirmation", json={"token": token, "password": NEW})
    assert old.status_code == 404
    await people.sign_in(mei.email)


async def test_asking_too_often_is_refused_whether_or_not_there_is_an_account(
    client: AsyncClient, people: People
) -> None:
    mei = await people.person()
    for address in (mei.email, "nobody@mail.example"):
        answers = [await client.post(RESET, json={"email": address}) for _ in range(6)]
        assert [answer.status_code for answer in answers] == [202] * 5 + [429]
        assert (answers[-1].json()["code"], int(answers[-1].headers["retry-after"]) > 0) == ("too_many_resets", True)


async def test_staff_invite_a_person_who_chooses_a_password(client: AsyncClient, people: People, room: Any) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    body = {"email": "jun@mail.example", "name": "Jun Ito", "roles": ["support"], "language": "zh"}
    invited = await client.post("/api/v1/users", json=body, headers=owner.bearer)
    assert invited.status_code == 201
    user, token = invited.json()["user"], _token(invited.json()["link"])
    assert (user["status"], user["roles"]) == ("invited", ["shopper", "support"])
    (mail,) = await mails(room, 1)
    assert (mail["To"], _token(mail_text(mail))) == ("jun@mail.example", token)
    assert "您好" in mail_text(mail)
    refused = await client.post("/api/v1/auth/token", data={"username": "jun@mail.example", "password": PASSWORD})
    assert refused.status_code == 401
    taken = await client.post("/api/v1/users", json=body, headers=owner.bearer)
    assert (taken.status_code, taken.json()["code"]) == (409, "email_taken")
    again = await client.post(f"/api/v1/users/{user['id']}/invitation", headers=owner.bearer)
    assert again.status_code == 201
    spent = await client.post(f"{RESET}/confirmation", json={"token": token, "password": NEW})
    assert spent.status_code == 404
    form = {"token": _token(again.json()["link"]), "password": NEW}
    done = await client.post(f"{RESET}/form", data=form)
    assert (done.status_code, "jun@mail.example" in done.text) == (200, True)
    jun = await people.sign_in("jun@mail.example", NEW)
    assert (await client.get("/api/v1/users", headers=jun.bearer)).status_code == 200
    late = await client.post(f"/api/v1/users/{user['id']}/invitation", headers=owner.bearer)
    assert (late.status_code, late.json()["code"]) == (409, "not_invited")


async def test_a_manager_invites_customers_but_gives_no_roles_and_resets_no_owner(
    client: AsyncClient, people: People
) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    manager = await people.person("boss@mail.example", roles=("manager",))
    staff = {"email": "jun@mail.example", "roles": ["owner"]}
    refused = await client.post("/api/v1/users", json=staff, headers=manager.bearer)
    assert (refused.status_code, refused.json()["code"]) == (403, "missing_permission")
    assert (await client.get("/api/v1/users?email=jun@mail.example", headers=manager.bearer)).status_code == 404
    customer = await client.post("/api/v1/users", json={"email": "jun@mail.example"}, headers=manager.bearer)
    assert customer.status_code == 201
    mailed = await client.post(f"/api/v1/users/{owner.id}/password-reset", headers=manager.bearer)
    assert (mailed.status_code, mailed.json()["code"]) == (403, "person_above_you")
    invited = await client.post("/api/v1/users", json=staff | {"email": "o2@mail.example"}, headers=owner.bearer)
    path = f"/api/v1/users/{invited.json()['user']['id']}/invitation"
    assert (await client.post(path, headers=manager.bearer)).json()["code"] == "person_above_you"


async def test_the_command_gets_a_link_for_the_owner_and_nobody_else_does(client: AsyncClient, people: People) -> None:
    owner = await people.person("owner@mail.example", roles=("owner",))
    path = "/internal/v1/owner-links"
    for headers in (owner.bearer, await people.service("order_service")):
        assert (await client.post(path, json={}, headers=headers)).status_code == 403
    given = await client.post(path, json={}, headers=await people.service("owner_reset"))
    assert (given.status_code, given.json()["email"]) == (201, owner.email)
    form = {"token": _token(given.json()["link"]), "password": NEW}
    assert (await client.post(f"{RESET}/confirmation", json=form)).status_code == 204
    await people.sign_in(owner.email, NEW)
    unknown = await client.post(path, json={"email": "x@mail.example"}, headers=await people.service("owner_reset"))
    assert unknown.status_code == 404
