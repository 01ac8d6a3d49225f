"""Every page of the storefront: for everybody, on every screen, quickly and without jumping."""

import os
from collections.abc import Callable

import pytest

from tests.browser.look import FIRST_LOAD, MOST_SHIFT, WATCH, rest, slow_down, troubles, weigh
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

LARGEST_PAINT = 1500 if (os.cpu_count() or 1) > 2 else 4000  # ms; suite and browser share few processors in CI
OPEN_TO_ALL = [
    "/",
    "/products",
    "/search?q=keyboard",
    "/search?q=zzzzqqq",
    "PRODUCT",
    "/cart",
    "/orders",
    "/sign-in",
    "/sign-up",
    "/forgotten-password",
    "/legal/terms",
    "/nowhere",
]
WITH_A_CART = ["/cart", "/checkout"]
SIGNED_IN = ["/checkout", "/account", "/orders"]


def product_path(visit: Visit) -> str:
    suite = visit.suite
    found = suite.get("product", "/api/v1/search", suite.guest(), params={"q": "keyboard"}).raise_for_status().json()
    return f"/products/{next(one for one in found['items'] if one['availability'] == 'in_stock')['id']}"


def fill_cart(visit: Visit) -> None:
    page = visit.open("/products")
    page.locator("article.product .add").first.click()
    page.locator("a.cart .count").wait_for()


def walk(visit: Visit, paths: list[str]) -> list[str]:
    """What is wrong on these pages, each with its path."""
    wrong = []
    for path in paths:
        page = visit.open(product_path(visit) if path == "PRODUCT" else path)
        rest(page)
        wrong += [f"{path}: {one}" for one in troubles(page)]
    return wrong


@pytest.mark.parametrize(("scheme", "phone"), [("light", False), ("dark", True)])
def test_pages_are_for_everybody(visit: Callable[..., Visit], scheme: str, phone: bool) -> None:
    reader = visit("en", phone=phone, color_scheme=scheme)
    wrong = walk(reader, OPEN_TO_ALL)
    fill_cart(reader)
    wrong += walk(reader, WITH_A_CART)
    reader.sign_in("shopper")
    fill_cart(reader)
    wrong += walk(reader, SIGNED_IN)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("scheme", "phone"), [("dark", False), ("light", True)])
def test_pages_are_for_everybody_in_chinese(visit: Callable[..., Visit], scheme: str, phone: bool) -> None:
    reader = visit("zh", phone=phone, color_scheme=scheme)
    wrong = walk(reader, ["/", "/search?q=键盘", "PRODUCT", "/sign-up"])
    fill_cart(reader)
    wrong += walk(reader, WITH_A_CART)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", ["/", "/products", "/search?q=mouse", "PRODUCT"])
def test_the_first_load_is_small(visit: Callable[..., Visit], path: str) -> None:
    reader = visit("en")
    sizes = weigh(reader.page)
    rest(reader.open(product_path(reader) if path == "PRODUCT" else path))
    assert len(sizes) > 1
    assert sum(sizes.values()) <= FIRST_LOAD, sizes


@pytest.mark.parametrize("path", ["/", "/products", "/categories/monitors", "/search?q=wireless%20mouse", "PRODUCT"])
def test_what_a_page_begins_with_is_asked_once_and_before_its_scripts(visit: Callable[..., Visit], path: str) -> None:
    """public/early.js asks as the page itself does: an answer that nobody takes would be asked for twice."""
    reader = visit("en")
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    rest(reader.open(product_path(reader) if path == "PRODUCT" else path))
    assert not (again := {one for one in asked if asked.count(one) > 1 and "/api/" in one}), again
    first = next(place for place, one in enumerate(asked) if reader.suite.url("product") in one)
    assert first < next(place for place, one in enumerate(asked) if "/api/v1/auth/" in one), asked


def test_pages_come_quickly_and_do_not_jump(visit: Callable[..., Visit]) -> None:
    """On a slow phone's processor; the paint is timed where the machine has nothing else to do."""
    reader = visit("en", phone=True)
    reader.page.add_init_script(WATCH)
    slow_down(reader.page, 4)
    for path in ("/", "/products", "/categories/monitors", "/search?q=keyboard", product_path(reader)):
        page = reader.open(path)
        rest(page)
        seen = page.evaluate("window.seen")
        assert seen["shifts"] <= MOST_SHIFT, (path, seen)
        assert 0 < seen["largest"] <= LARGEST_PAINT, (path, seen)
