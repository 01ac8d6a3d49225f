"""A stand-in for what Stripe serves to browsers: its script, the frame of its card form, the bank's question.

All of it is answered by the test, at Stripe's own addresses, so the pages' policy is put to the proof; what is
confirmed is confirmed at the double that order_service talks to.
"""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson
from playwright.sync_api import BrowserContext, FrameLocator, Page, Route, expect

from order_service.tests.stripe_double import PUBLISHABLE_KEY, WANTS_AUTHENTICATION, StripeDouble, running_stripe

GOOD, ASKED, ASKED_OUTSIDE = "4242424242424242", "4000002760003184", "4000000000003220"
INCOMPLETE = "Your card number is incomplete."

_SCRIPT = (Path(__file__).parent / "stripe_stand_in.js").read_text()
_FORM = """<!doctype html><title>card</title><label>Card number <input id="number"></label><script>
addEventListener('message', ({ source }) => source.postMessage(document.getElementById('number').value, '*'))
</script>"""
_BANK = """<!doctype html><title>bank</title><p>Is it you?</p><button id="yes">Yes</button><button id="no">No</button>
<script>
const asked = new URL(location).searchParams
for (const [id, passed] of [['yes', '1'], ['no', '']]) document.getElementById(id).onclick = async () => {
  await fetch(`/answer?intent=${asked.get('intent')}&passed=${passed}`)
  if (!asked.get('to')) return parent.postMessage('answered', '*')
  const said = { payment_intent: asked.get('intent'), payment_intent_client_secret: asked.get('secret'),
                 redirect_status: passed ? 'succeeded' : 'failed' }
  location.assign(`${asked.get('to')}?${new URLSearchParams(said)}`)
}
</script>"""


@contextmanager
def stripe_beside() -> Iterator[StripeDouble]:
    """The double on a loop of its own, for tests that have none."""
    loop, found, ended = asyncio.new_event_loop(), threading.Event(), asyncio.Event()
    doubles: list[StripeDouble] = []

    async def run() -> None:
        async with running_stripe() as double:
            doubles.append(double)
            found.set()
            await ended.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    try:
        assert found.wait(30), "the double did not start"
        yield doubles[0]
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()
        loop.close()


class StripeInBrowser:
    """Answers for js., api. and hooks.stripe.com in one browser; `addresses` is what was asked for."""

    def __init__(self, double: StripeDouble, context: BrowserContext, *, out_of_reach: bool = False) -> None:
        self._double = double
        self._before = set(double.intents)
        self.addresses: list[str] = []
        self.out_of_reach = out_of_reach
        context.route("https://*.stripe.com/**", self._answer)

    @property
    def intents(self) -> list[dict[str, Any]]:
        """Those that were made since."""
        return [intent for name, intent in self._double.intents.items() if name not in self._before]

    def _answer(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        self.addresses.append(route.request.url)
        if self.out_of_reach:
            route.abort()
        elif address.hostname == "api.stripe.com":
            status, document = self._asked(address.path.split("/"), route.request.post_data or "")
            headers = {"Access-Control-Allow-Origin": "*"}
            route.fulfill(status=status, headers=headers, content_type="application/json", body=orjson.dumps(document))
        elif address.path == "/v3/":
            route.fulfill(content_type="text/javascript", body=_SCRIPT)
        elif address.path == "/answer":
            said = parse_qs(address.query)
            self._double.authenticate(said["intent"][0], passed="passed" in said)
            route.fulfill(body="")
        else:
            route.fulfill(content_type="text/html", body=_FORM if address.hostname == "js.stripe.com" else _BANK)

    def _asked(self, path: list[str], body: str) -> tuple[int, dict[str, Any]]:
        intent = self._double.intents[path[3]]
        if path[-1] != "confirm":
            return 200, intent
        form = {name: values[0] for name, values in parse_qs(body).items()}
        assert form["key"] == PUBLISHABLE_KEY
        assert form["client_secret"] == intent["client_secret"]
        assert (int(form["amount"]), form["currency"]) == (
            intent["amount"],
            intent["currency"],
        )  # else Stripe.js refuses
        method = "pm_card_visa" if form["number"] == GOOD else WANTS_AUTHENTICATION
        return self._double.confirm(intent["id"], method)


def choose_card(page: Page) -> None:
    page.locator('input[name=payment][value="provider:stripe:"]').check()
    expect(card_frame(page).get_by_label("Card number")).to_be_visible()


def card_frame(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[title='Secure card payment input frame']")


def enter_card(page: Page, number: str) -> None:
    card_frame(page).get_by_label("Card number").fill(number)


def answer_bank(page: Page, answer: str) -> None:
    """`yes` or `no`, in the bank's frame."""
    page.frame_locator("iframe[title='The bank asks']").locator(f"#{answer}").click()
