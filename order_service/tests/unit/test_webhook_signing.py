"""Signatures: right by the book, and verified by the very example that docs/webhooks.md gives receivers."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from common.config import ROOT
from order_service.app.webhooks.signing import body_of, new_secret, signed_headers

AT = datetime(2030, 11, 17, 8, 0, 0, 250, tzinfo=UTC)


@pytest.fixture
def is_from_the_shop() -> Any:
    """The example, as it stands."""
    [example] = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "webhooks.md").read_text(), re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(example, "docs/webhooks.md", "exec"), names)
    return names["is_from_the_shop"]


def test_the_example_of_the_documentation_verifies_what_we_send(is_from_the_shop: Any) -> None:
    secret, old, other = new_secret(), new_secret(), new_secret()
    body = body_of("order.placed", AT, {"order_id": "ord_1", "name": "台灯"})
    headers = signed_headers("evt_1", AT, body, [secret, old])
    now = AT.timestamp()
    assert is_from_the_shop(headers, body, secret, now)
    assert is_from_the_shop(headers, body, old, now)
    assert not is_from_the_shop(headers, body, other, now)
    assert not is_from_the_shop(headers, body + b" ", secret, now)
    assert not is_from_the_shop(headers | {"webhook-id": "evt_2"}, body, secret, now)
    assert not is_from_the_shop(headers, body, secret, now + 301)


def test_signatures_are_those_of_the_standard() -> None:
    """The vector of the reference libraries' own tests."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    at = datetime.fromtimestamp(1614265330, UTC)
    headers = signed_headers("msg_p5jXN8AQM9LWM0D4loKWxJek", at, b'{"test": 2432232314}', [secret])
    assert headers == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


def test_a_body_tells_when_it_happened_and_is_always_the_same() -> None:
    body = body_of("order.placed", AT, {"b": 1, "a": 2})
    assert body == b'{"type":"order.placed","timestamp":"2030-11-17T08:00:00.000250Z","data":{"b":1,"a":2}}'
