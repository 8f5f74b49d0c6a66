"""What the government says: written, reviewed, signed by three people, and read by everybody at once."""

from papers import png
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


WORD = """<html><head><style>p {color: red}</style></head><body>
<p class=MsoNormal style='mso-outline-level:1'><b>补助标准</b></p>
<p class=MsoNormal>每台电梯补助 <b>10 万元</b>，见<a href="https://www.gov.cn/">原文</a>。<o:p></o:p></p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span>申请表</p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>照片</p>
<table><tr><td>楼层</td><td>元</td></tr><tr><td>四层</td><td>100000</td></tr></table>
<img src=x onerror="document.title='stolen'"><script>document.title='stolen'</script></body></html>"""

PASTE = """(area, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "plain");
  area.focus();
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def test_what_is_pasted_becomes_marks_and_the_page_stands_beside_it(member):
    editor = member("editor")
    editor.go("/desk/content")
    editor.main.get_by_role("link", name="政务要闻", exact=True).click()
    editor.follow("写一篇")
    editor.answer("标题", "从文档粘贴的一篇")
    editor.page.wait_for_load_state()
    editor.main.locator("textarea[name=body]").evaluate(PASTE, WORD)
    assert editor.main.locator("textarea[name=body]").input_value().splitlines() == [
        "## 补助标准", "每台电梯补助 **10 万元**，见[原文](https://www.gov.cn/)。", "1. 申请表", "- 照片",
        "| 楼层 | 元 |", "| --- | --- |", "| 四层 | 100000 |",
    ]
    assert "stolen" not in editor.page.title()
    editor.press("保存稿件")
    shown = editor.main.locator(".live-preview")
    expect(shown.get_by_role("heading", name="补助标准")).to_be_visible()
    editor.main.locator("textarea[name=body]").fill("## 改过的小标题\n正文")
    expect(shown.get_by_role("heading", name="改过的小标题")).to_be_visible()
    editor.show("content-live-preview")


def test_files_go_through_the_same_hands(member, arrive, tmp_path):
    editor, reviewer, publisher, visitor = member("editor"), member("reviewer"), member("publisher"), arrive()
    photo, table, page = tmp_path / "现场.png", tmp_path / "名单.csv", tmp_path / "页.svg"
    png(photo, 2400)
    table.write_text("姓名,街道\n张*,城东\n", encoding="utf-8")
    page.write_text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    editor.go("/desk/content")
    editor.main.get_by_role("link", name="政务要闻", exact=True).click()
    editor.follow("写一篇")
    editor.answer("标题", "星湖路改造完工")
    editor.main.locator("textarea[name=body]").fill("改造完工。")
    editor.press("保存稿件")
    edition = editor.page.url
    editor.follow("附件和图片（0）")
    editor.main.locator("input[name=attachment]").set_input_files(page)
    editor.press("添加附件")
    expect(editor.main.get_by_text("网页和 SVG 文件里可能有程序").first).to_be_visible()
    editor.main.locator("input[name=attachment]").set_input_files(table)
    editor.press("添加附件")
    expect(editor.main.get_by_text("已读出，可检索")).to_be_visible()
    editor.main.locator("input[name=picture]").set_input_files(photo)
    editor.press("添加图片")
    expect(editor.main.get_by_text("请写替代文字").first).to_be_visible()
    editor.answer("替代文字", "完工后的星湖路")
    editor.main.locator("input[name=picture]").set_input_files(photo)
    editor.press("添加图片")
    mark = editor.main.locator("code").first.inner_text()
    editor.show("content-files")
    editor.go(edition)
    editor.main.locator("textarea[name=body]").fill(f"改造完工。\n{mark}\n明日通车。")
    editor.press("保存并送审")
    reviewer.go(edition)
    expect(reviewer.main.get_by_role("img", name="完工后的星湖路")).to_be_visible()
    reviewer.main.get_by_label("我已逐字审查").check()
    reviewer.press("审核通过")
    publisher.go(edition)
    publisher.main.locator("[name=release_time]").fill("9点")
    publisher.press("签发")
    expect(publisher.main.get_by_text("时刻请写成 09:00 的样子。").first).to_be_visible()
    publisher.show("content-sign-errors")
    publisher.main.locator("[name=release_time]").fill("")
    publisher.press("签发")
    visitor.go("/sites/duanzhou/news")
    visitor.follow("星湖路改造完工")
    image = visitor.main.get_by_role("img", name="完工后的星湖路")
    expect(image).to_be_visible()
    assert image.evaluate("i => [i.naturalWidth > 0, i.clientWidth <= innerWidth]") == [True, True]
    with visitor.page.expect_download() as download:
        visitor.main.get_by_role("link", name="名单.csv").click()
    assert download.value.suggested_filename == "名单.csv"
    visitor.show("article-files")
