"""`make screenshots`: the ten main pages in both languages, on a desktop and on a phone, into docs/screenshots."""

import base64
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from common.config import ROOT
from scripts.lively_shop import enliven
from tests.browser.look import rest
from tests.browser.people import available, newcomer
from tests.browser.visit import Visit
from tests.support import chromium
from tests.support.running_suite import RunningSuite

FOLDER = ROOT / "docs" / "screenshots"
SCREENS = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 780}}
LOCALES = {"en": "en-GB", "zh": "zh-CN"}
QUESTION = {"en": "a 24 inch monitor under 200 euros", "zh": "我想找200欧元以下的24英寸显示器"}
WORDS = {"en": "monitor", "zh": "显示器"}
LARGEST = 60_000  # bytes; a picture that is larger is taken again with less quality
STILL = "*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent; }"


def home(visit: Visit, language: str) -> Page:
    return visit.open("/")


def search(visit: Visit, language: str) -> Page:
    return visit.open(f"/search?q={WORDS[language]}")


def product(visit: Visit, language: str) -> Page:
    return visit.open(f"/products/{available(visit.suite, 'keyboard')['id']}")


def cart(visit: Visit, language: str) -> Page:
    page = visit.open("/products")
    rest(page)
    for number in range(2):
        page.locator("article.product .add").nth(number).click()
        page.locator("a.cart .count", has_text=str(number + 1)).wait_for()
    return visit.open("/cart")


def checkout(visit: Visit, language: str) -> Page:
    return visit.open("/checkout")


def assistant(visit: Visit, language: str) -> Page:
    page = visit.open("/")
    page.locator("button.corner, button.ask").filter(visible=True).last.click()
    field = page.locator("dialog textarea")
    field.fill(QUESTION[language])
    field.press("Enter")
    page.locator("li.turn article .product").nth(1).wait_for()
    page.locator("dialog button[type=submit]").wait_for()
    return page


def dashboard(visit: Visit, language: str) -> Page:
    return visit.open("/admin")


def products(visit: Visit, language: str) -> Page:
    return visit.open("/admin/products")


def orders(visit: Visit, language: str) -> Page:
    return visit.open("/admin/orders")


def operations(visit: Visit, language: str) -> Page:
    return visit.open("/admin/operations")


SHOP: list[Callable[[Visit, str], Page]] = [home, search, product, cart, checkout, assistant]
CONSOLE: list[Callable[[Visit, str], Page]] = [dashboard, products, orders, operations]


@contextmanager
def open_shop() -> Iterator[RunningSuite]:
    """A demo shop of its own, in which people have been buying for a month."""
    subprocess.run(["sh", "scripts/frontend", "build"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        suite = RunningSuite(Path(folder)).start()
        try:
            enliven(suite)
            yield suite
        finally:
            suite.stop()


def keep(page: Page, name: str) -> int:
    """Write what the window shows, as small as asked."""
    rest(page)
    page.add_style_tag(content=STILL)
    time.sleep(0.6)  # charts and pictures that fade in
    session = page.context.new_cdp_session(page)
    for quality in (85, 75, 65, 55, 45):
        taken = session.send("Page.captureScreenshot", {"format": "webp", "quality": quality})
        picture = base64.b64decode(taken["data"])
        if len(picture) <= LARGEST:
            break
    (FOLDER / f"{name}.webp").write_bytes(picture)
    return len(picture)


def take(browser: Browser, suite: RunningSuite, language: str, screen: str) -> None:
    def context() -> BrowserContext:
        return browser.new_context(
            viewport=SCREENS[screen], locale=LOCALES[language], bypass_csp=True, has_touch=screen == "phone"
        )

    for scenes, enter in ((SHOP, newcomer), (CONSOLE, lambda visit: visit.sign_in("owner"))):
        with context() as people:
            people.set_default_timeout(30_000)
            visit = enter(Visit(suite, people, people.new_page()))
            for scene in scenes:
                name = f"{scene.__name__}-{language}-{screen}"
                print(f"{keep(scene(visit, language), name):>7} {name}", flush=True)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = chromium.find_or_install()
    with open_shop() as suite, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.flags())
        for language in LOCALES:
            for screen in SCREENS:
                take(browser, suite, language, screen)
        browser.close()


if __name__ == "__main__":
    main()
