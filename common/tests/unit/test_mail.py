"""Mails as their receivers' programs read them."""

from email import message_from_bytes, policy
from typing import Any

import pytest

from common.mail import compose

SENDER = "Corner Shop <post@corner.example>"


def read(*given: str) -> Any:
    return message_from_bytes(compose("mail_1", *given).content, policy=policy.default)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your order 1001", "Thank you.\n"),
        ("Your order " + "with a long name " * 8 + "1001", "Thank you: €49.00\n" * 100),
        ("您在 Shopkeeper 的订单 " * 8 + "1001", "台灯\n"),
    ],
)
def test_what_was_written_is_read(subject: str, text: str) -> None:
    mail = read(SENDER, '"Ada, B." <ada@mail.example>', subject, text)
    assert (mail["Subject"], mail.get_content()) == (subject, text)
    [to], [sender] = mail["To"].addresses, mail["From"].addresses
    assert (to.display_name, to.addr_spec) == ("Ada, B.", "ada@mail.example")
    assert (sender.display_name, sender.addr_spec) == ("Corner Shop", "post@corner.example")
    assert mail["Message-ID"] == "<mail_1@corner.example>"
    assert mail["Date"].datetime is not None


def test_lines_stay_within_what_mail_servers_take() -> None:
    mail = compose("mail_1", SENDER, "ada@mail.example", "订单 long words " * 30, "€" * 2000)
    assert max(map(len, mail.content.split(b"\n"))) < 100


@pytest.mark.parametrize(
    "subject",
    [
        "Hello\nBcc: all@shop.example",
        "Hello\r\nBcc: all@shop.example",
        "Hello\r",
        "Hello\n",
        "A" * 80 + " x\x0c\x0cHello",
    ],
)
def test_a_header_cannot_be_slipped_in(subject: str) -> None:
    with pytest.raises(ValueError, match="line break"):
        compose("mail_1", SENDER, "ada@mail.example", subject, "Hello")


def test_an_address_in_other_letters_is_spelled_as_mail_servers_know_it() -> None:
    mail = compose("mail_1", SENDER, "info@bücher.example", "Hello", "Hello")
    assert b"\nTo: info@xn--bcher-kva.example\n" in mail.content
