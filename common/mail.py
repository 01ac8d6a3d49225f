"""Mail: over SMTP where it is set up, else as .eml files into a folder."""

import asyncio
import os
import smtplib
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Literal, Protocol

from pydantic import Field, SecretStr

from common.clock import utc_now
from common.config import Settings

_TIMEOUT = 20.0


class MailSettings(Settings):
    """The settings of a service that sends mail."""

    mail_from: str = "Shopkeeper <shop@shopkeeper.example>"
    mail_folder: Path | None = Field(None, description="Where mails are put without SMTP; default DATA_DIR/mails.")
    smtp_host: str | None = None
    smtp_port: int = 587
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"


class MailNotSent(Exception):
    """The mail is not on its way; it may be tried again under the same id."""


class Mailer(Protocol):
    async def send(self, mail: EmailMessage) -> None:
        """Hand the mail over, or raise MailNotSent."""
        ...


def compose(mail_id: str, sender: str, to: str, subject: str, text: str) -> EmailMessage:
    """A plain mail. Its Message-ID comes from `mail_id`, so a receiver recognises one that was sent twice."""
    mail = EmailMessage(policy=SMTP)
    domain = parseaddr(sender)[1].rpartition("@")[2] or "localhost"
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Date"] = format_datetime(utc_now())
    mail["Message-ID"] = f"<{mail_id}@{domain}>"
    mail.set_content(text, cte="quoted-printable" if text.isascii() else "base64")
    return mail


def make_mailer(settings: MailSettings) -> Mailer:
    if settings.smtp_host:
        return SmtpMailer(settings, settings.smtp_host)
    return FolderMailer(settings.mail_folder or settings.data_dir / "mails")


class FolderMailer:
    """Each mail is a file named after its Message-ID: sent twice, it is there once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def send(self, mail: EmailMessage) -> None:
        await _in_thread(lambda: self._write(mail))

    def _write(self, mail: EmailMessage) -> None:
        name = str(mail["Message-ID"]).strip("<>").partition("@")[0]
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = self._folder / f".{name}.draft"
        draft.write_bytes(mail.as_bytes())
        os.replace(draft, self._folder / f"{name}.eml")


class SmtpMailer:
    """One connection per mail: shops send few, and servers close idle connections."""

    def __init__(self, settings: MailSettings, host: str) -> None:
        self._settings = settings
        self._host = host

    async def send(self, mail: EmailMessage) -> None:
        await _in_thread(lambda: self._deliver(mail))

    def _deliver(self, mail: EmailMessage) -> None:
        settings = self._settings
        connect = smtplib.SMTP_SSL if settings.smtp_security == "tls" else smtplib.SMTP
        with connect(self._host, settings.smtp_port, timeout=_TIMEOUT) as server:
            if settings.smtp_security == "starttls":
                server.starttls()
            if settings.smtp_user and settings.smtp_password:
                server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
            server.send_message(mail)


async def _in_thread(work: Callable[[], None]) -> None:
    try:
        await asyncio.to_thread(work)
    except (OSError, smtplib.SMTPException) as error:
        raise MailNotSent(str(error)) from error
