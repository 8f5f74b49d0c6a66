"""容缺受理、告知承诺、听证、更正 and 预审, and the templates of what is written about them."""

import re

from playwright.sync_api import expect

import papers
from answers import answer_pages

FOOD = "/services/food-business-licence"
TEMPLATE = "/desk/paper-templates/extension"
PROMISE = "以上内容和材料真实、有效；如有虚假，愿意承担相应的法律责任"


def begin(chenjing, service):
    """Answers everything about a service as the restaurant would, up to its materials."""
    chenjing.go(service)
    chenjing.press("开始办理")
    answer_pages(chenjing)


def bring(chenjing, folder, without):
    """Uploads what is asked for, except one material."""
    for card in chenjing.main.locator(".card.upload h2").all_inner_texts():
        if card != without:
            chenjing.upload(card, papers.pdf(folder / f"{card}.pdf"))


def test_a_secondary_material_is_promised_and_brought_later(member, tmp_path):
    chenjing = member("chenjing")
    begin(chenjing, FOOD)
    bring(chenjing, tmp_path, "食品安全管理制度")
    chenjing.follow("下一步：核对")
    chenjing.answer("真实性承诺", PROMISE)
    chenjing.press("提交申请")
    expect(chenjing.main.get_by_role("alert")).to_contain_text("或者勾选承诺后补")
    chenjing.show("promise-missing")
    chenjing.answer("容缺受理：我承诺后补", "食品安全管理制度")
    number = chenjing.hand_in()

    clerk = member("clerk")
    clerk.open(number)
    expect(clerk.main).to_contain_text("容缺受理")
    clerk.show("deferral-desk")
    clerk.finish("予以受理")

    chenjing.go(f"/cases/{number}")
    expect(chenjing.main).to_contain_text("容缺受理告知书")
    chenjing.show("deferral-progress")
    chenjing.follow("去补交")
    chenjing.show("promised")
    chenjing.press("提交")
    expect(chenjing.main.get_by_role("alert")).to_contain_text("请上传承诺补交的材料。")
    chenjing.main.locator("input[type=file]").set_input_files(papers.pdf(tmp_path / "制度.pdf"))
    chenjing.press("提交")
    expect(chenjing.main).to_contain_text("承诺补交的材料已收到。")


def test_a_hearing_is_told_and_waived(member, tmp_path):
    chenjing = member("chenjing")
    begin(chenjing, "/services/drainage-permit")
    bring(chenjing, tmp_path, None)
    chenjing.follow("下一步：核对")
    number = chenjing.hand_in()
    clerk = member("clerk")
    clerk.open(number)
    clerk.finish("予以受理")
    officer = member("officer-zjj")
    officer.open(number)
    officer.page.locator("#work summary", has_text=re.compile("^告知听证权利$")).click()
    officer.page.locator("[name='hearing-right.cause']").fill("涉及相邻住户的重大利益。")
    officer.press("告知听证权利")
    expect(officer.main).to_contain_text("申请人会收到听证告知书")
    officer.show("hearing-desk")

    chenjing.go(f"/cases/{number}")
    chenjing.follow("查看听证")
    chenjing.show("hearing")
    chenjing.press("放弃听证")
    expect(chenjing.main).to_contain_text("没有要求听证")


def test_the_hall_looks_before_it_is_handed_in(member):
    chenjing, clerk = member("chenjing"), member("clerk")
    begin(chenjing, "/services/startup-grant")
    check = chenjing.page.url.replace("/materials", "/check")
    chenjing.go(check)
    chenjing.main.locator("summary", has_text="请窗口预审").click()
    chenjing.press("请窗口预审")
    expect(chenjing.main).to_contain_text("窗口正在预审")
    clerk.go("/desk/prechecks")
    clerk.show("prechecks-waiting")
    clerk.main.locator("tbody a").last.click()
    clerk.show("precheck")
    clerk.press("答复")
    expect(clerk.main.get_by_role("alert")).to_contain_text("请选择预审的结果。")
    clerk.answer("预审结果", "需要改正或者补充")
    clerk.main.locator("textarea").fill("请补充收入证明。")
    clerk.press("答复")
    chenjing.go(check)
    expect(chenjing.main).to_contain_text("请补充收入证明。")
    chenjing.show("precheck-answered")


def test_a_template_is_written_by_one_administrator_and_published_by_another(member):
    sysadmin, secadmin = member("sysadmin"), member("secadmin")
    sysadmin.go(TEMPLATE)
    text = sysadmin.main.locator("textarea")
    before = text.input_value()
    text.fill("「{事项}」延长{延长时限}。\n{没有的}")
    sysadmin.press("保存草稿")
    expect(sysadmin.main).to_contain_text("少了必须有的「{理由}」。")
    sysadmin.show("paper-draft")
    secadmin.go(TEMPLATE)
    expect(secadmin.main.get_by_role("button", name="审定公布")).to_have_count(0)
    text.fill(before + "\n特此通知。")
    sysadmin.press("保存草稿")
    printed = sysadmin.page.request.get(f"{TEMPLATE}/preview")
    assert printed.status == 200 and printed.body().startswith(b"%PDF-")
    secadmin.go(TEMPLATE)
    secadmin.press("审定公布")
    expect(secadmin.main).to_contain_text("已公布")
    secadmin.show("paper-published")
