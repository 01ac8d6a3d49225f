"""Guests of long ago are forgotten; those who may come back are not."""

from datetime import timedelta
from typing import Any

from httpx import AsyncClient
from sqlalchemy import delete, update

from common.clock import utc_now
from common.database import use_tenant
from user_service.app.auth.models import Guest
from user_service.app.sessions.models import SignedInSession
from user_service.tests.conftest import People


async def test_old_guests_without_a_session_are_forgotten(client: AsyncClient, people: People, room: Any) -> None:
    gone, staying, young = [await people.guest() for _ in range(3)]
    with use_tenant("default"):
        async with room.database.unit_of_work() as session:
            long_ago = utc_now() - timedelta(days=room.settings.guest_days + 1)
            old = update(Guest).where(Guest.id.in_([gone.id, staying.id]))
            await session.execute(old.values(created_at=long_ago))
            over = delete(SignedInSession).where(SignedInSession.subject_id.in_([gone.id, young.id]))
            await session.execute(over)
    assert await room.auth.forget_old_guests() == 1
    assert await room.auth.forget_old_guests() == 0
    service = await people.service()
    for guest, status in ((gone, 404), (staying, 200), (young, 200)):
        assert (await client.get(f"/internal/v1/users/{guest.id}", headers=service)).status_code == status
