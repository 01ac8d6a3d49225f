"""Mail: over SMTP where it is set up, else as .eml files into a folder."""

import asyncio
import os
import smtplib
from collections.abc import Callable
from email.header import Header
from email.message import Message
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr, parseaddr
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
    async def send(self, mail: Message) -> None:
        """Hand the mail over, or raise MailNotSent."""
        ...


def compose(mail_id: str, sender: str, to: str, subject: str, text: str) -> Message:
    """A plain mail. Its Message-ID comes from `mail_id`, so a receiver recognises one that was sent twice.

    Built from the older half of the email package: the newer parses every header it is given, at 1 ms a mail.
    """
    mail = MIMEText(text, "plain", "us-ascii" if text.isascii() else "utf-8")
    domain = parseaddr(sender)[1].rpartition("@")[2] or "localhost"
    headers = {
        "From": _address(sender),
        "To": _address(to),
        "Subject": _words(subject),
        "Date": format_datetime(utc_now()),
        "Message-ID": f"<{mail_id}@{domain}>",
    }
    for name, value in headers.items():
        if "\n" in value.replace("\n ", "") or "\r" in value:
            raise ValueError(f"{name} holds a line break")
        mail[name] = value
    return mail


def _words(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8").encode()


def _address(text: str) -> str:
    name, address = parseaddr(text)
    return formataddr((_words(name), address)) if name else text


def make_mailer(settings: MailSettings) -> Mailer:
    if settings.smtp_host:
        return SmtpMailer(settings, settings.smtp_host)
    return FolderMailer(settings.mail_folder or settings.data_dir / "mails")


class FolderMailer:
    """Each mail is a file named after its Message-ID: sent twice, it is there once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def send(self, mail: Message) -> None:
        await _in_thread(lambda: self._write(mail))

    def _write(self, mail: Message) -> None:
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

    async def send(self, mail: Message) -> None:
        await _in_thread(lambda: self._deliver(mail))

    def _deliver(self, mail: Message) -> None:
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
