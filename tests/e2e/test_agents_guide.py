"""docs/agents.md, line by line as typed."""

import re
import subprocess
from collections.abc import Callable

import pytest

from common.config import ROOT
from tests.support.running_suite import RunningSuite

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]
PORTS = {8001: "user_service", 8004: "ai_service"}


def test_the_guide_works_as_typed(make_suite: Callable[..., RunningSuite]) -> None:
    suite = make_suite().start()
    _, password = suite.demo_password("owner")
    text = (ROOT / "docs/agents.md").read_text(encoding="utf-8")
    for port, service in PORTS.items():
        text = text.replace(f"127.0.0.1:{port}", f"127.0.0.1:{suite.ports[service]}")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    mark = "=== block ==="
    script = f"\necho; echo '{mark}'\n".join(["set -eu", *blocks])
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
    _, _, drafted, tried, published, carried = answers
    assert '"variables": [' in drafted
    assert '"status": "done"' in tried
    assert published.splitlines()[:2] == ["1", "3"]
    assert re.findall(r"^[0-9]+$", published, re.MULTILINE) == ["1", "3", "2", "1"]
    assert carried.startswith("format: shopkeeper-agent/1\nid: gift-adviser\n")
    assert carried.endswith("unchanged")
