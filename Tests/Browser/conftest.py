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
    """The system's Chromium: nothing is downloaded."""
    with sync_playwright() as playwright:
        # A root user, as in most containers, cannot have Chromium's sandbox.
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=sandbox)
        yield browser
        browser.close()


@pytest.fixture
def arrive(browser, base_url):
    """Lets a new visitor arrive, with cookies of their own: `arrive(PHONE, without_script=True)`."""
    contexts = []

    def new_visitor(
        width: int = DESK, without_script: bool = False, kind: type[Visitor] = Visitor, cookies: dict | None = None
    ) -> Visitor:
        context = browser.new_context(
            base_url=base_url,
            viewport={"width": width, "height": HEIGHTS[width]},
            has_touch=width == PHONE,
            java_script_enabled=not without_script,
            storage_state=cookies,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        return kind(context.new_page(), base_url)

    yield new_visitor
    for context in contexts:
        context.close()


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def visitor(arrive, request) -> Visitor:
    """A visitor on a phone, then the same at a desk."""
    return arrive(request.param)


@pytest.fixture(scope="session")
def sessions() -> dict:
    """The sessions that are open, by account: people sign in once for all stories."""
    return {}


@pytest.fixture
def member(arrive, sessions):
    """Lets somebody with an account arrive, signed in: `member("head-scjg", PHONE)`."""
    present = {}

    def signed_in(account: str, width: int = DESK) -> Applicant | Officer:
        if account not in present:
            kind = Officer if account.startswith(("clerk", "officer-", "head-", "hotline")) else Applicant
            present[account] = visitor = arrive(width, kind=kind, cookies=sessions.get(account))
            if account not in sessions:
                visitor.sign_in(account)
                sessions[account] = visitor.page.context.storage_state()
        return present[account]

    yield signed_in
    # Whoever proved anew who they are has another token since.
    for account, visitor in present.items():
        sessions[account] = visitor.page.context.storage_state()
