"""/docs works without the network and runs only our own scripts."""

import re
from collections.abc import Callable
from typing import Any

from tests.support.suite import InProcessSuite


async def test_the_page_and_its_files_come_from_the_service(make_settings: Callable[..., Any]) -> None:
    async with InProcessSuite(make_settings, ("user",)) as suite:
        page = await suite.users.get("/docs")
        assert page.status_code == 200
        assert "script-src 'self';" in page.headers["content-security-policy"]
        assert "//" not in re.sub(r"<!doctype.*?>", "", page.text)
        for path in re.findall(r'(?:src|href)="(/[^"]+)"', page.text):
            asset = await suite.users.get(path)
            assert (asset.status_code, asset.headers["x-content-type-options"]) == (200, "nosniff"), path
        assert (await suite.users.get("/docs/assets/redoc.standalone.js")).status_code == 404
        assert (await suite.users.get("/docs/assets/..%2froutes.py")).status_code == 404
        assert (await suite.users.get("/redoc")).status_code == 404
