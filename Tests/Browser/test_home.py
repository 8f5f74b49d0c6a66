"""/ — the first page: ask, or take one of three doors."""

import re

from playwright.sync_api import expect


def test_the_search_box_is_the_first_thing_in_the_page(visitor):
    visitor.go("/")
    first = visitor.page.locator("main input, main a, main button").first
    expect(first).to_have_attribute("name", "q")


def test_asking_leads_to_the_services_that_match(visitor):
    visitor.go("/")
    visitor.page.locator("main input[name=q]").fill("餐饮")
    visitor.page.keyboard.press("Enter")
    expect(visitor.page).to_have_url(re.compile(r"/search\?.*q="))
    expect(visitor.page.locator("main")).to_contain_text("餐饮")


def test_the_doors_are_open(visitor):
    visitor.go("/")
    for door in ["找服务", "查进度"]:
        expect(visitor.page.locator("main a", has_text=door).first).to_be_visible()
