"""The rows of the pages: what a shopper with an empty cache and a slow phone's processor waits for."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession, ViewportSize, sync_playwright

from bench.report import Row
from bench.suite import Suite
from common.config import ROOT
from tests.browser.look import FIRST_LOAD, MOST_SHIFT, WATCH, rest, weigh
from tests.support import chromium

LOADS = 5
SLOWER = 4
LARGEST_PAINT = 1500  # ms
PHONE = ViewportSize(width=360, height=740)
TARGET = f"≤ {LARGEST_PAINT / 1000} s, CLS ≤ {MOST_SHIFT}, ≤ {FIRST_LOAD / 1000:.0f} kB"


@dataclass(frozen=True, slots=True)
class Load:
    """Milliseconds to the largest paint and of work in the page's main thread, layout shift, bytes that came."""

    largest: float
    work: float
    shifts: float
    weight: int


def page_rows(folder: Path, say: Callable[[str], None]) -> list[Row]:
    """Of the demo shop, in Chromium; without one the row says why it is empty."""
    try:
        path = chromium.find_or_install()
    except chromium.NoBrowser as reason:
        return [Row("first load of a page", str(reason), TARGET, None)]
    subprocess.run(["sh", "scripts/frontend", "build"], cwd=ROOT, check=True)
    folder.mkdir()
    suite = Suite(folder / "data", SEED_DEMO="true")
    suite.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=chromium.flags())
            say(f"Pages of the demo shop, Chromium {browser.version}, processor {SLOWER}x slower, median of {LOADS}.")
            rows = [_row(browser, suite, what, where) for what, where in _pages(suite).items()]
            browser.close()
            return rows
    finally:
        suite.stop()


def _pages(suite: Suite) -> dict[str, str]:
    product = suite.get("product_service", "/api/v1/search", params={"q": "mouse"})["items"][0]
    category = suite.get("product_service", "/api/v1/categories")["items"][0]
    return {
        "home": "/",
        "a search": "/search?q=mouse",
        "a product": f"/products/{product['id']}",
        "all products": "/products",
        "a category": f"/categories/{category['slug']}",
    }


def _row(browser: Browser, suite: Suite, what: str, where: str) -> Row:
    url = suite.url("web_service") + where
    load(browser, url)  # once for the services' caches, which other shoppers have filled
    loads = [load(browser, url) for _ in range(LOADS)]
    largest, shifts = median(each.largest for each in loads), max(each.shifts for each in loads)
    work, weight = median(each.work for each in loads), loads[0].weight
    met = largest <= LARGEST_PAINT and shifts <= MOST_SHIFT and weight <= FIRST_LOAD
    ours = f"{largest / 1000:.2f} s, CLS {shifts:.2f}, {weight / 1000:.0f} kB, {work:.0f} ms of work"
    return Row(f"first load of {what}", ours, TARGET, met)


def load(browser: Browser, url: str) -> Load:
    """Once, by somebody who was never here."""
    context = browser.new_context(viewport=PHONE, has_touch=True, locale="en-GB")
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        sizes = weigh(page)
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        session.send("Performance.enable")
        page.goto(url)
        rest(page)
        seen = page.evaluate("window.seen")
        return Load(seen["largest"], _work(session), seen["shifts"], sum(sizes.values()))
    finally:
        context.close()


def _work(session: CDPSession) -> float:
    told = session.send("Performance.getMetrics")["metrics"]
    return next(1000 * float(one["value"]) for one in told if one["name"] == "TaskDuration")
