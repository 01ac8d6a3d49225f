"""Talking to the assistant in its panel, in both languages."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True)
class Talk:
    """What is said, and what the panel answers with."""

    open: str
    message: str
    find: str
    take: str
    buy: str
    confirm: str
    done: str
    stop: str


TALKS = {
    "en": Talk(
        open="Ask the assistant",
        message="Your message",
        find="a 24 inch monitor under 200 euros",
        take="the second one, two of them",
        buy="I'd like to buy that now",
        confirm="Confirm and pay",
        done="Confirmed. Your order is placed.",
        stop="Stop",
    ),
    "zh": Talk(
        open="问问助手",
        message="您的消息",
        find="我想找200欧元以下的24英寸显示器",
        take="要第二个，买两台",
        buy="下单吧",
        confirm="确认并支付",
        done="已确认，订单已提交。",
        stop="停止",
    ),
}


def opened(page: Page, talk: Talk) -> Locator:
    page.get_by_role("button", name=talk.open).filter(visible=True).last.click()  # phones have it in the header only
    field = page.get_by_role("textbox", name=talk.message)
    expect(field).to_be_focused()
    return field


def say(page: Page, talk: Talk, words: str) -> Locator:
    """Send it with Enter; the turn, once it is answered."""
    before = page.locator("li.turn").count()
    field = page.get_by_role("textbox", name=talk.message)
    field.fill(words)
    field.press("Enter")
    expect(page.locator("li.turn")).to_have_count(before + 1)
    expect(page.get_by_role("button", name=talk.stop)).to_have_count(0)
    turn = page.locator("li.turn").last
    expect(turn.locator(".answer")).not_to_be_empty()
    return turn
