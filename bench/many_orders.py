"""A shop with many past orders: how quickly its history is read, and whether buying gets dearer."""

import sqlite3
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.load import ADDRESS
from bench.report import Row, say
from bench.runs import RUNS, cpu_seconds, floor_of, generate_load, latency_row, pid_listening, reads
from bench.suite import Suite
from common.pagination import encode_cursor

FEW = 1_000
_BEGAN = datetime(2020, 1, 1, tzinfo=UTC)
_AT = "strftime('%Y-%m-%d %H:%M:%S.000000', '2020-01-01', '+' || n || ' seconds')"


def _named(prefix: str) -> str:
    return f"'{prefix}_seed' || printf('%08d', n)"


# what differs from the order that is copied, for each table
_COPIES: dict[str, dict[str, str]] = {
    "orders": {
        "id": _named("ord"),
        "number": _named("n"),
        **dict.fromkeys(("cart_id", "standing_cart_id", "checkout_key", "reservation_id", "restock_id"), "NULL"),
        **dict.fromkeys(("created_at", "updated_at", "placed_at"), _AT),
    },
    "order_lines": {"id": _named("oln"), "order_id": _named("ord")},
    "payments": {"id": _named("pay"), "order_id": _named("ord"), "created_at": _AT, "updated_at": _AT},
    "payment_ledger": {
        "id": _named("led"), "order_id": _named("ord"), "reference": _named("pay"), "created_at": _AT,
    },
}  # fmt: skip


def seed(suite: Suite, order_id: str, since: int, until: int) -> float:
    """Copies of a placed order, numbered since … until; seconds it took. The suite must not run meanwhile."""
    started = time.perf_counter()
    connection = sqlite3.connect(Path(suite.data_dir) / "order.db")
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA cache_size=-400000")
    for table, changed in _COPIES.items():
        connection.execute(_copying(connection, table, changed), {"of": order_id, "since": since, "until": until})
    connection.execute("ANALYZE")
    connection.commit()
    connection.close()
    return time.perf_counter() - started


def _copying(connection: sqlite3.Connection, table: str, changed: Mapping[str, str]) -> str:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    values = ", ".join(changed.get(name, f'copied."{name}"') for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    key = "id" if table == "orders" else "order_id"
    return (
        "WITH RECURSIVE numbers(n) AS (SELECT :since UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :until) "
        f"INSERT INTO {table} ({names}) SELECT {values} FROM numbers, {table} AS copied WHERE copied.{key} = :of"
    )


def page_behind(n: int) -> str:
    """The page of the history whose first order is number n - 1 of the seeded ones."""
    moment = (_BEGAN + timedelta(seconds=n)).isoformat()
    return f"/api/v1/orders?limit=20&cursor={encode_cursor(moment, f'ord_seed{n:08d}')}"


def bought_order(suite: Suite, token: str, variant_id: str) -> dict[str, Any]:
    """An order that was really placed, to be copied."""
    orders, headers = suite.url("order_service"), {"Authorization": f"Bearer {token}"}
    cart = suite.send("POST", f"{orders}/api/v1/carts", headers, {})
    path = f"{orders}/api/v1/carts/{cart['id']}"
    suite.send("POST", f"{path}/items", headers, {"variant_id": variant_id, "quantity": 1})
    suite.send("PUT", f"{path}/address", headers, {**ADDRESS, "country": "DE"})
    cart = suite.send("PUT", f"{path}/shipping", headers, {"shipping_method": "standard"})
    wanted = {"cart_id": cart["id"], "cart_version": cart["version"], "expected_total": cart["totals"]["total"]}
    keyed = {**headers, "Idempotency-Key": cart["id"]}
    return suite.send("POST", f"{orders}/api/v1/checkouts", keyed, {**wanted, "payment": {"provider": "test"}})


def rows(suite: Suite, products: list[dict[str, Any]], seconds: float, count: int) -> list[Row]:
    """One customer's history and everybody's purchases, with few past orders and with `count`."""
    [keeper], variants = suite.shoppers(1), [product["variant_id"] for product in products]
    order = bought_order(suite, keeper, variants[0])
    costs, taken = [], 0.0
    for since, until in ((0, FEW), (FEW, count)):
        suite.stop()
        taken = seed(suite, order["id"], since, until)
        suite.start()
        half = len(variants) // 2
        costs.append(_cost_of_purchases(suite, variants[:half] if since == 0 else variants[half:], seconds))
    say(f"  {count:,} past orders, seeded in {taken:.0f} s")
    found = []
    for what, behind in (("first page", None), ("middle", count // 2), ("deep", 100)):
        path = "/api/v1/orders?limit=20" if behind is None else page_behind(behind)
        runs = [
            reads(suite, [path], suite.ports["order_service"], connections=1, seconds=1, token=keeper)
            for _ in range(RUNS)
        ]
        found.append(
            latency_row(
                f"order history of {count:,}, {what}", runs, floor_of(suite, "/api/v1/products?limit=20"), 5, None
            )
        )
    ratio = costs[1] / costs[0]
    ours = f"{ratio:.2f} ({costs[0]:.1f} ms CPU of order_service, then {costs[1]:.1f})"
    found.append(Row(f"a purchase with {FEW:,} and with {count:,} past orders", ours, "≤ 1.2", ratio <= 1.2))
    return found


def _cost_of_purchases(suite: Suite, variants: list[str], seconds: float) -> float:
    """Milliseconds of order_service's CPU for one."""
    plan = {"kind": "purchases", "host": "127.0.0.1", "port": suite.ports["order_service"]}
    tokens, pid = suite.shoppers(8), pid_listening(suite.ports["order_service"])
    costs = []
    for at in range(RUNS):
        before = cpu_seconds(pid)
        run = generate_load({**plan, "tokens": tokens, "variants": variants[at::RUNS], "seconds": seconds})
        costs.append((cpu_seconds(pid) - before) / max(run.count, 1) * 1000)
    return sorted(costs)[RUNS // 2]
