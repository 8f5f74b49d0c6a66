"""Forms: filled in with every kind of question, and made by people who do not program."""

import json
import re

from playwright.sync_api import expect

import papers
from visitor import PHONE

RENT = "/services/startup-rent-subsidy"
FORM = "/desk/forms/sole-trader-registration"
NURSERY = "/desk/forms/kindergarten-preparation"


def begin(person) -> None:
    """Opens the guide and begins an application."""
    person.go(RENT)
    person.press("开始办理")


def test_rows_are_added_and_what_follows_is_worked_out(member, tmp_path):
    person = member("zhangwei", PHONE)
    begin(person)
    person.answer_page({})

    person.answer("场地所在的社区或者村", person.main.locator("select[name='form.community'] option").nth(1).inner_text())
    person.answer("场地地址", "肇庆市端州区城东街道古塔中路 15 号之一")
    person.answer("从列表里选", "城东街道一带")
    person.answer("场地从哪里租来", "向房东租赁")
    photo = tmp_path / "门头.pdf"
    photo.write_bytes(b"%PDF-1.4\n%EOF\n")
    person.main.locator("input[type=file]").set_input_files(photo)
    person.show("form-premises")
    person.press("保存，下一步")

    expect(person.page.locator("h1")).to_have_text("租金")
    person.main.locator("[name='form.payments.0.paid_on']").fill("2026-10-01")
    person.main.locator("[name='form.payments.0.amount']").fill("1500")
    person.press("再加一行")
    person.main.locator("[name='form.payments.1.paid_on']").fill("2026-11-01")
    person.main.locator("[name='form.payments.1.amount']").fill("1500.5")
    person.answer("申请的补贴金额", "9000")
    person.press("保存，下一步")
    expect(person.main).to_contain_text("不能超过最多可以申请的金额")
    expect(person.main).to_contain_text("3000.5 元（人民币叁仟元伍角整）")
    person.show("form-rent-error")
    person.press("去掉第 2 行")
    expect(person.main.locator("[name='form.payments.1.amount']")).to_have_count(0)
    person.answer("申请的补贴金额", "1500")
    person.press("保存，下一步")

    person.answer("开户银行", "端州农商银行城东支行")
    person.answer("银行账号", "6222 0000 0000 0000 013")
    person.answer("声明和承诺", "没有就同一场地领取过租金补贴，申报内容真实")
    person.answer("申请人签名", "李敏")
    person.press("保存，下一步")
    expect(person.main).to_contain_text("校验码不对")
    expect(person.main).to_contain_text("姓名完全一致")
    person.show("form-payment-error")
    person.answer("银行账号", "6222 0000 0000 0000 012")
    person.answer("申请人签名", "张伟")
    person.press("保存，下一步")
    person.page.goto(person.page.url.replace("/materials", "/check"))
    expect(person.main).to_contain_text("城东街道一带")
    expect(person.main.get_by_role("link", name="门头.pdf")).to_be_visible()
    person.show("form-check")


def test_enter_in_a_row_saves_the_page_and_removes_nothing(member):
    person = member("zhangwei")
    begin(person)
    person.page.goto(person.page.url.split("/pages/")[0] + "/pages/3")
    person.main.locator("[name='form.payments.0.amount']").fill("700")
    person.page.keyboard.press("Enter")
    expect(person.main.locator("[name='form.payments.0.amount']")).to_have_value("700")


def test_a_form_is_changed_looked_at_and_checked(member, tmp_path):
    designer = member("officer-scjg")
    designer.go("/desk/forms")
    designer.show("forms")
    designer.go(FORM)
    designer.show("form-offered")
    designer.press("修改这张表单")
    expect(designer.main).to_contain_text("这是草稿")
    designer.show("form-draft")

    card = designer.main.locator("section.card").first
    card.get_by_text("加一个问题").click()
    card.get_by_label("题目").fill("招牌的样子")
    card.get_by_label("怎么答").select_option(label="单选")
    card.get_by_role("button", name="加上").click()
    expect(designer.page.locator("h1")).to_have_text("招牌的样子")
    expect(designer.main).to_contain_text("选择题应有选项，且只有选择题有")
    designer.show("form-question-problem")
    designer.answer("选项", "横的\n竖的")
    designer.press("保存")
    expect(designer.main).to_contain_text("检查通过")
    expect(designer.main).to_contain_text("2 个选项")

    card = designer.main.locator("section.card").first
    card.get_by_text("加一个问题").click()
    card.get_by_label("题目").fill("竖的有多高")
    card.get_by_label("怎么答").select_option(label="数字")
    card.get_by_role("button", name="加上").click()
    designer.answer("什么时候问（选填）", "只在“招牌的样子”是“竖的”时")
    designer.answer("单位（选填）", "米")
    designer.show("form-question")
    designer.press("保存")
    expect(designer.main).to_contain_text("只在“招牌的样子”是“竖的”时")

    designer.follow("手机上看")
    designer.answer("招牌的样子", "竖的")
    designer.press("试一试")
    expect(designer.main).to_contain_text("请填写竖的有多高")
    designer.show("form-preview")

    designer.go(FORM)
    with designer.page.expect_download() as download:
        designer.main.get_by_role("link", name="导出模板").click()
    template = json.loads(download.value.path().read_text())
    assert template["format"] == "minben-form/1"
    template["pages"][0]["fields"][0]["visible_when"] = "nobody = 1"
    file = tmp_path / "form.json"
    file.write_text(json.dumps(template, ensure_ascii=False))
    designer.main.get_by_text("导入模板").click()
    designer.main.locator("input[type=file]").set_input_files(file)
    designer.press("导入")
    expect(designer.main).to_contain_text("这张表单里没有名为“nobody”的问题")
    designer.show("form-findings")
    designer.follow("查看草稿、提交审核")
    designer.press("撤回这份草稿")


def test_a_stranger_to_the_organ_looks_but_does_not_change(member):
    officer = member("officer-wsjk")
    assert officer.go(FORM) == 200
    expect(officer.main.get_by_role("button", name="修改这张表单")).to_have_count(0)


def add_question(designer, label: str, kind: str) -> None:
    """Adds a question to the first page, and stays at it."""
    card = designer.main.locator("section.card").first
    card.get_by_text("加一个问题").click()
    card.get_by_label("题目").fill(label)
    card.get_by_label("怎么答").select_option(label=kind)
    card.get_by_role("button", name="加上").click()
    expect(designer.page.locator("h1")).to_have_text(label)


def test_a_region_of_the_country_is_picked_without_scripts(arrive, member):
    designer = member("officer-jyj")
    designer.go(NURSERY)
    designer.press("修改这张表单")
    add_question(designer, "举办者户籍地", "全国行政区划（省、市、县）")
    designer.press("保存")
    add_question(designer, "举办者证件", "一行文字")
    designer.main.get_by_label("从电子证照填入").select_option(label="居民身份证：证照编号")
    designer.show("form-licence-question")
    designer.press("保存")
    expect(designer.main).to_contain_text("自动填入电子证照“居民身份证”的“证照编号”")

    plain = arrive(PHONE, without_script=True)
    plain.sign_in("officer-jyj")
    plain.go(f"{NURSERY}/preview")
    region = plain.main.get_by_role("group", name="举办者户籍地")
    region.locator("select").first.select_option(label="广东省")
    region.get_by_role("button", name="列出下一级").click()
    region.locator("select").nth(1).select_option(label="肇庆市")
    region.get_by_role("button", name="列出下一级").click()
    plain.screenshot("form-region-plain")
    plain.press("试一试")
    expect(plain.main).to_contain_text("请接着选择举办者户籍地的下一级，一直选到县（市、区）。")
    region.locator("select").nth(2).select_option(label="端州区")
    plain.press("试一试")
    expect(plain.main).not_to_contain_text("请接着选择举办者户籍地")
    expect(region.locator("select").nth(2)).to_have_value("441202")
    designer.go(f"{NURSERY}/preview")
    designer.show("form-region")
    designer.go(NURSERY)
    designer.follow("查看草稿、提交审核")
    designer.press("撤回这份草稿")


def draw(person) -> None:
    """Draws a line on the pad."""
    pad = person.main.locator("[data-sign-pad] canvas")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    person.page.mouse.move(box["x"] + 20, box["y"] + 20)
    person.page.mouse.down()
    person.page.mouse.move(box["x"] + 120, box["y"] + 60, steps=8)
    person.page.mouse.up()
    expect(person.main.locator("[data-sign-pad] input")).to_have_value(re.compile("手写签名"))


def test_a_signature_may_be_drawn_beside_the_name_and_taken_away(member, tmp_path):
    person = member("zhangwei", PHONE)
    begin(person)
    draft = person.page.url.split("/pages/")[0]
    signing = f"{draft}/pages/4"
    person.page.goto(signing)
    draw(person)
    person.show("form-signature")
    person.answer("申请人签名", "张伟")
    person.press("保存，下一步")
    person.page.goto(signing)
    expect(person.main).to_contain_text("已经签过")
    expect(person.main.get_by_alt_text("已有的手写签名")).to_be_visible()
    person.show("form-signature-drawn")
    person.page.goto(f"{draft}/check")
    expect(person.main.get_by_role("link", name="手写签名.png")).to_be_visible()
    person.page.goto(signing)
    person.main.get_by_label("去掉这个手写签名").check()
    person.press("保存，下一步")
    person.page.goto(f"{draft}/check")
    expect(person.main.get_by_role("link", name="手写签名.png")).to_have_count(0)
    person.page.goto(signing)
    draw(person)
    person.press("保存，下一步")
    the_receipt_shows_it(person, draft, tmp_path)


def the_receipt_shows_it(person, draft, folder):
    person.page.goto(f"{draft}/pages/3")
    person.main.locator("[name='form.payments.0.amount']").fill("5000")
    person.answer("申请的补贴金额", "1500")
    person.press("保存，下一步")
    person.page.goto(f"{draft}/materials")
    for place in range(person.main.locator("input[type=file]").count()):
        person.main.locator("input[type=file]").nth(place).set_input_files(papers.pdf(folder / f"证明{place}.pdf"))
        person.main.get_by_role("button", name="上传", exact=True).nth(place).click()
    person.page.goto(f"{draft}/check")
    number = person.hand_in()
    paper = person.page.request.get(f"/cases/{number}/receipt.pdf")
    assert paper.ok and paper.headers["content-type"] == "application/pdf"
    assert b"/Image" in paper.body()
    person.go(f"/cases/{number}")
    person.main.get_by_text("填写的内容").or_(person.main.locator("details summary")).first.click()
    person.show("progress-signed")
