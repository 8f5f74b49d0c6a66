"""What keeps the sites in order: inspection, corrections of readers, and how often pages are read."""

import re

from playwright.sync_api import expect


def test_a_reader_says_what_is_wrong_and_reads_the_answer(visitor, member):
    visitor.go("/sites/duanzhou/news")
    visitor.main.locator("ul.links a").first.click()
    visitor.follow("我要纠错")
    visitor.press("提交")
    expect(visitor.main.get_by_text("请写明哪里不对，应当怎样。").first).to_be_visible()
    visitor.show("correction-errors")
    visitor.main.get_by_label("错别字、用语不当").check()
    visitor.main.locator("textarea[name=passage]").fill("古塔中路")
    visitor.main.locator("textarea[name=words]").fill("门牌号写错了，应为 15 号。")
    visitor.press("提交")
    expect(visitor.main.get_by_role("heading", name="已收到您的纠错")).to_be_visible()
    visitor.show("correction-receipt")
    receipt = visitor.page.url

    editor = member("editor")
    editor.go("/desk/content/corrections")
    editor.show("corrections-desk")
    editor.main.locator("table a").last.click()
    editor.press("答复")
    expect(editor.main.get_by_text("请选择处理结果。").first).to_be_visible()
    editor.show("correction-answer-errors")
    editor.main.get_by_label("已改正").check()
    editor.main.locator("textarea[name=answer]").fill("已经改正，谢谢您。")
    editor.press("答复")
    expect(editor.main.get_by_text("已经改正，谢谢您。")).to_be_visible()

    visitor.go(receipt)
    expect(visitor.main.get_by_text("已经改正，谢谢您。")).to_be_visible()
    visitor.show("correction-answered")


def test_what_is_more_than_a_fault_of_the_page_becomes_a_request(visitor, member):
    visitor.go("/sites/duanzhou/news")
    visitor.main.locator("ul.links a").first.click()
    visitor.follow("我要纠错")
    visitor.main.get_by_label("其他问题").check()
    visitor.main.locator("textarea[name=passage]").fill("路灯已经全部修复")
    visitor.main.locator("textarea[name=words]").fill("文明路的路灯还是不亮，请派人来看。")
    visitor.press("提交")
    receipt = visitor.page.url

    editor = member("editor")
    editor.go("/desk/content/corrections")
    editor.main.locator("table a").last.click()
    editor.main.get_by_text("不只是页面的问题：转为诉求").click()
    editor.press("转为诉求")
    expect(editor.main.get_by_role("alert")).to_contain_text("请选择是哪方面的事。")
    editor.show("correction-forwarding")
    editor.main.locator("[name=category]").select_option("roads")
    editor.main.locator("[name=kind]").select_option("help")
    editor.press("转为诉求")
    expect(editor.main.get_by_text("不归本栏目，已转告").first).to_be_visible()
    editor.show("correction-forwarded")
    number = re.search(r"\d{21}", editor.main.inner_text()).group()

    visitor.go(receipt)
    expect(visitor.main).to_contain_text(number)
    expect(visitor.main).to_contain_text("责任单位正在办理")
    visitor.show("correction-is-request")
    hotline = member("hotline")
    hotline.go(f"/desk/service-requests/{number}")
    expect(hotline.main).to_contain_text("文明路的路灯还是不亮，请派人来看。")
    hotline.main.get_by_role("link", name="读者纠错", exact=True).click()
    expect(hotline.main).to_contain_text("路灯已经全部修复")


def test_the_score_card_leads_to_what_stands_behind_it(member):
    reviewer = member("reviewer")
    reviewer.go("/desk/content/health")
    reviewer.show("health")
    reviewer.main.get_by_role("link", name=re.compile("端州区"), exact=False).last.click()
    reviewer.show("score-card")
    reviewer.press("登记")
    expect(reviewer.main.get_by_text("请选择要检查的条目。").first).to_be_visible()
    reviewer.show("finding-errors")
    reviewer.main.get_by_label("办事指南不准确").check()
    reviewer.main.locator("input[name=faults]").fill("2")
    reviewer.main.locator("textarea[name=words]").fill("食品经营许可的窗口电话已经停用；施工许可的地点没有写楼层。")
    reviewer.press("登记")
    expect(reviewer.main.get_by_text("检查：2 处").first).to_be_visible()
    reviewer.main.get_by_role("link", name=re.compile("报告$")).first.click()
    reviewer.show("quarter-report")


def test_rules_that_do_not_fit_are_refused_in_words(member):
    sysadmin = member("sysadmin")
    sysadmin.go("/desk/inspection-rules")
    text = sysadmin.main.locator("textarea[name=body]").input_value()
    sysadmin.main.locator("textarea[name=body]").fill(text.replace("pass: 60", "pass: 999"))
    sysadmin.press("公布为新版")
    expect(sysadmin.main.get_by_text("合格线应在 0 分和满分之间。").first).to_be_visible()
    sysadmin.show("inspection-rules-errors")


def test_reading_to_the_end_is_told_without_a_cookie(arrive):
    visitor = arrive()
    visitor.go("/sites/duanzhou/news")
    visitor.main.locator("ul.links a").first.click()
    visitor.page.mouse.wheel(0, 20_000)
    visitor.page.wait_for_timeout(200)
    # What a page asks for while it is left is not seen from outside: it is told that it is left.
    with visitor.page.expect_request("**/reading?*") as told:
        visitor.page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert "depth=" in told.value.url and "cookie" not in told.value.all_headers()
