"""Every operation that the services document, given what does not belong there: a problem detail, never a 500."""

import asyncio
import re
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from tests.support.api_document import WRONG_QUERY, Operation, operations
from tests.support.open_shop import OpenShop, Person

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]
SERVICES = ("user", "product", "order", "ai")
PUBLIC = {
    "user POST /api/v1/auth/register", "user POST /api/v1/auth/token", "user POST /api/v1/auth/guest",
    "user POST /api/v1/auth/refresh", "user POST /api/v1/auth/logout", "user GET /.well-known/jwks.json",
    "user GET /api/v1/auth/owner-setup", "user POST /api/v1/auth/owner-setup", "user POST /api/v1/auth/session",
    "user GET /api/v1/auth/password-reset", "user POST /api/v1/auth/password-reset",
    "user POST /api/v1/auth/password-reset/confirmation",
    "user GET /api/v1/settings/public", "user GET /api/v1/settings/legal/{page}",
    "product GET /api/v1/products", "product GET /api/v1/products/{product_id}",
    "product GET /api/v1/products/{product_id}/media", "ai GET /api/v1/agents", "ai GET /api/v1/agents/{agent_id}",
    "ai GET /api/v1/policies", "ai GET /api/v1/policies/{name}", "ai GET /v1/models", "ai GET /v1/models/{model}",
    "ai GET /.well-known/oauth-protected-resource",
    "product GET /api/v1/variants/{variant_id}", "product GET /api/v1/search", "product GET /api/v1/search/suggest",
    "product GET /api/v1/products/picks", "product GET /api/v1/products/{product_id}/related",
    "product GET /api/v1/products/{product_id}/reviews",
    "product GET /api/v1/categories", "product GET /api/v1/categories/{category_id}",
    "product GET /media/{tenant_id}/{name}", "order GET /api/v1/payment-options",
    "order POST /api/v1/payments/webhooks/stripe",
    "order GET /api/v1/shipping-methods", "order GET /api/v1/shipping-methods/{id}",
}  # fmt: skip
PAGES = ("/api/v1/auth/password-reset", "/api/v1/auth/owner-setup")  # what a mailed link opens is for people to read
UNKNOWN_IDS = ("unknown_1", "%00", "%E9%BC%A0", "..%2f..%2fetc", "x" * 300, "%F0%9F%92%A9", "-1", "'")


@pytest.fixture(scope="module")
def suite_settings() -> dict[str, str]:
    """Nobody is told to come back later: a quick machine sends more in a minute than one person may."""
    return {"RATE_WRITES": "1000000/minute", "RATE_PUBLIC_READS": "1000000/minute"}


async def documented(shop: OpenShop) -> list[Operation]:
    found = []
    for service in SERVICES:
        found += operations(service, (await shop.http.get(shop.suite.url(service, "/openapi.json"))).json())
    return found


def ends_sessions(operation: Operation) -> bool:
    """What would sign the walker himself out."""
    return operation.path.endswith("/logout") or (operation.method, operation.path[-9:]) == ("DELETE", "/sessions")


def with_ids(path: str, ids: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda name: ids.get(name[1], "unknown_1"), path)


def fault_of(answer: httpx.Response) -> str | None:
    """What is wrong with an answer to bad input."""
    if answer.status_code < 400:
        return None
    if answer.status_code >= 500:
        return "a server error"
    if answer.request.method == "HEAD" or (answer.request.method == "GET" and answer.request.url.path in PAGES):
        return None
    if answer.request.url.path.startswith("/v1/"):  # other people's clients read errors otherwise
        return None if set(answer.json()["error"]) == {"message", "type", "code", "param"} else "not OpenAI's shape"
    if answer.headers.get("content-type") != "application/problem+json":
        return f"content type {answer.headers.get('content-type')}"
    problem = answer.json()
    if problem["status"] != answer.status_code or not re.fullmatch(r"[a-z][a-z_]+", problem["code"]):
        return f"{problem['status']} {problem['code']}"
    return None if problem["trace_id"] else "no trace id"


class Walk:
    """Sends what it is given, eight at a time, and keeps what was answered badly."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.faults: list[str] = []
        self.sent = 0
        self._gate = asyncio.Semaphore(8)

    async def send(self, operation: Operation, path: str, **options: Any) -> httpx.Response:
        headers = dict.fromkeys(operation.header_names, "key-of-the-walk") | options.pop("headers", {})
        async with self._gate:
            answer = await self.person.call(operation.method, operation.service, path, headers=headers, **options)
        self.sent += 1
        if fault := fault_of(answer):
            given = str(options.get("content", options.get("params")))[:300]
            self.faults.append(f"{operation} {path[:80]}: {given} -> {answer.status_code} {fault}: {answer.text[:300]}")
        return answer


@pytest.fixture
async def ids(shop: OpenShop) -> dict[str, str]:
    """Rows that are there, so that a body gets as far as it can."""
    staff, customer = await shop.staff(), await shop.newcomer()
    variant = await staff.shelf()
    cart = await staff_cart(staff)
    product = (await staff.get("product", f"/api/v1/variants/{variant}"))["product_id"]
    user = (await customer.get("user", "/api/v1/users/me"))["id"]
    return {"variant_id": variant, "product_id": product, "cart_id": cart, "user_id": user}


async def staff_cart(staff: Person) -> str:
    return str((await staff.call("POST", "order", "/api/v1/carts")).raise_for_status().json()["id"])


async def test_only_what_is_public_answers_without_a_token(shop: OpenShop) -> None:
    found = await documented(shop)
    assert {str(each) for each in found} >= PUBLIC
    nobody = Person(shop.suite, shop.http, "")
    nobody.bearer = {}
    statuses = {}
    for operation in found:
        if str(operation) not in PUBLIC:
            path = with_ids(operation.path, {})
            body = {"json": operation.body} if operation.media_type == "application/json" else {}
            answer = await nobody.call(operation.method, operation.service, path, **body)
            statuses[str(operation)] = answer.status_code
    assert {name: status for name, status in statuses.items() if status != 401} == {}


async def test_people_are_kept_out_of_what_belongs_to_services_and_staff(shop: OpenShop) -> None:
    owner, guest, customer = await shop.staff(), await shop.guest(), await shop.newcomer()
    found = await documented(shop)
    internal = [each for each in found if each.path.startswith("/internal/")]
    assert len(internal) >= 9
    for operation in internal:
        answer = await owner.call(operation.method, operation.service, with_ids(operation.path, {}), operation.body)
        assert answer.status_code == 403, (operation, answer.text)
    for method, service, path, body in (
        ("POST", "product", "/api/v1/products", {"title": "x", "variants": []}),
        ("POST", "product", "/api/v1/categories", {"slug": "x", "name": {"en": "x"}}),
        ("GET", "product", "/api/v1/inventory/var_1", None),
        ("GET", "product", "/api/v1/exports/products.csv", None),
        ("POST", "product", "/api/v1/imports", None),
        ("POST", "order", "/api/v1/shipping-methods", {"code": "x"}),
        ("POST", "order", "/api/v1/tax-rates", {"country": "DE"}),
        ("GET", "user", "/api/v1/users?email=owner@shop.example", None),
        ("GET", "user", "/api/v1/roles", None),
        ("GET", "user", "/api/v1/audit-events", None),
        ("PUT", "user", "/api/v1/users/usr_1/roles", {"roles": ["owner"]}),
    ):
        for person in (guest, customer):
            answer = await person.call(method, service, path, body)
            assert (answer.status_code, answer.json()["code"]) == (403, "missing_permission"), (path, answer.text)


async def test_no_body_and_no_parameter_gets_a_server_error(shop: OpenShop, ids: dict[str, str]) -> None:
    staff = await shop.staff()
    walk = Walk(staff)
    catalogue = [each["id"] for each in await staff.every("product", "/api/v1/products")]
    jobs = []
    for operation in await documented(shop):
        if operation.path.startswith("/internal/") or ends_sessions(operation):
            continue
        path = with_ids(operation.path, ids if operation.method != "DELETE" else {})
        if operation.media_type is not None:
            headers = {"Content-Type": operation.media_type}
            jobs += [walk.send(operation, path, content=body, headers=headers) for body in operation.wrong_bodies()]
            for odd in ("text/plain", "application/json; charset=?", "application/json/json"):
                jobs.append(walk.send(operation, path, content=b"{}", headers={"Content-Type": odd}))
        for name in operation.query:
            jobs += [walk.send(operation, path, params={name: wrong}) for wrong in WRONG_QUERY]
        if "{" in operation.path:
            for unknown in UNKNOWN_IDS:
                jobs.append(walk.send(operation, re.sub(r"\{\w+\}", unknown, operation.path), json=operation.body))
    await asyncio.gather(*jobs)
    assert walk.sent > 1000
    assert not walk.faults, "\n".join(walk.faults)
    still_there = {each["id"] for each in await staff.every("product", "/api/v1/products")}
    assert set(catalogue) <= still_there
    for service in SERVICES:
        assert (await shop.http.get(shop.suite.url(service, "/readyz"))).status_code == 200
    buyer = await shop.guest()
    assert (await buyer.buy(await staff.shelf()))["payment_status"] == "paid"


@pytest.mark.parametrize("limit", ["0", "-1", "101", "ten", str(10**30)])
async def test_lists_refuse_absurd_limits_and_cursors(shop: OpenShop, limit: str) -> None:
    staff = await shop.staff()
    found = [each for each in await documented(shop) if {"limit", "cursor"} <= set(each.query)]
    assert len(found) >= 12
    for operation in found:
        path = with_ids(operation.path, {"user_id": "usr_1"})
        answer = await staff.call("GET", operation.service, path, params={"limit": limit})
        assert answer.status_code in {404, 422}, (operation, answer.text)
        for cursor in ("x", "W10", "WzFd", "bnVsbA", "e30", quote("[1,2]"), "WyJhIiwiYiIsImMiXQ"):
            answer = await staff.call("GET", operation.service, path, params={"cursor": cursor})
            assert answer.status_code in {404, 422}, (operation, cursor, answer.text)


async def test_a_huge_body_is_refused_before_it_is_read(shop: OpenShop) -> None:
    customer = await shop.newcomer()
    for service, path in (
        ("user", "/api/v1/auth/register"),
        ("order", "/api/v1/carts"),
        ("ai", "/api/v1/chat"),
        ("product", "/api/v1/products"),
    ):
        answer = await customer.call("POST", service, path, content=b" " * 1_100_000)
        assert (answer.status_code, answer.json()["code"]) == (413, "payload_too_large"), service

        async def endless() -> Any:
            for _ in range(40):
                yield b" " * 50_000

        answer = await customer.call("POST", service, path, content=endless())
        assert answer.status_code == 413, service


@pytest.mark.parametrize("quantity", [0, -1, 10**6, 10**30, 1.5, "2", None, True, [1]])
async def test_absurd_quantities_change_no_cart(shop: OpenShop, quantity: Any) -> None:
    staff, customer = await shop.staff(), await shop.newcomer()
    variant = await staff.shelf()
    cart = await customer.cart((variant, 1))
    path = f"/api/v1/carts/{cart['id']}"
    added = await customer.call("POST", "order", f"{path}/items", {"variant_id": variant, "quantity": quantity})
    line = f"{path}/items/{cart['items'][0]['id']}"
    changed = await customer.call("PATCH", "order", line, {"quantity": quantity})
    assert added.status_code == 422, added.text
    assert changed.status_code == (200 if quantity in (0, None) else 422), changed.text  # none left, or left as it is
    if quantity not in (0, None):
        assert await customer.get("order", path) == cart


async def test_what_belongs_to_others_is_not_there(shop: OpenShop) -> None:
    owner_of_it, stranger, staff = await shop.newcomer(), await shop.newcomer(), await shop.staff()
    variant = await staff.shelf()
    order = await owner_of_it.buy(variant)
    cart = await owner_of_it.cart((variant, 2))
    [home] = await owner_of_it.every("user", "/api/v1/users/me/addresses")
    card = {"type": "card", "provider": "test", "token": "tok_approve", "brand": "visa", "last4": "4242"}
    card |= {"exp_month": 12, "exp_year": 2040}
    saved = await owner_of_it.call("POST", "user", "/api/v1/users/me/payment-methods", card)
    method = saved.raise_for_status().json()
    line = f"/api/v1/carts/{cart['id']}/items/{cart['items'][0]['id']}"
    attempts = (
        ("GET", "order", f"/api/v1/carts/{cart['id']}", None),
        ("POST", "order", f"/api/v1/carts/{cart['id']}/items", {"variant_id": variant, "quantity": 1}),
        ("PATCH", "order", line, {"quantity": 9}),
        ("DELETE", "order", line, None),
        ("PUT", "order", f"/api/v1/carts/{cart['id']}/shipping", {"shipping_method": "standard"}),
        ("GET", "order", f"/api/v1/orders/{order['id']}", None),
        ("POST", "order", f"/api/v1/orders/{order['id']}/cancellation", {"reason": "no longer needed"}),
        ("GET", "user", f"/api/v1/users/me/addresses/{home['id']}", None),
        ("PATCH", "user", f"/api/v1/users/me/addresses/{home['id']}", {"city": "Paris"}),
        ("DELETE", "user", f"/api/v1/users/me/addresses/{home['id']}", None),
        ("GET", "user", f"/api/v1/users/me/payment-methods/{method['id']}", None),
        ("DELETE", "user", f"/api/v1/users/me/payment-methods/{method['id']}", None),
    )
    for verb, service, path, body in attempts:
        nowhere = re.sub(r"_\w{32}", "_" + "0" * 32, path)
        foreign = await stranger.call(verb, service, path, body, {"Idempotency-Key": "foreign"})
        unknown = await stranger.call(verb, service, nowhere, body, {"Idempotency-Key": "unknown"})
        assert (foreign.status_code, foreign.json()["code"]) == (404, unknown.json()["code"]), (path, foreign.text)
    answer = await stranger.check_out(stranger.wish(cart))
    assert answer.status_code == 404
    own = await stranger.cart((variant, 1))
    answer = await stranger.check_out(stranger.wish(own, payment=None, payment_method_id=method["id"]))
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_payment_method")
    assert await owner_of_it.get("order", f"/api/v1/carts/{cart['id']}") == cart
    assert await owner_of_it.every("user", "/api/v1/users/me/addresses") == [home]
    assert (await owner_of_it.order(order["id"]))["status"] == "pending"
    assert await stranger.every("order", "/api/v1/orders") == []
    assert await staff.stock(variant) == (9, 0)
