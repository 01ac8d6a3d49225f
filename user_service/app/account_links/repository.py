"""SQL of one-time links."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from common.database import leases
from user_service.app.account_links.models import AccountLink

_BATCH = 50


def add(session: AsyncSession, link: AccountLink) -> None:
    session.add(link)


async def by_id(session: AsyncSession, link_id: str) -> AccountLink | None:
    return (await session.scalars(select(AccountLink).where(AccountLink.id == link_id))).one_or_none()


async def use(session: AsyncSession, link_id: str, now: datetime) -> bool:
    """False when somebody else used it, or it is too old."""
    statement = (
        update(AccountLink)
        .where(AccountLink.id == link_id, AccountLink.used_at.is_(None), AccountLink.expires_at > now)
        .values(used_at=now, mail_due_at=None)
        .execution_options(synchronize_session=False)
    )
    return cast(CursorResult[Any], await session.execute(statement)).rowcount == 1


async def void_others(session: AsyncSession, user_id: str, now: datetime) -> None:
    """With one link used, the person's other ones are good for nothing."""
    await session.execute(
        update(AccountLink)
        .where(AccountLink.user_id == user_id, AccountLink.used_at.is_(None))
        .values(used_at=now, mail_due_at=None)
        .execution_options(synchronize_session=False)
    )


async def claim_due(session: AsyncSession, now: datetime, until: datetime) -> Sequence[AccountLink]:
    """Of all shops (in the system scope): whose mail is due, and not due again before `until`."""
    due = select(AccountLink).where(leases.run_out(AccountLink.mail_due_at)).order_by(AccountLink.mail_due_at)
    links = (await session.scalars(due.limit(_BATCH).with_for_update(skip_locked=True), leases.at(now))).all()
    if links:
        tenants = {link.tenant_id for link in links}  # the index over ids begins with them
        await session.execute(
            update(AccountLink)
            .where(AccountLink.tenant_id.in_(tenants), AccountLink.id.in_([link.id for link in links]))
            .values(mail_due_at=until, mail_attempts=AccountLink.mail_attempts + 1)
            .execution_options(synchronize_session=False)
        )
    return links


async def set_due(session: AsyncSession, link_id: str, due_at: datetime | None) -> None:
    """When the mail is tried next; None when it need not be."""
    await session.execute(
        update(AccountLink)
        .where(AccountLink.id == link_id)
        .values(mail_due_at=due_at)
        .execution_options(synchronize_session=False)
    )


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    """Of all shops (in the system scope): drop what has been too old for a while."""
    await session.execute(delete(AccountLink).where(AccountLink.expires_at < moment))
