"""The supervisor and the real services: what is killed comes back, nothing is left behind, nothing is lost."""

import socket
import threading
import uuid
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import psutil
import pytest

from tests.support.running_suite import RunningSuite, eventually

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240)]
ADDRESS = {"name": "Ada", "address1": "1 Main St", "city": "Berlin", "state": "BE", "zip": "10115", "country": "DE"}
MakeSuite = Callable[..., RunningSuite]


def is_ready(suite: RunningSuite, service: str) -> bool:
    return suite.get(service, "/readyz").status_code == 200


def test_opens_with_one_table_and_shows_the_sign_in_once(make_suite: MakeSuite) -> None:
    suite = make_suite().start()
    for service in ("web", "user", "product", "order", "ai"):
        assert suite.url(service) in suite.printed()
        assert suite.get(service, "/livez").status_code == 200
        assert suite.get(service, "/health").json() == suite.get(service, "/readyz").json()
    email, password = suite.demo_password("owner")
    assert suite.sign_in(email, password)
    assert not (suite.data_dir / "first-start.json").exists()
    assert suite.stop() == 0
    suite.start()
    assert suite.printed().count(password) == 1
    assert suite.sign_in(email, password)


def test_a_killed_service_comes_back(make_suite: MakeSuite) -> None:
    suite = make_suite(SEED_DEMO="false").start()
    before = suite.processes()
    for name in ("product", "web", "valkey"):
        before[name].kill()
    for name in ("product", "web"):
        eventually(lambda name=name: is_ready(suite, name), what=f"{name} after its death")
    eventually(lambda: suite.get("order", "/readyz").json()["can_do_without"]["valkey"] == "ok", what="Valkey")
    after = suite.processes()
    assert {name for name in before if after[name].pid != before[name].pid} == {"product", "web", "valkey"}


def test_a_killed_supervisor_leaves_no_orphan_after_a_second(make_suite: MakeSuite) -> None:
    suite = make_suite(SEED_DEMO="false").start()
    assert suite.process is not None
    tree = psutil.Process(suite.process.pid).children(recursive=True)
    assert len(tree) >= 7  # five services, the shop window's worker, Valkey
    suite.process.kill()
    suite.process.wait()

    def left() -> list[psutil.Process]:
        return [each for each in tree if each.is_running() and each.status() != psutil.STATUS_ZOMBIE]

    eventually(lambda: not left(), 1.0, "the end of every process")
    suite.start()
    assert is_ready(suite, "order")


def test_a_taken_port_is_one_sentence(make_suite: MakeSuite) -> None:
    suite = make_suite()
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", suite.ports["user_service"]))
        stranger.listen()
        assert suite.launch().wait(30) == 2
    assert suite.printed() == (
        f"Port {suite.ports['user_service']} is taken, so user_service cannot start; "
        "set USER_SERVICE_PORT to a free port.\n"
    )


def test_one_service_runs_alone_and_without_valkey(make_suite: MakeSuite) -> None:
    suite = make_suite(SEED_DEMO="false", REDIS_URL="redis://127.0.0.1:1/0").start("--only", "product")
    assert suite.get("product", "/readyz").json()["can_do_without"]["valkey"] == "away"
    assert suite.get("product", "/api/v1/products").json()["items"] == []
    with pytest.raises(httpx.ConnectError):
        suite.get("order", "/readyz")


class Shopper(threading.Thread):
    """Buys one piece after the other until told to stop, and remembers what the shop acknowledged."""

    def __init__(self, suite: RunningSuite, variants: list[str]) -> None:
        super().__init__()
        self.suite = suite
        self.variants = variants
        self.token = suite.guest()
        self.keys: dict[str, dict[str, Any]] = {}
        self.acknowledged: list[dict[str, Any]] = []
        self.enough = threading.Event()

    def run(self) -> None:
        for number in range(10_000):
            if self.enough.is_set():
                return
            try:
                self.buy(self.variants[number % len(self.variants)])
            except httpx.TransportError:
                return  # the shop has closed

    def buy(self, variant_id: str) -> None:
        cart = self.suite.post("order", "/api/v1/carts", self.token).json()
        line = {"variant_id": variant_id, "quantity": 1}
        cart = self.suite.post("order", f"/api/v1/carts/{cart['id']}/items", self.token, json=line).json()
        place = f"/api/v1/carts/{cart['id']}"
        self.suite.call("PUT", "order", f"{place}/address", self.token, json=ADDRESS)
        answer = self.suite.call("PUT", "order", f"{place}/shipping", self.token, json={"shipping_method": "standard"})
        cart = answer.raise_for_status().json()
        wanted = {
            "cart_id": cart["id"],
            "cart_version": cart["version"],
            "expected_total": cart["totals"]["total"],
            "payment": {"provider": "test"},
            "email": "ada@example.com",
        }
        key = str(uuid.uuid4())
        self.keys[key] = wanted
        answer = self.check_out(key)
        if answer.status_code == 201:
            self.acknowledged.append(answer.json())

    def check_out(self, key: str) -> httpx.Response:
        headers = {"Idempotency-Key": key}
        return self.suite.post("order", "/api/v1/checkouts", self.token, json=self.keys[key], headers=headers)

    def orders(self) -> list[dict[str, Any]]:
        items, cursor = [], ""
        while True:
            page = self.suite.get("order", f"/api/v1/orders?limit=100{cursor}", self.token).raise_for_status().json()
            items += page["items"]
            if page["next_cursor"] is None:
                return items
            cursor = f"&cursor={page['next_cursor']}"


def fill_a_shelf(suite: RunningSuite, staff: str, number: int) -> str:
    """A product of our own with a hundred pieces; its variant's id."""
    variant = {"sku": f"LAMP-{number}", "price": {"amount": 4900 + number, "currency": "EUR"}, "quantity": 100}
    product = {"title": {"en": f"Desk lamp {number}", "zh": f"台灯 {number}"}, "variants": [variant]}
    answer = suite.post("product", "/api/v1/products", staff, json=product)
    return str(answer.raise_for_status().json()["variants"][0]["id"])


def stock(suite: RunningSuite, staff: str, variants: list[str]) -> dict[str, tuple[int, int]]:
    """(on hand, reserved) per variant."""
    rows = {
        each: suite.get("product", f"/api/v1/inventory/{each}", staff).raise_for_status().json() for each in variants
    }
    return {each: (row["on_hand"], row["reserved"]) for each, row in rows.items()}


def test_a_stop_during_checkouts_loses_nothing(make_suite: MakeSuite) -> None:
    suite = make_suite().start()
    staff = suite.staff_token("owner")
    variants = [fill_a_shelf(suite, staff, number) for number in range(6)]
    before = stock(suite, staff, variants)
    shoppers = [Shopper(suite, variants[number:] + variants[:number]) for number in range(4)]
    for shopper in shoppers:
        shopper.start()
    eventually(lambda: sum(len(shopper.acknowledged) for shopper in shoppers) >= 8, 60, "the first eight purchases")
    assert suite.stop() == 0
    for shopper in shoppers:
        shopper.enough.set()
        shopper.join(30)
    suite.start()
    staff = suite.staff_token("owner")

    def all_finished() -> bool:
        return all(order["checkout_state"] != "placing" for shopper in shoppers for order in shopper.orders())

    eventually(all_finished, 30, "the end of every checkout")
    sold: Counter[str] = Counter()
    for shopper in shoppers:
        orders = {order["id"]: order for order in shopper.orders()}
        for acknowledged in shopper.acknowledged:
            assert orders[acknowledged["id"]]["payment_status"] == "paid"
        for key in list(shopper.keys)[-1:]:  # the one that may have been under way
            shopper.check_out(key)
        for order in shopper.orders():
            if order["checkout_state"] == "placed":
                details = suite.get("order", f"/api/v1/orders/{order['id']}", shopper.token).json()
                sold.update({line["variant_id"]: line["quantity"] for line in details["lines"]})
                captured = [entry for entry in details["ledger"] if entry["type"] == "payment"]
                assert [entry["amount"] for entry in captured] == [details["total"]]

    def stock_is_right() -> bool:
        now = stock(suite, staff, variants)
        return all(now[each] == (before[each][0] - sold[each], 0) for each in variants)

    eventually(stock_is_right, 30, f"stock reduced by {dict(sold)}")
