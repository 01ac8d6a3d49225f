"""Mail: over SMTP where it is set up, else as .eml files into a folder."""

import asyncio
import os
import smtplib
from base64 import encodebytes
from dataclasses import dataclass
from email import message_from_bytes
from email.header import Header
from email.utils import format_datetime, formataddr, parseaddr
from functools import lru_cache
from pathlib import Path
from typing import Literal, Protocol

from pydantic import Field, SecretStr

from common.clock import utc_now
from common.config import Settings

_TIMEOUT = 20.0
_LINE = 78  # of a header; RFC 5322 §2.1.1


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


@dataclass(frozen=True, slots=True)
class Mail:
    """Ready to go: `name` is the left half of its Message-ID."""

    name: str
    content: bytes


class Mailer(Protocol):
    async def send(self, mail: Mail) -> None:
        """Hand the mail over, or raise MailNotSent."""
        ...


def compose(mail_id: str, sender: str, to: str, subject: str, text: str) -> Mail:
    """A plain mail. Its Message-ID comes from `mail_id`, so a receiver recognises one that was sent twice.

    Spelled here and not by the email package, which takes apart every header it is given, at up to 1 ms a mail.
    """
    charset, encoding = ("us-ascii", "7bit") if text.isascii() else ("utf-8", "base64")
    headers = {
        "Content-Type": f'text/plain; charset="{charset}"',
        "MIME-Version": "1.0",
        "Content-Transfer-Encoding": encoding,
        "From": _address(sender),
        "To": _address(to),
        "Subject": _words(subject),
        "Date": format_datetime(utc_now()),
        "Message-ID": f"<{mail_id}@{_domain(sender)}>",
    }
    for name, value in headers.items():
        line = value.replace("\n ", " ")
        if line.splitlines() not in ([], [line]):
            raise ValueError(f"{name} holds a line break")
    head = "".join(_folded(name, value) for name, value in headers.items()).encode()
    body = text.encode() if encoding == "7bit" else encodebytes(text.encode())
    return Mail(mail_id, head + b"\n" + body)


def _folded(name: str, value: str) -> str:
    line = f"{name}: {value}\n"
    if (len(line) <= _LINE and line.isascii()) or "\n" in value:
        return line
    return f"{name}: {Header(value, header_name=name, maxlinelen=_LINE).encode()}\n"


def _words(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8").encode()


@lru_cache(1000)
def _address(text: str) -> str:
    name, address = parseaddr(text)
    local, _, domain = address.rpartition("@")
    if not domain.isascii():
        text = address = f"{local}@{domain.encode('idna').decode()}"
    return formataddr((_words(name), address)) if name else text


@lru_cache(1000)
def _domain(sender: str) -> str:
    return parseaddr(sender)[1].rpartition("@")[2] or "localhost"


def make_mailer(settings: MailSettings) -> Mailer:
    if settings.smtp_host:
        return SmtpMailer(settings, settings.smtp_host)
    return FolderMailer(settings.mail_folder or settings.data_dir / "mails")


class FolderMailer:
    """Each mail is a file named after its Message-ID: sent twice, it is there once.

    Written at once: a small file that nobody waits for on the disk takes less than the way to a thread and back.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def send(self, mail: Mail) -> None:
        try:
            self._write(mail)
        except OSError as error:
            raise MailNotSent(str(error)) from error

    def _write(self, mail: Mail) -> None:
        draft = os.path.join(self._folder, f".{mail.name}.draft")
        try:
            file = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        except FileNotFoundError:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(file, "wb", buffering=0) as opened:
            opened.write(mail.content)
        os.replace(draft, os.path.join(self._folder, f"{mail.name}.eml"))


class SmtpMailer:
    """One connection per mail: shops send few, and servers close idle connections."""

    def __init__(self, settings: MailSettings, host: str) -> None:
        self._settings = settings
        self._host = host

    async def send(self, mail: Mail) -> None:
        try:
            await asyncio.to_thread(self._deliver, mail)
        except (OSError, smtplib.SMTPException) as error:
            raise MailNotSent(str(error)) from error

    def _deliver(self, mail: Mail) -> None:
        settings = self._settings
        connect = smtplib.SMTP_SSL if settings.smtp_security == "tls" else smtplib.SMTP
        with connect(self._host, settings.smtp_port, timeout=_TIMEOUT) as server:
            if settings.smtp_security == "starttls":
                server.starttls()
            if settings.smtp_user and settings.smtp_password:
                server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
            server.send_message(message_from_bytes(mail.content))
