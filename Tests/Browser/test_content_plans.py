"""What goes out at a moment, what comes back, and where old addresses lead."""

from playwright.sync_api import expect


def written(editor, title: str, body: str) -> str:
    """An edition of the news of the portal, submitted; gives its address."""
    editor.go("/desk/content")
    editor.main.get_by_role("link", name="政务要闻", exact=True).click()
    editor.follow("写一篇")
    editor.answer("标题", title)
    editor.main.locator("textarea[name=body]").fill(body)
    editor.press("保存稿件")
    address = editor.page.url
    editor.press("保存并送审")
    return address


def cleared(reviewer, edition: str) -> None:
    reviewer.go(edition)
    reviewer.main.get_by_label("我已逐字审查").check()
    reviewer.press("审核通过")


def test_a_signature_with_a_time_waits_and_is_recalled(member):
    editor, reviewer, publisher = member("editor"), member("reviewer"), member("publisher")
    edition = written(editor, "元旦假期公共服务安排", "各办事大厅元旦放假一天。")
    reviewer.go("/my/messages")
    expect(reviewer.main.get_by_text("有一稿等您审核").first).to_be_visible()
    reviewer.main.get_by_role("link", name="去办理").first.click()
    cleared(reviewer, edition)
    publisher.go(edition)
    publisher.main.locator("[name=release_day]").fill("2020-01-01")
    publisher.press("签发")
    expect(publisher.main.get_by_text("定时发布的时间已经过了").first).to_be_visible()
    soon = publisher.page.evaluate("new Date(Date.now() + 20 * 864e5).toISOString().slice(0, 10)")
    publisher.main.locator("[name=release_day]").fill(soon)
    publisher.main.locator("[name=last_day]").fill(soon)
    publisher.press("签发")
    expect(publisher.main.get_by_text("等待公开").first).to_be_visible()
    publisher.show("content-waiting")
    publisher.go("/desk/content")
    publisher.show("content-office-waiting")
    publisher.go(edition)
    publisher.press("收回签发")
    expect(publisher.main.get_by_role("button", name="退回修改")).to_be_visible()


def test_what_was_taken_off_comes_back(member, arrive):
    editor, reviewer, publisher, visitor = member("editor"), member("reviewer"), member("publisher"), arrive()
    edition = written(editor, "冬季供暖补助发放", "补助已经发放。")
    cleared(reviewer, edition)
    publisher.go(edition)
    publisher.press("签发")
    visitor.go("/sites/duanzhou/news")
    visitor.follow("冬季供暖补助发放")
    page = visitor.page.url
    publisher.go("/desk/content")
    publisher.main.get_by_role("link", name="政务要闻", exact=True).click()
    row = publisher.main.get_by_role("row").filter(has_text="冬季供暖补助发放")
    row.locator("summary").click()
    row.locator("[name=reason]").fill("数字有误")
    row.get_by_role("button", name="撤下").click()
    assert visitor.page.goto(page).status == 404
    visitor.complaints.clear()
    editor.go("/desk/content")
    editor.main.get_by_role("link", name="政务要闻", exact=True).click()
    editor.follow("撤下的内容")
    editor.show("content-off")
    editor.main.get_by_role("row").filter(has_text="冬季供暖补助发放").get_by_role("button", name="恢复").click()
    expect(editor.main.get_by_role("button", name="保存并送审")).to_be_visible()


def test_an_old_address_leads_to_its_page(member, arrive):
    publisher, visitor = member("publisher"), arrive()
    publisher.go("/desk/redirects")
    publisher.answer("旧网址", "http://www.old.example/zwgk/art_1.html")
    publisher.answer("转到", "https://evil.example/")
    publisher.press("添加")
    expect(publisher.main.get_by_text("只能指向本网站的页面").first).to_be_visible()
    publisher.show("redirects-errors")
    publisher.answer("转到", "/sites/duanzhou/policies")
    publisher.press("添加")
    publisher.show("redirects")
    visitor.go("/zwgk/art_1.html")
    assert visitor.page.url.endswith("/sites/duanzhou/policies")
