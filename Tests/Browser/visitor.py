"""A person at a browser: what they do, and what every page owes them."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Locator, Page, Response

PASSWORD = "minben-demo-2026"
SCREENSHOTS = Path(__file__).parent / "screenshots"
# Of what is in order only the count is wanted: its nodes, told one by one, take longer than the look itself.
WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
PHONE, DESK = 390, 1440
HEIGHTS = {PHONE: 844, DESK: 900}


def day(after: int = 0) -> str:
    """A day as the district counts it, wherever the tests run."""
    return (datetime.now(ZoneInfo("Asia/Shanghai")).date() + timedelta(days=after)).isoformat()


class Visitor:
    """One person with one window."""

    def __init__(self, page: Page, base_url: str):
        self.page = page
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))
        page.on("console", self._note_console)
        page.on("request", lambda request: self._note_foreign(request.url, base_url))
        page.on("response", self._note_missing)

    def _note_console(self, line) -> None:
        # A page that is itself a refusal is reported here too; _note_missing tells it from a lost picture.
        if line.type == "error" and not line.text.startswith("Failed to load resource"):
            self.complaints.append(f"console: {line.text}")

    def _note_missing(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{response.status}: {response.url}")

    def _note_foreign(self, url: str, base_url: str) -> None:
        if not url.startswith((base_url, "data:", "blob:")):
            self.complaints.append(f"request to another host: {url}")

    @property
    def main(self) -> Locator:
        """The content of the page, without its frame, once all of it is there: a click returns when the next page begins."""
        self.page.wait_for_load_state("domcontentloaded")
        return self.page.locator("main")

    def leave(self) -> None:
        """Closes the window; what its cookies said is gone."""
        self.page.context.close()

    def go(self, path: str) -> int:
        """Opens a page and returns the HTTP status."""
        return self.page.goto(path).status

    def sign_in(self, account: str, password: str = PASSWORD) -> None:
        """Goes to the door and signs in."""
        self.go("/sign-in")
        self.enter(account, password)

    def enter(self, account: str, password: str = PASSWORD) -> None:
        """Fills in the sign-in form that is open, and sends it."""
        self.page.locator("input[name=account]").fill(account)
        self.page.locator("input[name=password]").fill(password)
        self.press("登录")

    def press(self, name: str) -> None:
        """Presses a button of the content."""
        self.main.get_by_role("button", name=name, exact=True).click()

    def prove(self) -> bool:
        """Says the password once more where the page asks for a young proof, and tells whether it did."""
        if "/account/confirmation" not in self.page.url:
            return False
        self.page.locator("#f-proof").fill(PASSWORD)
        self.press("验证")
        return True

    def press_proved(self, name: str, path: str) -> None:
        """Presses what cannot be taken back: once more on its page when the last proof is five minutes old."""
        self.press(name)
        if self.prove():
            self.go(path)
            self.press(name)

    def follow(self, name: str) -> None:
        """Follows a link of the content."""
        self.main.get_by_role("link", name=name, exact=True).first.click()

    def answer(self, question: str, answer: str | list[str]) -> None:
        """Answers one question of a form, whatever kind of field asks it."""
        group = self.main.get_by_role("group", name=question, exact=True)
        if group.count():
            for choice in [answer] if isinstance(answer, str) else answer:
                group.get_by_label(choice, exact=True).check()
            return
        field = self.main.get_by_label(question, exact=True)
        if field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(label=answer)
        else:
            field.fill(answer)

    def screenshot(self, name: str) -> None:
        """Keeps the whole page as a picture, named after the page and the window's width, where somebody looks at it."""
        if os.environ.get("PICTURES") == "none":
            return
        SCREENSHOTS.mkdir(exist_ok=True)
        width = self.page.viewport_size["width"]
        self.page.screenshot(path=SCREENSHOTS / f"{name}-{width}.png", full_page=True)

    def show(self, name: str) -> None:
        """Looks at the open page on a phone and at a desk: keeps both pictures and expects both good."""
        own = self.page.viewport_size
        for width, height in HEIGHTS.items():
            self.page.set_viewport_size({"width": width, "height": height})
            self.screenshot(name)
            self.expect_good_page()
        self.page.set_viewport_size(own)

    def expect_good_page(self) -> None:
        """What design and law ask of every page: readable by all, whole on a phone, alone with its server."""
        self.page.wait_for_load_state()
        assert self.page.locator("html").get_attribute("lang"), "the page does not say its language"
        assert self.page.locator("h1").count() == 1, "a page has one h1"
        assert self.page.title(), "the page has no title"
        overflow = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert overflow <= 0, f"the page scrolls sideways by {overflow} px"
        self.expect_accessible()
        assert self.complaints == [], self.complaints

    def expect_accessible(self) -> None:
        """axe-core finds nothing at WCAG 2.2 AA."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        results = AxeResults(self.page.evaluate(f"axe.run({json.dumps(WCAG)})"))
        assert results.violations_count == 0, results.generate_report()
