"""Behind the gateway every path of every service's contract reaches that service, and what is internal nobody."""

import re
from pathlib import Path

import orjson
import pytest

from common.config import ROOT
from scripts.openapi import SERVICES, document

CONF = (ROOT / "deploy" / "gateway.conf").read_text()
LOCATION = re.compile(r"location (~ )?(\S+) (\{.*?\}\n)", re.DOTALL)
GOES_TO = re.compile(r"(?:proxy_pass|return) (?:http://)?\$?(\w+)")


def goes_to(path: str) -> str:
    """As nginx chooses: the first regular expression that matches, else the longest prefix."""
    found = [(bool(kind), pattern, GOES_TO.search(block)[1]) for kind, pattern, block in LOCATION.findall(CONF)]
    for is_expression, pattern, target in found:
        if is_expression and re.search(pattern, path):
            return target
    prefixes = [(len(pattern), target) for is_one, pattern, target in found if not is_one and path.startswith(pattern)]
    return max(prefixes)[1]


@pytest.mark.parametrize("service", SERVICES)
def test_every_path_of_a_contract_reaches_its_service(service: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    paths = orjson.loads(document(service))["paths"]
    assert len(paths) > 10
    for path in (re.sub(r"\{\w+\}", "x", path) for path in paths):
        if path.startswith("/api/v1/operations/"):  # every service has these: the gateway offers them under its name
            assert goes_to(path.replace("/api/v1/operations", f"/operations/{service}")) == "asked", path
        else:
            assert goes_to(path) == ("404" if path.startswith("/internal/") else service), path


@pytest.mark.parametrize("path", ["/internal/v1/events", "/metrics", "/internal", "/metrics/"])
def test_what_is_internal_stays_inside(path: str) -> None:
    assert goes_to(path) == "404"


@pytest.mark.parametrize("path", ["/", "/config.json", "/admin/orders", "/assets/index.js", "/products/x", "/livez"])
def test_the_rest_is_the_shop_window(path: str) -> None:
    assert goes_to(path) == "web"
