"""Mails with one-time links. A crash after sending sends the mail again, with the same Message-ID."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import formataddr, parseaddr
from functools import cache
from pathlib import Path
from string import Template

from common.clock import Clock
from common.database import Database, retrying, system_scope, use_tenant
from common.languages import localized
from common.mail import Mailer, MailNotSent, compose
from common.observability.logs import get_logger
from user_service.app.account_links import repository
from user_service.app.account_links.models import AccountLink
from user_service.app.account_links.service.links import LIVES, AccountLinks
from user_service.app.accounts.service import AccountService
from user_service.app.settings import UserSettings
from user_service.app.shop_settings.service import ShopSettingsService

log = get_logger(__name__)
FOLDER = Path(__file__).resolve().parents[3] / "res" / "mails"
SEND_EVERY = 5.0
_LEASE, _FIRST_PAUSE, _LONGEST_PAUSE = timedelta(minutes=2), timedelta(seconds=20), timedelta(minutes=30)


@dataclass(frozen=True)
class LinkMails:
    database: Database
    settings: UserSettings
    links: AccountLinks
    accounts: AccountService
    shop_settings: ShopSettingsService
    mailer: Mailer
    clock: Clock

    async def send_due(self) -> None:
        """Send what is due, in all shops; what cannot be sent is tried again as long as its link is good."""
        for link in await self._claimed():
            with use_tenant(link.tenant_id):
                try:
                    await self._send(link)
                except MailNotSent as error:
                    log.warning("mail not sent", link=link.id, purpose=link.purpose, reason=str(error))
                    await self._next(link, self._pause(link))
                else:
                    await self._next(link, None)

    @retrying
    async def _claimed(self) -> list[AccountLink]:
        now = self.clock.now()
        with system_scope():
            async with self.database.unit_of_work() as session:
                return list(await repository.claim_due(session, now, now + _LEASE))

    def _pause(self, link: AccountLink) -> datetime | None:
        due = self.clock.now() + min(_FIRST_PAUSE * 2 ** min(link.mail_attempts, 10), _LONGEST_PAUSE)
        return due if due < link.expires_at else None

    async def _send(self, link: AccountLink) -> None:
        if link.used_at is not None or link.expires_at <= self.clock.now():
            return
        user = await self.accounts.get(link.user_id)
        shop = await self.shop_settings.internal()
        name = localized(shop.shop_name, user.language)
        hours = int(LIVES[link.purpose].total_seconds()) // 3600
        words = {"shop": name, "name": user.name or user.email, "link": self.links.url(link), "hours": str(hours)}
        subject, _, text = _template(link.purpose, user.language).substitute(words).partition("\n")
        sender = formataddr((shop.mail_sender_name or name, parseaddr(self.settings.mail_from)[1]))
        await self.mailer.send(compose(link.id, sender, user.email, subject.strip(), text.lstrip("\n")))

    @retrying
    async def _next(self, link: AccountLink, due_at: datetime | None) -> None:
        async with self.database.unit_of_work() as session:
            await repository.set_due(session, link.id, due_at)


@cache
def _template(purpose: str, language: str) -> Template:
    return Template((FOLDER / language / f"{purpose}.txt").read_text(encoding="utf-8"))
