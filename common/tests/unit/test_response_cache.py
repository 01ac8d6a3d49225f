"""The response cache: what it finds, what it must never answer, and when it forgets."""

from typing import Any

import pytest

from common.cache import CacheRule, Entry, ResponseCache, Valkey
from common.config import Settings
from common.database import use_tenant
from common.events import Bell
from common.languages import use_language
from common.security.caller import Caller

RULES = (
    CacheRule("/api/v1/products", params=("category", "sort", "facet", "limit")),
    CacheRule("/api/v1/products/{product_id}", params=("texts",)),
)
CALLERS = {
    "shopper": Caller("usr_1", "default", "ses_1", ("shopper",)),
    "elsewhere": Caller("usr_2", "shop2", "ses_2", ("shopper",)),
    "manager": Caller("usr_3", "default", "ses_3", ("manager",)),
    "service": Caller("svc_order_service", "default", "", ("service",)),
}


class Shop:
    """A cache and a hand that turns its clock."""

    def __init__(self, **settings: Any) -> None:
        self.time = 1000.0
        made = Settings(tenant_hosts={"second.shop": "shop2"}, web_origins=["http://localhost:8000"], **settings)
        self.cache = ResponseCache(RULES, made, Bell(Valkey(None)), CALLERS.get, now=lambda: self.time)

    def find(self, path: str = "/api/v1/products", query: str = "", **headers: str) -> Entry | None:
        scope, given = _request(path, query, headers)
        return self.cache.lookup(scope, given)

    def answer(
        self, body: bytes, path: str = "/api/v1/products", query: str = "", *, tenant: str = "default",
        language: str = "en", status: int = 200, answer_headers: tuple[tuple[bytes, bytes], ...] = (), **headers: str,
    ) -> Entry | None:  # fmt: skip
        scope, given = _request(path, query, headers)
        with use_tenant(tenant), use_language(language):
            fill = self.cache.begin(scope, given)
        if fill is None:
            return None
        return fill.store(status, [(b"content-type", b"application/json"), *answer_headers], body)


def _request(path: str, query: str, headers: dict[str, str]) -> tuple[dict[str, Any], dict[bytes, bytes]]:
    given = {"host": "127.0.0.1:8002", **{name.replace("_", "-"): value for name, value in headers.items()}}
    raw = {name.encode(): value.encode() for name, value in given.items()}
    scope = {"method": "GET", "path": path, "query_string": query.encode(), "headers": list(raw.items())}
    return scope, raw


def test_answers_again_with_the_same_bytes_and_a_complete_head() -> None:
    shop = Shop()
    assert shop.find() is None
    first = shop.answer(b'{"items":[]}', answer_headers=((b"x-request-id", b"1"), (b"content-length", b"12")))
    again = shop.find()
    assert first is again
    assert again is not None
    assert (again.status, again.body) == (200, b'{"items":[]}')
    assert dict(again.headers) == {
        b"content-type": b"application/json",
        b"etag": again.etag,
        b"cache-control": b"no-cache",
        b"vary": b"Accept-Language, Authorization",
        b"content-length": b"12",
    }
    assert len(again.headers) == 5


def test_what_cors_says_to_vary_by_does_not_take_the_place_of_language_and_caller() -> None:
    shop = Shop()
    kept = shop.answer(b"{}", answer_headers=((b"vary", b"Origin"),))
    assert kept is not None
    for answer in (kept, kept.not_modified):
        assert answer is not None
        said = {value for name, value in answer.headers if name == b"vary"}
        assert said == {b"Origin", b"Accept-Language, Authorization"}


@pytest.mark.parametrize("spelling", ["{etag}", "W/{etag}", '"other", {etag}', "*"])
def test_a_reader_who_has_it_gets_304(spelling: str) -> None:
    shop = Shop()
    kept = shop.answer(b"{}")
    assert kept is not None
    found = shop.find(if_none_match=spelling.format(etag=kept.etag.decode()))
    assert found is not None
    assert (found.status, found.body) == (304, b"")
    assert dict(found.headers)[b"etag"] == kept.etag
    assert b"content-length" not in dict(found.headers)
    other = shop.find(if_none_match='"other"')
    assert other is not None
    assert other.status == 200


def test_a_miss_answers_304_too() -> None:
    shop = Shop()
    kept = shop.answer(b"{}")
    assert kept is not None
    shop.cache.clear()
    answered = shop.answer(b"{}", if_none_match=kept.etag.decode())
    assert answered is not None
    assert answered.status == 304


def test_one_entry_serves_all_spellings_of_a_request() -> None:
    shop = Shop()
    kept = shop.answer(b"{}", query="sort=price&category=mice")
    for query in ("category=mice&sort=price", "category=mice&sort=price&utm_source=mail", "category=%6dice&sort=price"):
        assert shop.find(query=query) is kept
    assert shop.find(query="category=mice&sort=price", accept_language="en-GB,en;q=0.8") is kept
    assert shop.find(query="category=mice") is None
    assert shop.find(query="category=mice&sort=title") is None


def test_repeated_parameters_keep_their_order() -> None:
    shop = Shop()
    shop.answer(b"last is price", query="sort=title&sort=price")
    assert shop.find(query="sort=price&sort=title") is None


def test_languages_tenants_and_origins_are_told_apart() -> None:
    shop = Shop()
    english = shop.answer(b"en")
    chinese = shop.answer(b"zh", language="zh", accept_language="zh-CN")
    second = shop.answer(b"second", tenant="shop2", host="second.shop:443")
    origin = shop.answer(b"cors", answer_headers=((b"access-control-allow-origin", b"http://localhost:8000"),),
                         origin="http://localhost:8000")  # fmt: skip
    assert shop.find() is english
    assert shop.find(accept_language="zh") is chinese
    assert shop.find(query="lang=zh") is chinese
    assert shop.find(host="second.shop") is second
    assert shop.find(origin="http://localhost:8000") is origin
    assert shop.find(origin="http://evil.example") is english


def test_shoppers_share_their_tenants_answers_and_staff_get_none() -> None:
    shop = Shop()
    kept = shop.answer(b"{}")
    assert shop.find(authorization="Bearer shopper") is kept
    assert shop.find(authorization="Bearer elsewhere") is None
    assert shop.find(authorization="Bearer manager") is None
    assert shop.find(authorization="Bearer service") is None
    assert shop.find(authorization="Bearer never-verified") is None
    assert shop.find(authorization="Basic shopper") is None
    assert shop.answer(b"drafts too", query="sort=price", authorization="Bearer manager") is None
    assert shop.find(query="sort=price") is None
    theirs = shop.answer(b"shop2", tenant="shop2", authorization="Bearer elsewhere")
    assert shop.find(host="second.shop") is theirs


def test_a_request_that_can_be_read_in_two_ways_is_not_kept() -> None:
    shop = Shop()
    assert shop.answer(b"{}", tenant="shop2") is None
    assert shop.answer(b"{}", language="zh") is None
    assert shop.find() is None


@pytest.mark.parametrize(
    ("status", "header"),
    [
        (404, None),
        (206, None),
        (200, (b"set-cookie", b"a=b")),
        (200, (b"cache-control", b"private, max-age=5")),
        (200, (b"cache-control", b"no-store")),
    ],
)
def test_keeps_only_plain_successes_for_everybody(status: int, header: tuple[bytes, bytes] | None) -> None:
    shop = Shop()
    assert shop.answer(b"{}", status=status, answer_headers=(header,) if header else ()) is None
    assert shop.find() is None


def test_other_paths_and_methods_are_left_alone() -> None:
    shop = Shop()
    assert shop.answer(b"{}", path="/api/v1/carts/1") is None
    assert shop.answer(b"{}", path="/api/v1/products/a/b") is None
    scope, headers = _request("/api/v1/products", "", {})
    with use_tenant("default"):
        assert shop.cache.begin({**scope, "method": "POST"}, headers) is None


def test_a_commit_puts_its_tenants_answers_out_of_date_at_once() -> None:
    shop = Shop()
    shop.answer(b"old")
    second = shop.answer(b"second", tenant="shop2", host="second.shop")
    shop.cache.raise_generation("default", "catalogue")
    assert shop.find() is None
    assert shop.find(host="second.shop") is second
    assert shop.cache.size == (second.size if second else 0)


def test_an_answer_made_while_a_commit_came_is_sent_but_not_kept() -> None:
    shop = Shop()
    scope, headers = _request("/api/v1/products", "", {})
    with use_tenant("default"):
        fill = shop.cache.begin(scope, headers)
    assert fill is not None
    shop.cache.raise_generation("default", "catalogue")
    sent = fill.store(200, [], b"read before the commit")
    assert sent is not None
    assert sent.body == b"read before the commit"
    assert shop.find() is None


def test_nothing_is_older_than_half_a_minute() -> None:
    shop = Shop()
    kept = shop.answer(b"{}")
    shop.time += 29
    assert shop.find() is kept
    shop.time += 2
    assert shop.find() is None


def test_stays_within_its_bytes_and_forgets_what_was_not_read_longest() -> None:
    shop = Shop(response_cache_bytes=200_000)
    for n in range(20):
        shop.answer(b"x" * 10_000, path=f"/api/v1/products/p{n}")
        shop.find(path="/api/v1/products/p0")
    assert shop.cache.size <= 200_000
    assert shop.find(path="/api/v1/products/p0") is not None
    assert shop.find(path="/api/v1/products/p1") is None
    assert shop.find(path="/api/v1/products/p19") is not None
    shop.answer(b"x" * 100_000, path="/api/v1/products/huge")
    assert shop.find(path="/api/v1/products/huge") is None


def test_endless_spellings_of_one_request_take_no_endless_room() -> None:
    shop = Shop()
    kept = shop.answer(b"{}")
    for n in range(1000):
        assert shop.find(query=f"utm={n}") is kept
    assert len(shop.cache._aliases) <= 8


def test_a_ring_from_another_process_counts_and_ones_own_does_not() -> None:
    shop = Shop()
    shop.answer(b"{}")
    shared = shop.cache._shared
    shared._heard(f"{shared._me} default catalogue")
    assert shop.find() is not None
    shared._heard("another default catalogue")
    assert shop.find() is None
    shop.answer(b"{}")
    shared._heard("*")
    assert (shop.find(), shop.cache.size) == (None, 0)
