"""Providers of language models in the console: set up, tested, asked by a shopper, switched off."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from playwright.sync_api import expect

from tests.browser.look import rest, troubles
from tests.browser.visit import Visit
from tests.support.scripted_llm import ScriptedLLM, say

pytestmark = pytest.mark.browser
KEY = "sk-of-the-browser-1234"


@contextmanager
def scripted() -> Iterator[ScriptedLLM]:
    """In a thread of its own, since the browser keeps this one."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever)
    thread.start()
    llm = ScriptedLLM()
    llm.otherwise = say("ready")
    llm.models = ["house-blend", "mocha"]
    asyncio.run_coroutine_threadsafe(llm.__aenter__(), loop).result()
    try:
        yield llm
    finally:
        asyncio.run_coroutine_threadsafe(llm.__aexit__(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def test_a_provider_is_set_up_tested_and_switched_off(visit: Callable[..., Visit]) -> None:
    with scripted() as llm:
        page = visit("en").sign_in("owner").open("/admin/models")
        page.get_by_role("button", name="New provider").click()
        form = page.get_by_role("dialog")
        form.get_by_label("Name").fill("Roastery")
        form.get_by_label("Address").fill(llm.base_url)
        form.get_by_label("Key").fill(KEY)
        form.get_by_role("button", name="Save").click()
        card = page.get_by_role("region", name="Roastery")
        expect(card).to_contain_text("Key …1234")
        card.get_by_role("button", name="New model").click()
        form.get_by_role("button", name="Ask the provider").click()
        expect(form.locator("datalist option")).to_have_count(2)
        form.get_by_label("Name at the provider").fill("mocha")
        form.get_by_label("Input").fill("0.27")
        form.get_by_role("button", name="Save").click()
        expect(card).to_contain_text("0.27 / 0 / 0 USD")
        card.get_by_role("button", name="Test").click()
        expect(card.get_by_role("status")).to_contain_text("mocha answered “ready”")
        assert llm.headers[-1]["authorization"] == f"Bearer {KEY}"
        assert KEY not in page.content()
        rest(page)
        assert troubles(page) == []
        card.get_by_role("button", name="Switch off").first.click()
        expect(card).to_contain_text("Off")
        card.get_by_role("button", name="Delete").first.click()
        page.get_by_role("tooltip").get_by_role("button", name="Delete").click()
        expect(card).to_have_count(0)
