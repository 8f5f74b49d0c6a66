"""/services — the library of public services."""

from playwright.sync_api import expect


def test_a_search_without_hits_says_so_and_keeps_the_question(visitor):
    visitor.go("/services?q=月球户口")
    expect(visitor.main.locator("input[name=q]")).to_have_value("月球户口")
    expect(visitor.main).to_contain_text("没有")
    visitor.screenshot("services-empty")
    visitor.expect_good_page()


def test_markup_in_a_question_stays_text(visitor):
    visitor.go("/services?q=<img src=x onerror=alert(1)>")
    assert visitor.page.locator("main img").count() == 0
    expect(visitor.main.locator("input[name=q]")).to_have_value("<img src=x onerror=alert(1)>")


def test_a_service_leads_to_its_guide(visitor):
    visitor.go("/services?q=餐饮")
    hit = visitor.page.locator("main a[href^='/services/']", has_text="餐饮").first
    name = hit.inner_text()
    hit.click()
    expect(visitor.page.locator("h1")).to_contain_text(name)
