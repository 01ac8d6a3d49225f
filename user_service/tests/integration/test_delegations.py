"""ai_service gets a minute in a shopper's name for what they confirmed; nobody else, and for no closed account."""

from typing import Any

from httpx import AsyncClient

from user_service.tests.conftest import People

PATH = "/internal/v1/delegations"


def wanted(subject_id: str) -> dict[str, str]:
    return {"subject_id": subject_id, "actor_id": "usr_boss", "tool": "cancel_order", "confirmation_id": "cnf_1"}


async def test_a_delegated_token_is_a_shoppers_whoever_they_are(client: AsyncClient, people: People, room: Any) -> None:
    owner, guest = await people.person(roles=("owner",)), await people.guest()
    service = await people.service("ai_service")
    for subject, role in ((owner.id, "shopper"), (guest.id, "guest")):
        answer = (await client.post(PATH, json=wanted(subject), headers=service)).json()
        assert answer["expires_in"] == 60
        caller = await room.tokens.verify(answer["access_token"])
        assert (caller.subject_id, caller.roles, caller.permissions) == (subject, (role,), frozenset())
        assert caller.delegated
    bearer = {"Authorization": f"Bearer {answer['access_token']}"}
    assert (await client.get("/api/v1/users", headers=bearer)).status_code == 403


async def test_who_is_refused_a_delegation(client: AsyncClient, people: People) -> None:
    owner, ada = await people.person(roles=("owner",)), await people.person("ada@mail.example")
    other = await client.post(PATH, json=wanted(ada.id), headers=await people.service("order_service"))
    assert (other.status_code, other.json()["code"]) == (403, "not_for_this_service")
    assert (await client.post(PATH, json=wanted(ada.id), headers=owner.bearer)).status_code == 403
    service = await people.service("ai_service")
    unknown = await client.post(PATH, json=wanted("usr_nobody"), headers=service)
    assert (unknown.status_code, unknown.json()["code"]) == (409, "account_closed")
    gone = await client.post(f"/api/v1/users/{ada.id}/deactivation", json={"reason": "fraud"}, headers=owner.bearer)
    assert gone.is_success, gone.text
    closed = await client.post(PATH, json=wanted(ada.id), headers=service)
    assert (closed.status_code, closed.json()["code"]) == (409, "account_closed")
