"""What the government says: written, reviewed, signed by three people, and read by everybody at once."""

from playwright.sync_api import expect

BODY = "## 开餐时间\n每天 11:00 至 13:00。\n- 城东\n- 城西\n<script>alert(1)</script>"


def test_editor_reviewer_publisher_visitor(member, arrive):
    editor, reviewer, publisher, visitor = member("editor"), member("reviewer"), member("publisher"), arrive()
    editor.go("/desk/content")
    editor.main.get_by_role("link", name="政务要闻", exact=True).click()
    editor.show("content-column")
    editor.follow("写一篇")
    editor.press("保存稿件")
    expect(editor.main.get_by_text("请写标题。").first).to_be_visible()
    editor.show("content-errors")
    editor.answer("标题", "长者饭堂开餐时间调整")
    editor.main.locator("textarea[name=body]").fill(BODY)
    editor.press("保存稿件")
    edition = editor.page.url
    editor.show("content-edition")
    editor.follow("看实际页面")
    expect(editor.main.get_by_role("heading", name="开餐时间", exact=True)).to_be_visible()
    editor.show("content-preview")
    editor.go(edition)
    editor.answer("标题", "长者饭堂开餐时间调整的通知")
    editor.press("保存并送审")
    expect(editor.main.get_by_text("待审核").first).to_be_visible()
    editor.main.get_by_role("link", name="版本记录（2）").click()
    expect(editor.main.locator("ins", has_text="的通知")).to_be_visible()
    editor.show("content-versions")

    assert visitor.go("/sites/duanzhou/news") == 200
    expect(visitor.main.get_by_text("长者饭堂开餐时间调整")).to_have_count(0)

    reviewer.go("/desk/content")
    reviewer.main.get_by_role("link", name="长者饭堂开餐时间调整的通知").click()
    reviewer.press("审核通过")
    expect(reviewer.main.get_by_text("先审查、后公开").first).to_be_visible()
    reviewer.main.get_by_label("我已逐字审查").check()
    reviewer.show("content-review")
    reviewer.press("审核通过")
    expect(reviewer.main.get_by_text("待签发").first).to_be_visible()

    publisher.go(edition)
    publisher.show("content-sign")
    publisher.press("签发")
    expect(publisher.main.get_by_text("已发布").first).to_be_visible()

    visitor.go("/sites/duanzhou/news")
    visitor.follow("长者饭堂开餐时间调整的通知")
    expect(visitor.main.get_by_text("<script>alert(1)</script>")).to_be_visible()
    visitor.show("article")


def test_an_amended_policy_says_so_and_leads_to_its_explanation(visitor):
    visitor.go("/sites/duanzhou/policies")
    visitor.follow("端州区老旧小区加装电梯补助办法（试行）")
    expect(visitor.main.get_by_text("本文件的部分内容已被修改")).to_be_visible()
    expect(visitor.main.get_by_role("heading", name="政策解读")).to_be_visible()
    visitor.screenshot("policy")
    visitor.expect_good_page()


def test_a_sub_site_stands_within_minutes(member, arrive):
    publisher = member("publisher")
    publisher.go("/desk/sites")
    publisher.answer("名称", "端州区教育局")
    publisher.answer("网址代码", "education")
    publisher.answer("主办单位", "教育局")
    publisher.main.locator("[name=template][value=department], select[name=template]").first.evaluate(
        "e => { if (e.tagName == 'SELECT') { e.value = 'department' } else { e.checked = true } }")
    publisher.press("建立")
    publisher.show("site-desk")
    visitor = arrive()
    assert visitor.go("/sites/education") == 200
    expect(visitor.main.get_by_text("还没有内容。").first).to_be_visible()
    visitor.show("site-empty")
