"""Which path answers what, and how long it may be kept."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("path", ["/", "/admin", "/products/prd_1", "/products/v1.2", "/search?q=a"])
def test_paths_of_the_app_answer_index_html_and_are_never_kept(built_window: FlaskClient, path: str) -> None:
    answer = built_window.get(path)
    assert (answer.status_code, answer.text) == (200, "<!doctype html><title>the app</title>")
    assert answer.headers["Cache-Control"] == "no-cache, no-store, must-revalidate"
    assert "ETag" not in answer.headers


def test_index_html_by_its_name_is_never_kept_either(built_window: FlaskClient) -> None:
    answer = built_window.get("/index.html")
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]


def test_hashed_assets_are_kept_for_a_year(built_window: FlaskClient) -> None:
    answer = built_window.get("/assets/index-BdX2k9Qa.js")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.mimetype == "text/javascript"


def test_other_files_are_kept_for_an_hour_and_revalidated(built_window: FlaskClient) -> None:
    answer = built_window.get("/robots.txt")
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    again = built_window.get("/robots.txt", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "/assets/index-00000000.js",
        "/logo.png",
        "/assets/nothing",
        "/api/v1/products",
        "/..%2fsecret.txt",
        "/../secret.txt",
        "/manifest.json",
    ],
)
def test_missing_files_are_problems_and_nothing_outside_is_served(built_window: FlaskClient, path: str) -> None:
    answer = built_window.get(path)
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json()["code"] == "not_found"
    assert answer.get_json()["trace_id"]


def test_other_methods_are_refused(built_window: FlaskClient) -> None:
    answer = built_window.post("/")
    assert answer.status_code == 405
    assert answer.get_json()["status"] == 405


def test_the_start_page_speaks_both_languages_and_links_the_services(window: FlaskClient) -> None:
    page = window.get("/", headers={"Host": "shop.local:8000"}).text
    assert "The shop is open." in page
    assert "商店已开门" in page
    for port in (8001, 8002, 8003, 8004):
        assert f'href="http://shop.local:{port}/docs"' in page
    assert "<script" not in page
    assert window.get("/admin", headers={"Host": "shop.local:8000"}).text == page
    assert window.get("/assets/start.css").status_code == 200


def test_what_operators_ask(window: FlaskClient) -> None:
    assert window.get("/livez").get_json() == {"status": "alive", "service": "web_service"}
    assert window.get("/readyz").get_json() == window.get("/health").get_json()
    assert window.get("/readyz").get_json()["status"] == "ready"
    assert window.get("/readyz").get_json()["needs"] == {"site": "ok"}
    metrics = window.get("/metrics")
    assert 'route="operations.readyz",service="web_service",status="200"} 4.0' in metrics.text


def test_what_is_refused_is_told_in_the_readers_language(built_window: FlaskClient) -> None:
    told = built_window.get("/logo.png", headers={"Accept-Language": "zh-CN"}).get_json()
    assert (told["code"], told["title"], told["detail"]) == (
        "not_found",
        "这里没有您要找的内容",
        "没有文件 'logo.png'。",
    )
    assert built_window.get("/logo.png").get_json()["detail"] == "There is no file 'logo.png'."
