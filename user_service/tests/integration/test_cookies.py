"""Browsers keep the refresh token in a cookie that no script can read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from httpx import AsyncClient

from common.config import private_file
from tests.support.suite import InProcessSuite
from user_service.tests.conftest import PASSWORD, People

SHOP = {"Origin": "http://shop.test"}


async def _sign_in(client: AsyncClient, email: str) -> Any:
    form = {"username": email, "password": PASSWORD, "cookie": "true"}
    return await client.post("/api/v1/auth/token", data=form, headers=SHOP)


async def test_the_cookie_replaces_the_token_in_the_answer(client: AsyncClient, people: People, room: Any) -> None:
    mei = await people.person()
    response = await _sign_in(client, mei.email)
    assert response.json()["refresh_token"] is None
    cookie = response.headers["set-cookie"]
    assert cookie.startswith(f"shopkeeper_refresh_{room.settings.suite_id}=ses_")
    for attribute in ("HttpOnly", "Path=/api/v1/auth", "SameSite=strict"):
        assert attribute in cookie
    assert "Secure" not in cookie


async def test_refreshes_by_cookie_from_the_shops_own_pages_only(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    await _sign_in(client, mei.email)
    for origin in ({}, {"Origin": "http://evil.test"}, {"Origin": "null"}):
        refused = await client.post("/api/v1/auth/refresh", headers=origin)
        assert refused.status_code == 403
        assert refused.json()["code"] == "origin_not_allowed"
    for origin in (SHOP, {"Origin": "http://user.test"}):
        answer = await client.post("/api/v1/auth/refresh", headers=origin)
        assert answer.status_code == 200
        assert answer.json()["refresh_token"] is None
        assert "HttpOnly" in answer.headers["set-cookie"]


async def test_signing_out_clears_the_cookie(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    await _sign_in(client, mei.email)
    assert (await client.post("/api/v1/auth/logout", headers=SHOP)).status_code == 204
    assert (await client.post("/api/v1/auth/refresh", headers=SHOP)).status_code == 401


async def test_a_guest_known_by_cookie_is_merged_on_sign_in(client: AsyncClient, people: People) -> None:
    await people.person("mei@mail.example")
    guest = (await client.post("/api/v1/auth/guest", json={"cookie": True}, headers=SHOP)).json()
    user = (await _sign_in(client, "mei@mail.example")).json()
    (event,) = await people.events("guest.merged")
    assert event["data"] == {"guest_id": guest["subject_id"], "user_id": user["subject_id"]}


async def test_another_sites_page_cannot_merge_the_guest(client: AsyncClient, people: People) -> None:
    await people.person("mei@mail.example")
    await client.post("/api/v1/auth/guest", json={"cookie": True}, headers=SHOP)
    form = {"username": "mei@mail.example", "password": PASSWORD}
    answer = await client.post("/api/v1/auth/token", data=form, headers={"Origin": "http://evil.test"})
    assert answer.status_code == 200
    assert await people.events("guest.merged") == []


async def test_another_sites_page_cannot_sign_a_visitor_in_as_somebody_else(
    client: AsyncClient, people: People
) -> None:
    mei = await people.person()
    form = {"username": mei.email, "password": PASSWORD, "cookie": "true"}
    answer = await client.post("/api/v1/auth/token", data=form, headers={"Origin": "http://evil.test"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


async def test_signing_out_with_a_stale_cookie_clears_it(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    await _sign_in(client, mei.email)
    cookies = dict(client.cookies)
    await client.post("/api/v1/auth/logout", headers=SHOP)
    client.cookies.update(cookies)
    again = await client.post("/api/v1/auth/logout", headers=SHOP)
    assert again.status_code == 204
    assert "Max-Age=0" in again.headers["set-cookie"]


async def test_a_page_learns_on_load_whom_its_cookie_signs_in(client: AsyncClient, people: People, room: Any) -> None:
    mei = await people.person(name="Mei Lin")
    nobody = await client.post("/api/v1/auth/session", headers=SHOP)
    assert (nobody.status_code, nobody.content) == (204, b"")
    assert "set-cookie" not in nobody.headers
    await _sign_in(client, mei.email)
    start = await client.post("/api/v1/auth/session", headers=SHOP)
    assert start.status_code == 200
    assert (start.json()["subject_id"], start.json()["refresh_token"]) == (mei.id, None)
    assert (start.json()["user"]["name"], start.json()["user"]["roles"]) == ("Mei Lin", ["shopper"])
    assert (await room.tokens.verify(start.json()["access_token"])).subject_id == mei.id
    refused = await client.post("/api/v1/auth/session", headers={"Origin": "http://evil.test"})
    assert (refused.status_code, refused.json()["code"]) == (403, "origin_not_allowed")


async def test_a_page_of_a_guest_goes_on_as_that_guest(client: AsyncClient, people: People) -> None:
    guest = (await client.post("/api/v1/auth/guest", json={"cookie": True}, headers=SHOP)).json()
    start = (await client.post("/api/v1/auth/session", headers=SHOP)).json()
    assert (start["subject_id"], start["user"]) == (guest["subject_id"], None)


async def test_a_stale_cookie_is_cleared_without_an_error(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    await _sign_in(client, mei.email)
    cookies = dict(client.cookies)
    await client.post("/api/v1/auth/logout", headers=SHOP)
    client.cookies.update(cookies)
    start = await client.post("/api/v1/auth/session", headers=SHOP)
    assert start.status_code == 204
    assert "Max-Age=0" in start.headers["set-cookie"]


async def test_behind_a_trusted_proxy_with_tls_the_cookie_is_secure(
    make_settings: Callable[..., Any], tmp_path: Path, private_key: bytes
) -> None:
    private_file(tmp_path / "keys" / "access_tokens.pem", lambda: private_key)
    tls = {"X-Forwarded-Proto": "https", "Origin": "https://user.test"}
    async with InProcessSuite(make_settings, ("user",), trusted_proxies=["127.0.0.1"]) as suite:
        guest = await suite.users.post("/api/v1/auth/guest", json={"cookie": True}, headers=tls)
        assert guest.status_code == 201
        assert "Secure" in guest.headers["set-cookie"]
        plain = await suite.users.post(
            "/api/v1/auth/guest", json={"cookie": True}, headers={"Origin": "http://user.test"}
        )
        assert "Secure" not in plain.headers["set-cookie"]


async def test_nobody_else_can_say_that_a_request_came_over_tls(client: AsyncClient) -> None:
    tls = {"X-Forwarded-Proto": "https", "Origin": "https://user.test"}
    refused = await client.post("/api/v1/auth/guest", json={"cookie": True}, headers=tls)
    assert (refused.status_code, refused.json()["code"]) == (403, "origin_not_allowed")
