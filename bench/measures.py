"""The rows of the table: what is measured, against which floor and target."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from bench import many_orders, overloaded
from bench.report import Row, say
from bench.runs import RUNS, bare_asgi, cpu_seconds, floor_of, generate_load, latency_row, pid_listening, reads
from bench.statistics import median_run
from bench.suite import Suite

CHAT_MESSAGES = ("find me a wireless mouse", "show me a monitor", "a black keyboard please", "I need a usb cable")


def all_rows(
    suite: Suite, file: Path, queries: list[str], seconds: float, only: set[str], orders: int = 100_000
) -> list[Row]:
    rows: list[Row] = []
    suite.start()
    rows.append(import_row(suite, file))
    suite.stop()
    suite.log.unlink()
    rows.extend(start_rows(suite))
    products = sample(suite)
    measures: dict[str, Callable[[], list[Row]]] = {
        "cached": lambda: cached_rows(suite, products, seconds),
        "miss": lambda: miss_rows(suite, products),
        "search": lambda: [search_row(suite, queries)],
        "purchase": lambda: [purchase_row(suite, products, seconds)],
        "overload": lambda: [overloaded.row(suite, seconds)],
        "chat": lambda: [chat_row(suite, seconds)],
    }
    if suite.database == "SQLite":  # the past orders are written straight into its file
        measures["orders"] = lambda: many_orders.rows(suite, products, seconds, orders)
    for name, measure in measures.items():
        if not only or name in only:
            say(f"… {name}")
            rows.extend(measure())
    return rows


def import_row(suite: Suite, file: Path) -> Row:
    """From the first byte of the upload to the finished job."""
    headers = {"Authorization": f"Bearer {suite.import_token()}"}
    started = time.perf_counter()
    with file.open("rb") as stream:
        answer = httpx.post(
            f"{suite.url('product_service')}/api/v1/imports",
            files={"file": (file.name, stream, "text/csv")}, headers=headers, timeout=120,
        )  # fmt: skip
    job = answer.raise_for_status().json()
    while job["status"] in ("queued", "running"):
        time.sleep(0.1)
        job = suite.get("product_service", f"/api/v1/imports/{job['id']}", headers=headers)
    elapsed = time.perf_counter() - started
    created = job["created"]
    if not created:
        raise RuntimeError(f"nothing was imported: {job}")
    rate = created / elapsed
    return Row("import, products a second", f"{rate:,.0f} ({created:,} in {elapsed:.1f} s)", "1,000", rate >= 1000)


def start_rows(suite: Suite) -> list[Row]:
    starts = []
    for _ in range(RUNS):
        starts.append(suite.start())
        suite.stop()
    suite.start()
    time.sleep(3)
    memory = suite.memory() / 1e6
    start = sorted(starts)[RUNS // 2]
    return [
        Row("warm start to all five ready", f"{start:.1f} s", "≤ 6 s", start <= 6),
        Row("idle tree, PSS", f"{memory:.0f} MB", "≤ 500 MB", memory <= 500),
    ]


def sample(suite: Suite) -> list[dict[str, Any]]:
    """Two thousand products in stock, from all over the catalogue."""
    found: list[dict[str, Any]] = []
    cursor: str | None = None
    while len(found) < 2000:
        params = {"limit": 100, "in_stock": "true", **({"cursor": cursor} if cursor else {})}
        page = suite.get("product_service", "/api/v1/products", params=params)
        found.extend(page["items"])
        cursor = page["next_cursor"]
        if cursor is None:
            break
    return found


def cached_rows(suite: Suite, products: list[dict[str, Any]], seconds: float) -> list[Row]:
    """16 keep-alive connections; our runs and the floor's in turn, so that a slow moment hits both."""
    pid = pid_listening(suite.ports["product_service"])
    rows = []
    for what, path in (
        ("product detail from cache", f"/api/v1/products/{products[0]['id']}"),
        ("list of 20 from cache", "/api/v1/products?limit=20"),
    ):
        body = httpx.get(suite.url("product_service") + path).content
        with bare_asgi(body) as (floor_port, floor_pid):
            ours, floor, our_cost, floor_cost = [], [], [], []
            for _ in range(RUNS):
                for port, process, runs, costs in (
                    (suite.ports["product_service"], pid, ours, our_cost),
                    (floor_port, floor_pid, floor, floor_cost),
                ):
                    before = cpu_seconds(process)
                    run = reads(suite, [path], port, connections=16, seconds=seconds)
                    costs.append((cpu_seconds(process) - before) / run.count * 1e6)
                    runs.append(run)
        mine, bare = median_run(ours), median_run(floor)
        ratio = mine.per_second / bare.per_second
        cost, bare_cost = sorted(our_cost)[RUNS // 2], sorted(floor_cost)[RUNS // 2]
        rows.append(
            Row(
                what,
                f"{mine.per_second:,.0f}/s, {cost:.0f} µs CPU",
                "0.6 of bare ASGI",
                ratio >= 0.6 and not mine.failures,
                f"{bare.per_second:,.0f}/s, {bare_cost:.0f} µs CPU",
                f"{ratio:.2f}",
            )
        )
    return rows


def miss_rows(suite: Suite, products: list[dict[str, Any]]) -> list[Row]:
    """One client, every path asked once: each answer is made from the database."""
    details = [f"/api/v1/products/{product['id']}" for product in products[1:]]
    lists = [f"/api/v1/products?limit=20&min_price={number}" for number in range(600)]
    rows = []
    for what, paths in (("product detail on a miss", details), ("list of 20 on a miss", lists)):
        share = len(paths) // RUNS
        runs = [
            reads(suite, paths[at * share : (at + 1) * share], connections=1, seconds=60, once=True)
            for at in range(RUNS)
        ]
        rows.append(latency_row(what, runs, floor_of(suite, paths[0]), 4, None))
    return rows


def search_row(suite: Suite, queries: list[str]) -> Row:
    """Each query once a run; a price bound that excludes nothing keeps the second run from the cache."""
    runs = []
    for number in range(1, RUNS + 1):
        paths = [str(httpx.URL("/api/v1/search", params={"q": query, "min_price": number})) for query in queries]
        runs.append(reads(suite, paths, connections=1, seconds=60, once=True))
    return latency_row("search with facets", runs, floor_of(suite, paths[0]), 8, 25)


def purchase_row(suite: Suite, products: list[dict[str, Any]], seconds: float) -> Row:
    """Eight shoppers from an empty cart to a paid order."""
    tokens = suite.shoppers(8)
    variants = [product["variant_id"] for product in products]
    share = len(variants) // RUNS
    runs = [
        generate_load(
            {"kind": "purchases", "host": "127.0.0.1", "port": suite.ports["order_service"], "tokens": tokens,
             "variants": variants[at * share : (at + 1) * share], "seconds": seconds * 2}
        )
        for at in range(RUNS)
    ]  # fmt: skip
    run = median_run(runs)
    least = 150 if suite.database == "SQLite" else 100
    met = run.per_second >= least and run.p95 <= 200 and not any(each.failures for each in runs)
    ours = f"{run.per_second:.0f}/s, p50 {run.p50:.0f} ms, p95 {run.p95:.0f} ms"
    floor = floor_of(suite, "/api/v1/products?limit=1")
    what = f"a whole purchase on {suite.database}, 8 shoppers"
    return Row(what, ours, f"{least}/s, p95 ≤ 200 ms", met, f"{floor.per_second:,.0f}/s",
               f"{run.per_second / floor.per_second:.4f}")  # fmt: skip


def chat_row(suite: Suite, seconds: float) -> Row:
    """Eight conversations, one tool call a turn, on the house model."""
    tokens = suite.shoppers(8)
    runs = [
        generate_load(
            {"kind": "chats", "host": "127.0.0.1", "port": suite.ports["ai_service"], "tokens": tokens,
             "messages": CHAT_MESSAGES, "turns": 6, "seconds": seconds * 2}
        )
        for _ in range(RUNS)
    ]  # fmt: skip
    run = median_run(runs)
    met = run.per_second >= 60 and run.p95 <= 60 and not any(each.failures for each in runs)
    floor = floor_of(suite, "/api/v1/products?limit=5")
    return Row("a chat turn with one tool call, 8 conversations",
               f"{run.per_second:.0f}/s, first event p50 {run.p50:.0f} ms, p95 {run.p95:.0f} ms",
               "60/s, first event p95 ≤ 60 ms", met, f"{floor.per_second:,.0f}/s",
               f"{run.per_second / floor.per_second:.4f}")  # fmt: skip
