"""The tour of both READMEs, line by line as typed."""

import json
import re
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from common.config import ROOT
from tests.support.running_suite import RunningSuite

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]
PORTS = {8001: "user_service", 8002: "product_service", 8003: "order_service", 8004: "ai_service"}


def tour(readme: str, suite: RunningSuite) -> list[str]:
    """The blocks of the tour, their addresses being those of this suite."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 9
    for port, service in PORTS.items():
        blocks = [block.replace(f"127.0.0.1:{port}", f"127.0.0.1:{suite.ports[service]}") for block in blocks]
    return blocks


def documents(block: str) -> list[Any]:
    """The JSON documents that stand one after the other in what a block printed."""
    decoder, found = json.JSONDecoder(), []
    while block:
        document, end = decoder.raw_decode(block)
        found.append(document)
        block = block[end:].strip()
    return found


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_tour_works_as_typed(make_suite: Callable[..., RunningSuite], readme: str) -> None:
    suite = make_suite().start()
    _, password = suite.demo_password("owner")
    mark = "=== block ==="
    script = f"\necho; echo '{mark}'\n".join(["set -eu", *tour(readme, suite)])
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        env=suite.environment,
        input=password + "\n",
        capture_output=True,
        text=True,
        check=False,
    )
    answers = [block.strip() for block in done.stdout.split(mark)[1:]]
    assert done.returncode == 0, (answers[-1:], done.stderr[-3000:])
    _, register, search, cart, checkout, _, ledger, chat, imported = answers
    assert documents(register)[0]["email"] == "ada@example.com"
    for found in documents(search):
        assert found["total"] > 0
        assert found["facets"]
    with_item, with_address, with_shipping = documents(cart)
    assert with_item["version"] < with_address["version"] < with_shipping["version"]
    again, order = checkout.split("\n", 1)
    assert documents(order)[0]["id"] == again
    assert documents(order)[0]["payment_status"] == "paid"
    assert documents(order)[0]["total"] == with_shipping["totals"]["total"]
    shelf, entries = documents(ledger)
    assert [entry["quantity"] for entry in entries["items"] if again in json.dumps(entry)] == [-2]
    assert shelf["reserved"] == 0
    assert chat.count("event: done") == 6
    assert chat.count("event: confirmation.required") == 1
    assert chat.count("event: citation") >= 1
    assert "event: error" not in chat
    orders = suite.get("order", "/api/v1/orders", suite.sign_in("ada@example.com", "correct horse battery")).json()
    assert [order["payment_status"] for order in orders["items"]] == ["paid", "paid"]
    assert '"title": "Brass desk lamp"' in imported
