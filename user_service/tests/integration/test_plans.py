"""Nothing of signing in, or of what the staff looks somebody up by, costs more with every customer."""

from typing import Any

from httpx import AsyncClient

from tests.support.plans import Plans
from user_service.tests.conftest import PASSWORD, People, mails

ALLOWED = {
    "guests.created_at < ?": "those of long ago are gone by then, but for the few who are still signed in",
    "sessions.revoked_at >= ?": "those that ended within the life of a token",
}


async def test_signing_in_and_looking_up(plans: Plans, client: AsyncClient, people: People, room: Any) -> None:
    plans.known.clear()  # of its start
    owner = await people.person("ann@mail.example", roles=("owner",))
    guest, mei = await people.guest(), await people.person(first_name="Mei", last_name="Lin")
    form = {"username": mei.email, "password": PASSWORD, "guest_token": guest.access_token}
    assert (await client.post("/api/v1/auth/token", data=form)).status_code == 200
    assert (await client.post("/api/v1/auth/password-reset", json={"email": mei.email})).status_code == 202
    await mails(room, 1)
    for path in (
        "users", "users?role=owner", "users?role=staff", "users?role=customer&sort=name", "users?sort=email",
        f"users/{mei.id}", "gift-cards", "audit-events",
    ):  # fmt: skip
        answer = await client.get(f"/api/v1/{path}", headers=owner.bearer)
        assert answer.status_code == 200, f"{path}: {answer.text}"
    named = await client.get("/api/v1/users?first_name=Mei&last_name=Lin&zip=10115", headers=owner.bearer)
    assert named.json()["code"] == "user_not_found"
    for path in ("me", "me/sessions", "me/addresses", "me/payment-methods"):
        answer = await client.get(f"/api/v1/users/{path}", headers=mei.bearer)
        assert answer.status_code == 200, f"{path}: {answer.text}"
    await room.auth.forget_old_guests()
    assert not (faults := plans.faults(ALLOWED)), "\n".join(faults)
