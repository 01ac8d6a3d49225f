"""What the browser is told about whom to trust, and where the services are."""

import pytest
from flask.testing import FlaskClient

from common.config import load_settings
from web_service.app.factory import create_app
from web_service.app.settings import WebSettings


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "shop.example", "[::1]:8000"])
def test_service_urls_follow_the_host_the_page_was_asked_under(window: FlaskClient, host: str) -> None:
    name = host.removesuffix(":8000")
    document = window.get("/config.json", headers={"Host": host}).get_json()
    assert document["services"] == {
        "user": f"http://{name}:8001",
        "product": f"http://{name}:8002",
        "order": f"http://{name}:8003",
        "ai": f"http://{name}:8004",
    }
    assert document["languages"] == ["en", "zh"]
    assert document["default_language"] == "en"
    assert document["currency"] == "EUR"
    assert len(document["suite_id"]) == 8
    assert document["features"]["test_payments"] is True


def test_config_json_is_not_kept(window: FlaskClient) -> None:
    assert window.get("/config.json").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("host", ["evil.example/path", "a b", "x;script-src *", '"><b>'])
def test_a_malformed_host_reaches_neither_the_policy_nor_the_urls(window: FlaskClient, host: str) -> None:
    answer = window.get("/config.json", headers={"Host": host})
    if answer.status_code == 200:
        assert answer.get_json()["services"]["user"] == "http://127.0.0.1:8001"
    assert host not in answer.headers["Content-Security-Policy"]


def test_behind_the_gateway_all_services_are_at_the_pages_origin(tmp_path) -> None:
    settings = load_settings(
        WebSettings, env="test", data_dir=tmp_path, site_dir=tmp_path / "none", behind_gateway=True
    )
    client = create_app(settings).test_client()
    headers = {"Host": "web:8000", "X-Forwarded-Host": "shop.example", "X-Forwarded-Proto": "https"}
    answer = client.get("/config.json", headers=headers)
    assert set(answer.get_json()["services"].values()) == {"https://shop.example"}
    assert 'href="https://shop.example/docs/order"' in client.get("/", headers=headers).text
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_forwarded_headers_are_not_believed_without_a_gateway(window: FlaskClient) -> None:
    answer = window.get("/config.json", headers={"Host": "a.example", "X-Forwarded-Host": "evil.example"})
    assert answer.get_json()["services"]["user"] == "http://a.example:8001"


@pytest.mark.parametrize("path", ["/", "/config.json", "/assets/start.css", "/nothing.png", "/livez"])
def test_every_answer_carries_the_strict_policy(window: FlaskClient, path: str) -> None:
    headers = window.get(path, headers={"Host": "shop.example:8000"}).headers
    policy = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "http://shop.example:8003" in policy["connect-src"].split()
    assert policy["frame-src"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "stripe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize(
    ("providers", "key", "opened"),
    [
        (["stripe"], "pk_1", True),
        (["stripe", "test"], "pk_1", True),
        (["stripe"], "", False),
        (["test"], "pk_1", False),
    ],
)
def test_stripe_is_let_in_only_where_it_takes_cards(tmp_path, providers: list[str], key: str, opened: bool) -> None:
    settings = load_settings(
        WebSettings,
        env="test",
        data_dir=tmp_path,
        site_dir=tmp_path / "none",
        payment_providers=providers,
        stripe_publishable_key=key,
    )
    header = create_app(settings).test_client().get("/checkout").headers["Content-Security-Policy"]
    policy = dict(rule.split(" ", 1) for rule in header.split("; "))
    named = {name: [word for word in value.split() if "stripe" in word] for name, value in policy.items()}
    scripts = ["https://js.stripe.com", "https://*.js.stripe.com"]
    expected = {
        "script-src": scripts,
        "connect-src": ["https://api.stripe.com"],
        "frame-src": [*scripts, "https://hooks.stripe.com"],
    }
    assert {name: words for name, words in named.items() if words} == (expected if opened else {})
    assert policy["script-src"].split()[0] == "'self'"
    assert "unsafe" not in header


def test_the_request_id_is_kept_when_it_is_well_formed(window: FlaskClient) -> None:
    assert window.get("/livez", headers={"X-Request-Id": "abc-123"}).headers["X-Request-Id"] == "abc-123"
    assert window.get("/livez", headers={"X-Request-Id": "a b"}).headers["X-Request-Id"] != "a b"
