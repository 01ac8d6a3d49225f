"""Sessions: begin, rotate, end. The database is the truth; Valkey only tells the other services quickly."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from common.clock import Clock
from common.database import Database, after_commit, retrying
from user_service.app.audit.service import AuditLog
from user_service.app.sessions import refresh_tokens, repository
from user_service.app.sessions.errors import InvalidRefreshToken, RefreshTokenReused, SessionNotFound
from user_service.app.sessions.models import SignedInSession
from user_service.app.sessions.refresh_tokens import RefreshToken, RefreshTokens
from user_service.app.sessions.revocations import RevocationList
from user_service.app.sessions.schemas import Session
from user_service.app.settings import UserSettings

_MOST_SHOWN = 100


class OpenSession(NamedTuple):
    """A session together with the refresh token that continues it."""

    session_id: str
    subject_id: str
    refresh_token: str


class _Outcome(Enum):
    ROTATED = auto()
    AGAIN = auto()
    REUSED = auto()
    UNKNOWN = auto()


@dataclass(frozen=True)
class SessionService:
    database: Database
    settings: UserSettings
    tokens: RefreshTokens
    revocations: RevocationList
    audit: AuditLog
    clock: Clock

    async def begin(
        self, session: AsyncSession, subject_id: str, *, network_address: str | None = None, client: str | None = None
    ) -> OpenSession:
        """A new session for this person or guest, in the caller's transaction."""
        row = SignedInSession(subject_id=subject_id, salt=secrets.token_urlsafe(24), expires_at=self._expiry())
        row.network_address, row.client = network_address, client
        row.generation = 0
        row.rotated_at = row.created_at = self.clock.now()
        repository.add(session, row)
        await session.flush()
        return OpenSession(row.id, subject_id, self.tokens.write(row.id, 0, row.salt))

    @retrying
    async def rotate(self, text: str) -> OpenSession:
        """The session's next refresh token. A token that was used up ends the whole session: it may be stolen.

        The previous token still works for a few seconds and gives the same successor.
        """
        token = refresh_tokens.parse(text)
        if token is None:
            raise InvalidRefreshToken
        async with self.database.unit_of_work() as session:
            outcome, row = await self._rotate(session, token)
            if outcome is _Outcome.REUSED and row is not None:
                await self.revoke(session, [row.id], "refresh_token_reused")
                await self.audit.record(
                    session, "session.refresh_reused", actor_id=None, subject_id=row.subject_id, session_id=row.id
                )
        if outcome is _Outcome.REUSED:
            await self.settle()
            raise RefreshTokenReused
        if outcome is _Outcome.UNKNOWN or row is None:
            raise InvalidRefreshToken
        return OpenSession(row.id, row.subject_id, self.tokens.write(row.id, token.generation + 1, row.salt))

    async def _rotate(self, session: AsyncSession, token: RefreshToken) -> tuple[_Outcome, SignedInSession | None]:
        row = await repository.by_id(session, token.session_id)
        now = self.clock.now()
        if row is None or not self.tokens.fits(token, row.salt) or not row.is_alive(now):
            return _Outcome.UNKNOWN, None
        if await repository.rotate(session, row.id, token.generation, now=now, expires_at=self._expiry()):
            return _Outcome.ROTATED, row
        row = await repository.by_id(session, token.session_id)  # a rival may have moved it on meanwhile
        if row is None or not row.is_alive(now):
            return _Outcome.UNKNOWN, None
        grace = timedelta(seconds=self.settings.refresh_grace_seconds)
        if row.generation == token.generation + 1 and now - row.rotated_at <= grace:
            return _Outcome.AGAIN, row
        return _Outcome.REUSED, row

    async def subject_of(self, text: str) -> tuple[str, str] | None:
        """Session and subject of a refresh token that is still good, without using it up."""
        token = refresh_tokens.parse(text)
        if token is None:
            return None
        async with self.database.reading() as session:
            row = await repository.by_id(session, token.session_id)
        good = row is not None and row.is_alive(self.clock.now()) and self.tokens.fits(token, row.salt)
        return (row.id, row.subject_id) if row is not None and good else None

    async def revoke(self, session: AsyncSession, session_ids: list[str], reason: str) -> None:
        """End these sessions; their access tokens are refused for writes as soon as this commits."""
        if not session_ids:
            return
        await repository.revoke(session, session_ids, reason, self.clock.now())
        after_commit(session, lambda: self.revocations.announce(session_ids))

    async def revoke_all(
        self, session: AsyncSession, subject_id: str, reason: str, *, except_session: str | None = None
    ) -> None:
        alive = await repository.alive_ids(session, subject_id, self.clock.now())
        await self.revoke(session, [one for one in alive if one != except_session], reason)

    async def open_sessions(self, subject_id: str, current: str | None = None) -> list[Session]:
        """Where somebody is signed in, the last used first."""
        async with self.database.reading() as session:
            rows = await repository.alive(session, subject_id, self.clock.now(), _MOST_SHOWN)
        return [Session.model_validate(row).model_copy(update={"current": row.id == current}) for row in rows]

    async def last_seen(self, session: AsyncSession, subject_ids: Sequence[str]) -> dict[str, datetime]:
        """When each of them last signed in or came back, as far as it is remembered."""
        return await repository.last_seen(session, subject_ids)

    async def with_sessions(self, session: AsyncSession, subjects: Sequence[tuple[str, str]]) -> set[str]:
        """Who of these (tenant, id) has a session that is remembered; in the system scope."""
        return await repository.subjects_with_sessions(session, subjects)

    async def end_one(self, session_id: str, subject_id: str) -> None:
        """End one of somebody's sessions; SessionNotFound where they have no such open one."""
        async with self.database.unit_of_work() as session:
            row = await repository.by_id(session, session_id)
            if row is None or row.subject_id != subject_id or not row.is_alive(self.clock.now()):
                raise SessionNotFound
            await self.revoke(session, [session_id], "signed_out")
            await self.audit.record(
                session, "session.signed_out", actor_id=subject_id, subject_id=subject_id, session_id=session_id
            )
        await self.settle()

    @retrying
    async def end_all(self, subject_id: str, *, actor_id: str, except_session: str | None = None) -> None:
        """Sign somebody out everywhere, or everywhere else."""
        async with self.database.unit_of_work() as session:
            await self.revoke_all(session, subject_id, "signed_out_everywhere", except_session=except_session)
            await self.audit.record(session, "session.signed_out_everywhere", actor_id=actor_id, subject_id=subject_id)
        await self.settle()

    async def sign_out(self, session_id: str, actor_id: str) -> None:
        """End one session; ending it twice is no error."""
        async with self.database.unit_of_work() as session:
            row = await repository.by_id(session, session_id)
            if row is None or row.subject_id != actor_id or row.revoked_at is not None:
                return
            await self.revoke(session, [session_id], "signed_out")
            await self.audit.record(
                session, "session.signed_out", actor_id=actor_id, subject_id=actor_id, session_id=session_id
            )
        await self.settle()

    async def settle(self) -> None:
        """After a commit that revoked sessions: wait until the other services know."""
        await self.revocations.flush()

    async def is_active(self, session_id: str) -> bool:
        async with self.database.reading() as session:
            row = await repository.by_id(session, session_id)
        return row is not None and row.is_alive(self.clock.now())

    def _expiry(self) -> datetime:
        return self.clock.now() + timedelta(days=self.settings.refresh_token_days)
