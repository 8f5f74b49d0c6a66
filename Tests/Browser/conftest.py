"""The browser tests' fixtures: one Chromium, and visitors who open pages in it."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from applicant import Applicant
from officer import Officer
from visitor import DESK, HEIGHTS, PHONE, Visitor


@pytest.fixture(scope="session")
def base_url() -> str:
    """Where the server under test answers; ./test starts it and sets BASE_URL."""
    return os.environ["BASE_URL"]


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium: nothing is downloaded. Without what draws windows for eyes it is twice as quick."""
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        # A root user, as in most containers, cannot have Chromium's sandbox.
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=chromium, args=sandbox)
        yield browser
        browser.close()


def seat(
    browser, base_url: str, width: int = DESK, without_script: bool = False, kind: type[Visitor] = Visitor
) -> Visitor:
    """A visitor at a new window, with cookies of their own."""
    context = browser.new_context(
        base_url=base_url,
        viewport={"width": width, "height": HEIGHTS[width]},
        has_touch=width == PHONE,
        java_script_enabled=not without_script,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
    )
    context.set_default_timeout(10_000)
    return kind(context.new_page(), base_url)


@pytest.fixture
def arrive(browser, base_url):
    """Lets a new visitor arrive: `arrive(PHONE, without_script=True)`."""
    visitors = []

    def new_visitor(*how, **else_how) -> Visitor:
        visitors.append(seat(browser, base_url, *how, **else_how))
        return visitors[-1]

    yield new_visitor
    for visitor in visitors:
        visitor.leave()


@pytest.fixture(scope="module")
def reader(browser, base_url):
    """Somebody who reads page after page at one window, as a new one takes longer than the page: `reader("clerk")`."""
    seated = {}

    def seated_reader(account: str | None = None, width: int = DESK, without_script: bool = False) -> Visitor:
        who = account, width, without_script
        if who not in seated:
            seated[who] = seat(browser, base_url, width, without_script)
            if account:
                seated[who].sign_in(account)
        if account is None:
            # A page may turn a window into a kiosk's, or into another script.
            seated[who].page.context.clear_cookies()
        seated[who].complaints.clear()
        return seated[who]

    yield seated_reader
    for visitor in seated.values():
        visitor.leave()


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def visitor(arrive, request) -> Visitor:
    """A visitor on a phone, then the same at a desk."""
    return arrive(request.param)


@pytest.fixture(scope="session")
def kept(browser) -> dict:
    """What browsers keep of people with an account, by width: they sign in once for all stories."""
    contexts = {}
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture
def member(browser, base_url, kept):
    """Lets somebody with an account arrive, signed in: `member("head-scjg", PHONE)`."""
    present = {}

    def signed_in(account: str, width: int = DESK) -> Applicant | Officer:
        if account not in present:
            kind = Officer if account.startswith(("clerk", "officer-", "head-", "hotline")) else Applicant
            if context := kept.get((account, width)):
                present[account] = kind(context.new_page(), base_url)
            else:
                present[account] = seat(browser, base_url, width, kind=kind)
                present[account].sign_in(account)
                kept[account, width] = present[account].page.context
        return present[account]

    yield signed_in
    for visitor in present.values():
        visitor.page.close()
