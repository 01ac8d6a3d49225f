"""The shop window in this process, without and with a built front end."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from common.config import load_settings
from web_service.app.factory import create_app
from web_service.app.settings import WebSettings


@pytest.fixture
def window(tmp_path: Path) -> FlaskClient:
    """The start page: no front end has been built."""
    settings = load_settings(WebSettings, env="test", data_dir=tmp_path, site_dir=tmp_path / "none")
    return create_app(settings).test_client()


@pytest.fixture
def built_window(tmp_path: Path) -> FlaskClient:
    """A front end as the bundler leaves it."""
    site = tmp_path / "dist"
    (site / "assets").mkdir(parents=True)
    (site / "index.html").write_text("<!doctype html><title>the app</title>")
    (site / "assets" / "index-BdX2k9Qa.js").write_text("export {}")
    (site / "manifest.json").write_text("{}")
    (site / "robots.txt").write_text("User-agent: *")
    (tmp_path / "secret.txt").write_text("not for the web")
    settings = load_settings(WebSettings, env="test", data_dir=tmp_path, site_dir=site)
    return create_app(settings).test_client()
