"""/search — one box over everything that is public."""

from playwright.sync_api import expect


def test_a_search_without_hits_helps_and_keeps_the_question(visitor):
    visitor.go("/search?q=居主证")
    expect(visitor.main.locator("input[name=q]")).to_have_value("居主证")
    expect(visitor.main).to_contain_text("没有找到")
    visitor.screenshot("search-empty")
    visitor.expect_good_page()
    visitor.main.locator("a", has_text="居住证").first.click()
    expect(visitor.main).to_contain_text("服务事项")


def test_markup_in_a_question_stays_text(visitor):
    visitor.go("/search?q=<img src=x onerror=alert(1)>")
    assert visitor.page.locator("main img").count() == 0
    expect(visitor.main.locator("input[name=q]")).to_have_value("<img src=x onerror=alert(1)>")


def test_initials_find_a_service(visitor):
    visitor.go("/search?q=spjyxk")
    expect(visitor.main.locator("a", has_text="食品经营许可").first).to_be_visible()


def test_filters_are_links_that_can_be_taken_off(arrive):
    visitor = arrive(without_script=True)
    visitor.go("/search?q=许可")
    visitor.main.locator("nav[aria-label=筛选] a").first.click()
    visitor.main.locator("nav[aria-label=筛选] a", has_text="取消").first.click()
    expect(visitor.main.locator("input[name=q]")).to_have_value("许可")
