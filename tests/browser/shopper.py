"""What a shopper does, step by step, in words of either language."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

AMOUNT = re.compile(r"\d[\d.,]*")
ADDRESS = {
    "shipping name": "Ada Lovelace",
    "shipping address-line1": "12 St James Square",
    "shipping postal-code": "SW1Y 4JH",
    "shipping address-level2": "London",
}


@dataclass(frozen=True)
class Words:
    """The texts by which a shopper finds the way."""

    keyboard: str
    search: str
    add: str
    to_checkout: str
    account: str
    sign_up: str
    declined: str
    provider_declined: str
    thanks: str
    order: str
    orders: str
    total: str
    paid: str


WORDS = {
    "en": Words(
        keyboard="keyboard",
        search="Search for products",
        add="Add to cart",
        to_checkout="To checkout",
        account="Account",
        sign_up="Create an account",
        declined="The payment was declined. Nothing was charged; choose another way to pay.",
        provider_declined="The card was declined.",
        thanks="Thank you! Your order is placed.",
        order="Order",
        orders="Your orders",
        total="Total",
        paid="Paid, being prepared",
    ),
    "zh": Words(
        keyboard="键盘",
        search="搜索商品",
        add="加入购物车",
        to_checkout="去结算",
        account="账户",
        sign_up="注册账户",
        declined="付款被拒绝，尚未扣款，请换一种付款方式。",
        provider_declined="银行卡被拒绝。",
        thanks="谢谢！订单已提交。",
        order="订单",
        orders="我的订单",
        total="合计",
        paid="已付款，备货中",
    ),
}


def find_and_add(page: Page, words: Words) -> None:
    """Search, open the first product that is there, put one into the cart; its drawer opens."""
    box = page.get_by_role("combobox", name=words.search)
    box.fill(words.keyboard)
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Enter")
    page.locator("article.product:not(.out_of_stock) h3 a").first.click()
    page.get_by_role("button", name=words.add, exact=True).click()
    expect(page.get_by_role("dialog").locator(".line")).to_have_count(1)


def to_checkout(page: Page, words: Words) -> None:
    page.get_by_role("link", name=words.to_checkout).click()
    expect(page.locator("form.columns")).to_be_visible()


def fill_address(page: Page, email: str | None = None) -> None:
    """Who and where to; then the total is that of the place."""
    if email is not None:
        page.locator("input[type=email]").fill(email)
    for purpose, value in ADDRESS.items():
        page.locator(f'[autocomplete="{purpose}"]').fill(value)
    with page.expect_response(lambda answer: answer.url.endswith("/address") and answer.ok):
        page.locator('[autocomplete="shipping country"]').select_option("GB")
    expect(pay_button(page)).to_be_enabled()


def choose_payment(page: Page, token: str) -> None:
    page.locator(f'input[name=payment][value$=":{token}"]').check()


def pay_button(page: Page) -> Locator:
    return page.locator("form.columns aside .button-primary[aria-busy]")


def amount(text: str) -> str:
    """The digits of the only amount in it."""
    found = AMOUNT.findall(text)
    assert len(found) == 1, text
    return found[0]
