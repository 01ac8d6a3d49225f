"""Signing in, forged tokens, refresh rotation, guests, sign-out."""

import asyncio
import base64
import hmac
import json
import time
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from httpx import AsyncClient

from common.database import use_tenant
from common.security.tokens import TokenSigner, new_private_key
from user_service.tests.conftest import PASSWORD, People


def _part(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _claims(subject: str, session: str, **changes: Any) -> dict[str, Any]:
    now = int(time.time())
    base = {"iss": "shopkeeper", "aud": "shopkeeper", "sub": subject, "tid": "default", "sid": session}
    return {**base, "roles": ["owner"], "permissions": ["*"], "iat": now, "exp": now + 900, **changes}


async def _refresh(client: AsyncClient, token: str) -> Any:
    return await client.post("/api/v1/auth/refresh", json={"refresh_token": token})


async def test_the_token_carries_what_other_services_need(people: People, room: Any) -> None:
    mei = await people.person(roles=("support",))
    caller = await room.tokens.verify(mei.access_token)
    assert caller.subject_id == mei.id
    assert caller.tenant_id == "default"
    assert caller.roles == ("shopper", "support")
    assert caller.permissions == {"orders:read", "users:read", "stock:read", "conversations:read"}


async def test_answers_an_unknown_email_and_a_wrong_password_alike(client: AsyncClient, people: People) -> None:
    await people.person("mei@mail.example")
    answers = [
        await client.post("/api/v1/auth/token", data={"username": email, "password": "wrong password"})
        for email in ("mei@mail.example", "nobody@mail.example")
    ]
    assert [answer.status_code for answer in answers] == [401, 401]
    first, second = ({k: v for k, v in answer.json().items() if k != "trace_id"} for answer in answers)
    assert first == second
    assert first["code"] == "wrong_credentials"


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"username": "mei@mail.example"},
        {"username": "mei@mail.example", "password": "x", "surprise": "y"},
        {"grant_type": "implicit", "username": "mei@mail.example", "password": "x"},
        {"grant_type": "client_credentials", "client_id": "order_service"},
    ],
)
async def test_refuses_an_incomplete_form(client: AsyncClient, form: dict[str, str]) -> None:
    assert (await client.post("/api/v1/auth/token", data=form)).status_code == 422


async def test_takes_no_forged_expired_unsigned_or_hmac_confused_token(
    client: AsyncClient, people: People, room: Any
) -> None:
    mei = await people.person()
    caller = await room.tokens.verify(mei.access_token)
    claims = _claims(mei.id, caller.session_id)
    kid = room.keys.signer.kid
    jwk = room.keys.signer.jwks()["keys"][0]
    public = json.dumps(jwk).encode()
    none_header, hmac_header = ({"alg": alg, "typ": "JWT", "kid": kid} for alg in ("none", "HS256"))
    unsigned = f"{_part(json.dumps(none_header).encode())}.{_part(json.dumps(claims).encode())}"
    confused = f"{_part(json.dumps(hmac_header).encode())}.{_part(json.dumps(claims).encode())}"
    head, body, seal = mei.access_token.split(".")
    forged = {
        "none": f"{unsigned}.",
        "hmac": f"{confused}.{_part(hmac.new(public, confused.encode(), sha256).digest())}",
        "another key": TokenSigner(new_private_key(), kid).sign(claims),
        "unknown key": TokenSigner(new_private_key(), "other").sign(claims),
        "expired": room.keys.signer.sign({**claims, "exp": int(time.time()) - 1}),
        "other audience": room.keys.signer.sign({**claims, "aud": "someone"}),
        "other issuer": room.keys.signer.sign({**claims, "iss": "someone"}),
        "swapped body": f"{head}.{_part(json.dumps(claims).encode())}.{seal}",
        "cut": f"{head}.{body}",
        "garbage": "garbage",
    }
    for name, token in forged.items():
        response = await client.get("/api/v1/users/me", headers={"Authorization": f"Bearer {token}"})
        assert response.status_code == 401, name
    assert (await client.get("/api/v1/users/me")).status_code == 401
    assert (await client.get("/api/v1/users/me", headers=mei.bearer)).status_code == 200


async def test_publishes_the_key_that_signed(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    (key,) = (await client.get("/.well-known/jwks.json")).json()["keys"]
    header = json.loads(base64.urlsafe_b64decode(mei.access_token.split(".")[0] + "=="))
    assert header == {"alg": "RS256", "typ": "JWT", "kid": key["kid"]}
    assert set(key) == {"kty", "n", "e", "alg", "use", "kid"}


async def test_refresh_tokens_rotate_and_the_new_ones_work(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    first = (await _refresh(client, mei.refresh_token)).json()
    second = (await _refresh(client, first["refresh_token"])).json()
    assert len({mei.refresh_token, first["refresh_token"], second["refresh_token"]}) == 3
    headers = {"Authorization": f"Bearer {second['access_token']}"}
    assert (await client.get("/api/v1/users/me", headers=headers)).json()["id"] == mei.id


async def test_two_tabs_that_refresh_at_once_get_the_same_successor(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    answers = await asyncio.gather(*(_refresh(client, mei.refresh_token) for _ in range(6)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1
    assert (await _refresh(client, answers[0].json()["refresh_token"])).status_code == 200


async def test_a_reused_refresh_token_ends_the_whole_session(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    first = (await _refresh(client, mei.refresh_token)).json()
    second = (await _refresh(client, first["refresh_token"])).json()
    stolen = await _refresh(client, mei.refresh_token)
    assert stolen.status_code == 401
    assert stolen.json()["code"] == "refresh_token_reused"
    assert (await _refresh(client, second["refresh_token"])).status_code == 401
    headers = {"Authorization": f"Bearer {second['access_token']}"}
    assert (await client.patch("/api/v1/users/me", json={"name": "Thief"}, headers=headers)).status_code == 401


async def test_the_previous_token_works_for_ten_seconds_only(client: AsyncClient, people: People, room: Any) -> None:
    mei = await people.person()
    await _refresh(client, mei.refresh_token)
    later = room.sessions.clock.now() + timedelta(seconds=10.5)
    object.__setattr__(room.sessions, "clock", _At(later))
    assert (await _refresh(client, mei.refresh_token)).json()["code"] == "refresh_token_reused"


class _At:
    def __init__(self, moment: Any) -> None:
        self._moment = moment

    def now(self) -> Any:
        return self._moment


async def test_a_session_left_alone_for_a_month_is_over(client: AsyncClient, people: People, room: Any) -> None:
    mei = await people.person()
    object.__setattr__(room.sessions, "clock", _At(room.sessions.clock.now() + timedelta(days=31)))
    assert (await _refresh(client, mei.refresh_token)).json()["code"] == "invalid_refresh_token"


async def test_a_made_up_refresh_token_harms_nobody(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    session, _, seal = mei.refresh_token.split(".")
    made_up = ("", "x", "..", f"{session}.1.{seal}", f"{session}.0.AAAA", f"{session}.-1.{seal}", "ses_1.0.x", "é.0.x")
    for token in made_up:
        assert (await _refresh(client, token)).status_code == 401, token
    assert (await _refresh(client, mei.refresh_token)).status_code == 200


async def test_signing_out_ends_the_family(client: AsyncClient, people: People) -> None:
    mei = await people.person()
    next_pair = (await _refresh(client, mei.refresh_token)).json()
    headers = {"Authorization": f"Bearer {next_pair['access_token']}"}
    assert (await client.post("/api/v1/auth/logout", headers=headers)).status_code == 204
    assert (await _refresh(client, next_pair["refresh_token"])).status_code == 401
    assert (await client.patch("/api/v1/users/me", json={"name": "X"}, headers=mei.bearer)).status_code == 401
    service = await people.service()
    session = mei.refresh_token.split(".")[0]
    assert (await client.get(f"/internal/v1/sessions/{session}", headers=service)).json() == {"active": False}
    assert (await client.get("/internal/v1/sessions/ses_unknown", headers=service)).json() == {"active": False}


async def test_signing_out_by_refresh_token_leaves_other_sessions_alone(client: AsyncClient, people: People) -> None:
    one = await people.person()
    other = await people.sign_in(one.email)
    response = await client.post("/api/v1/auth/logout", json={"refresh_token": one.refresh_token})
    assert response.status_code == 204
    assert (await _refresh(client, one.refresh_token)).status_code == 401
    assert (await _refresh(client, other.refresh_token)).status_code == 200


async def test_a_guest_is_merged_once_and_their_own_session_ends(client: AsyncClient, people: People) -> None:
    await people.person("mei@mail.example")
    guest = await people.guest()
    form = {"username": "mei@mail.example", "password": PASSWORD}
    for _ in range(2):
        signed_in = await client.post("/api/v1/auth/token", data=form, headers=guest.bearer)
        assert signed_in.status_code == 200
    user_id = signed_in.json()["subject_id"]
    (event,) = await people.events("guest.merged")
    assert event["data"] == {"guest_id": guest.id, "user_id": user_id}
    assert (await _refresh(client, guest.refresh_token)).status_code == 401


@pytest.mark.parametrize("token", ["access_token", "refresh_token"])
async def test_a_guest_named_by_either_token_comes_along(client: AsyncClient, people: People, token: str) -> None:
    guest = await people.guest()
    body = {"email": "new@mail.example", "password": PASSWORD, "guest_token": getattr(guest, token)}
    user = (await client.post("/api/v1/auth/register", json=body)).json()
    (event,) = await people.events("guest.merged")
    assert event["data"] == {"guest_id": guest.id, "user_id": user["id"]}


async def test_refuses_a_named_guest_who_is_none(client: AsyncClient, people: People) -> None:
    mei = await people.person("mei@mail.example")
    for token in ("garbage", mei.access_token, mei.refresh_token):
        form = {"username": "mei@mail.example", "password": PASSWORD, "guest_token": token}
        response = await client.post("/api/v1/auth/token", data=form)
        assert response.status_code == 401
        assert response.json()["code"] == "invalid_guest_token"
    assert await people.events("guest.merged") == []


async def test_services_get_tokens_by_secret_and_only_they_reach_internal_paths(
    client: AsyncClient, people: People
) -> None:
    mei = await people.person(name="Mei Lin", roles=("owner",))
    guest = await people.guest()
    service = await people.service()
    known = (await client.get(f"/internal/v1/users/{mei.id}", headers=service)).json()
    assert known["email"] == mei.email
    assert known["is_guest"] is False
    assert known["default_address"] is None
    visiting = (await client.get(f"/internal/v1/users/{guest.id}", headers=service)).json()
    assert (visiting["id"], visiting["is_guest"], visiting["email"]) == (guest.id, True, None)
    assert (await client.get("/internal/v1/users/usr_unknown", headers=service)).status_code == 404
    assert (await client.get(f"/internal/v1/users/{mei.id}", headers=mei.bearer)).status_code == 403
    assert (await client.get(f"/internal/v1/users/{mei.id}")).status_code == 401
    foreign = {**service, "X-Tenant": "another"}
    assert (await client.get(f"/internal/v1/users/{mei.id}", headers=foreign)).status_code == 404
    bad = {"grant_type": "client_credentials", "client_id": "order_service", "client_secret": "guess"}
    assert (await client.post("/api/v1/auth/token", data=bad)).status_code == 401


async def test_no_tenant_sees_another_tenants_people(client: AsyncClient, people: People, room: Any) -> None:
    mei = await people.person("mei@mail.example")
    with use_tenant("another"):
        user, matches = await room.passwords.owner_of("mei@mail.example", PASSWORD)
        assert (user, matches) == (None, False)
        assert not await room.sessions.is_active(mei.refresh_token.split(".")[0])


async def test_too_many_failures_lock_this_account_from_here_for_a_while(
    client: AsyncClient, people: People, room: Any
) -> None:
    from user_service.app.auth.limits import SignInLimits

    await people.person("mei@mail.example")
    await people.person("other@mail.example")
    tight = room.settings.model_copy(update={"rate_sign_in": "3/minute"})
    object.__setattr__(room.auth, "limits", SignInLimits.of(tight, room.auth.limits.limiter))
    form = {"username": "mei@mail.example", "password": "wrong password"}
    answers = [(await client.post("/api/v1/auth/token", data=form)).status_code for _ in range(5)]
    assert answers == [401, 401, 401, 429, 429]
    right = await client.post("/api/v1/auth/token", data={**form, "password": PASSWORD})
    assert right.status_code == 429
    assert int(right.headers["retry-after"]) > 0
    await people.sign_in("other@mail.example")


async def test_the_import_tool_may_change_the_catalogue_and_nothing_else(people: People, room: Any) -> None:
    headers = await people.service("catalogue_import")
    caller = await room.tokens.verify(headers["Authorization"].removeprefix("Bearer "))
    assert caller.is_service
    assert caller.permissions == {"catalogue:write", "stock:read", "stock:write"}
    plain = await people.service("order_service")
    assert not (await room.tokens.verify(plain["Authorization"].removeprefix("Bearer "))).permissions
