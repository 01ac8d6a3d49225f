"""A page that is watched: what a person would never forgive ends the test."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from common.config import ROOT
from tests.support.running_suite import RunningSuite

TEXTS = ROOT / "web_service/frontend/src/i18n/en"
AREAS = {area for file in TEXTS.glob("*.ts") for area in re.findall(r"^  (\w+): \{", file.read_text(), re.MULTILINE)}
RAW_KEY = re.compile(rf"\b(?:{'|'.join(sorted(AREAS))})\.[a-z]\w+(?:\.\w+)*\b")
BROKEN_TEXT = re.compile(r"\bundefined\b|\bNaN\b|\[object Object\]|\bInvalid Date\b")


def broken_texts(page: Page) -> list[str]:
    """Raw keys and values that nobody meant to show; what is set as code is meant as it stands."""
    text = page.inner_text("body")
    for code in page.locator("code").all_inner_texts():
        text = text.replace(code, "")
    return [f"text on the page: {found[0]!r}" for one in (RAW_KEY, BROKEN_TEXT) if (found := one.search(text))]


@dataclass
class Visit:
    """One browser context and its page; `excused` names parts of messages a test provokes on purpose."""

    suite: RunningSuite
    context: BrowserContext
    page: Page
    excused: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> "Visit":
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error in the page: {error}"))
        self.page.on("requestfailed", self._failed)
        return self

    def open(self, path: str) -> Page:
        """Go to a path of the shop window and wait until it is drawn."""
        self.page.goto(self.suite.url("web", path))
        self.page.wait_for_selector("#content *")
        return self.page

    def sign_in(self, role: str) -> "Visit":
        return self.sign_in_as(*self.suite.demo_password(role))

    def sign_in_as(self, email: str, password: str) -> "Visit":
        """By the cookie a browser would have after signing in by hand."""
        form = {"grant_type": "password", "username": email, "password": password, "cookie": "true"}
        origin = self.suite.url("web")
        answer = self.context.request.post(
            self.suite.url("user", "/api/v1/auth/token"), form=form, headers={"Origin": origin}
        )
        assert answer.ok, answer.text()
        return self

    def assert_clean(self) -> None:
        """Nothing failed behind the page, and no text on it is broken."""
        self.complaints += broken_texts(self.page)
        left = [complaint for complaint in self.complaints if not any(word in complaint for word in self.excused)]
        assert not left, "\n".join(left)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console {message.type}: {message.text}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a page that was left takes its questions back
            self.complaints.append(f"request failed: {request.method} {request.url} {request.failure}")
