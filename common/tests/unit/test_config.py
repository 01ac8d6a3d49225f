"""Settings: which layer wins, what is made on first start."""

import stat
from pathlib import Path

import pytest

from common import config
from common.config import Settings, load_settings, private_file, service_secret


class OrderSettings(Settings):
    service = "order_service"
    greeting: str = "from the code"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(config, "ROOT", tmp_path)
    (tmp_path / "order_service").mkdir()
    return tmp_path


def test_the_service_overrides_the_root_and_the_environment_overrides_both(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".env").write_text("GREETING=root\nLOG_LEVEL=WARNING\n")
    assert load_settings(OrderSettings).greeting == "root"
    (root / "order_service" / ".env").write_text("GREETING=service\n")
    assert load_settings(OrderSettings).greeting == "service"
    monkeypatch.setenv("GREETING", "environment")
    settings = load_settings(OrderSettings)
    assert (settings.greeting, settings.log_level) == ("environment", "WARNING")


def test_ports_give_the_addresses_of_the_siblings(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORDER_SERVICE_PORT", "9003")
    monkeypatch.setenv("USER_SERVICE_PORT", "9001")
    monkeypatch.setenv("PRODUCT_SERVICE_URL", "http://products.internal")
    settings = load_settings(OrderSettings)
    assert settings.port == 9003
    assert settings.url_of("user_service") == "http://127.0.0.1:9001"
    assert settings.url_of("product_service") == "http://products.internal"
    assert settings.url_of("ai_service") == "http://127.0.0.1:8004"


def test_an_empty_setting_means_unset(root: Path) -> None:
    (root / ".env").write_text("DATABASE_URL=\nREDIS_URL=\nWEB_ORIGINS=http://a.example, http://b.example\n")
    settings = load_settings(OrderSettings)
    assert (settings.database_url, settings.redis_url) == (None, None)
    assert settings.web_origins == ["http://a.example", "http://b.example"]


def test_a_list_is_written_with_commas_in_the_environment_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_ORIGINS", "http://a.example, http://b.example")
    monkeypatch.setenv("TRUSTED_PROXIES", "10.0.0.1")
    settings = load_settings(OrderSettings)
    assert settings.web_origins == ["http://a.example", "http://b.example"]
    assert settings.trusted_proxies == ["10.0.0.1"]


def test_our_own_shop_window_may_call_the_services(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_SERVICE_PORT", "9000")
    assert load_settings(OrderSettings).web_origins == ["http://127.0.0.1:9000", "http://localhost:9000"]


def test_a_private_file_is_written_once_and_only_for_us(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "secret"
    assert private_file(path, lambda: b"first") == b"first"
    assert private_file(path, lambda: b"second") == b"first"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret"]


def test_services_of_one_shop_share_a_secret_that_is_made_on_first_use(tmp_path: Path) -> None:
    one = load_settings(OrderSettings, data_dir=tmp_path)
    other = load_settings(Settings, data_dir=tmp_path)
    assert service_secret(one) == service_secret(other)
    assert len(service_secret(one)) >= 40
    assert one.suite_id == other.suite_id
