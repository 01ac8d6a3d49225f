"""How a page is to be used: axe, what moves while it loads, whether it fits on a phone."""

from typing import Any

from playwright.sync_api import Page, Response, expect

from common.config import ROOT
from tests.browser.visit import broken_texts

FIRST_LOAD = 120_000  # bytes of scripts and styles, compressed
MOST_SHIFT = 0.05
AXE = ROOT / "web_service/frontend/node_modules/axe-core/axe.min.js"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}

WATCH = """
window.seen = { shifts: 0, largest: 0 };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.shifts += entry.value;
}).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => {
  window.seen.largest = list.getEntries().at(-1).startTime;
}).observe({ type: 'largest-contentful-paint', buffered: true });
"""


def rest(page: Page) -> None:
    """Until nothing is being asked, no skeleton is left and fonts are there."""
    page.wait_for_load_state("networkidle")
    expect(page.locator(".skeleton, [aria-busy=true]")).to_have_count(0)
    page.evaluate("document.fonts.ready")


def offences(page: Page) -> list[str]:
    """What axe calls serious or critical, each with the first element it names."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("(rules) => axe.run(document, rules)", RULES)
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:160]} ({one['nodes'][0]['failureSummary']})"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


def sticks_out(page: Page) -> list[str]:
    """What is innermost of all that is wider than the window, so that the page scrolls sideways."""
    return page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const all = [...document.body.querySelectorAll('*')];
          const wide = all.filter((one) => one.getBoundingClientRect().right > width + 1);
          return wide.slice(-3).map((one) => one.outerHTML.slice(0, 120));
        }"""
    )


def troubles(page: Page) -> list[str]:
    """All that is wrong with the page as it stands."""
    return offences(page) + [f"sticks out: {one}" for one in sticks_out(page)] + broken_texts(page)


def slow_down(page: Page, times: int) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


def weigh(page: Page) -> dict[str, int]:
    """From now on: bytes of the scripts and styles as they come over the wire, by name."""
    sizes: dict[str, int] = {}

    def answered(response: Response) -> None:
        if response.request.resource_type in ("script", "stylesheet"):
            sizes[response.url.rsplit("/", 1)[-1]] = int(response.headers["content-length"])

    page.on("response", answered)
    return sizes
