"""The browser tests' fixtures: one Chromium, and visitors who open pages in it."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from visitor import Visitor

PHONE, DESK = 390, 1440


@pytest.fixture(scope="session")
def base_url() -> str:
    """Where the server under test answers; ./test starts it and sets MINBEN_URL."""
    return os.environ["MINBEN_URL"]


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

    def new_visitor(width: int = DESK, without_script: bool = False) -> Visitor:
        context = browser.new_context(
            base_url=base_url,
            viewport={"width": width, "height": 844 if width == PHONE else 900},
            java_script_enabled=not without_script,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        contexts.append(context)
        return Visitor(context.new_page(), base_url)

    yield new_visitor
    for context in contexts:
        context.close()


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def visitor(arrive, request) -> Visitor:
    """A visitor on a phone, then the same at a desk."""
    return arrive(request.param)
