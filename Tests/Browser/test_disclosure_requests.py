"""A request for information, from the question to the answer: 张伟 asks, 李敏 drafts with a blacked-out file, the head signs."""

import re

from playwright.sync_api import expect

from papers import pdf


def test_zhangwei_asks_and_is_answered_in_part(member, arrive, tmp_path):
    zhangwei = member("zhangwei")
    number = zhangwei_asks(zhangwei)
    the_officer_confirms_and_asks_a_third_party(member, number, tmp_path)
    the_officer_drafts_and_the_head_signs(member, number, tmp_path)
    zhangwei_reads_the_answer(zhangwei, number)
    everybody_reads_the_register(arrive)


def zhangwei_asks(zhangwei) -> str:
    assert zhangwei.go("/my/disclosure-requests/form") == 200
    zhangwei.show("disclosure-form")
    zhangwei.press("提交申请")
    expect(zhangwei.main.get_by_role("alert")).to_contain_text("请选择向哪个机关申请。")
    zhangwei.show("disclosure-form-refused")
    zhangwei.page.locator("#f-organ").select_option("scjg")
    zhangwei.page.locator("#f-content").fill("2025年星湖片区餐饮企业食品抽检结果")
    zhangwei.press("提交申请")
    expect(zhangwei.main).to_contain_text("正在核对您的申请")
    zhangwei.show("disclosure-progress")
    return re.search(r"\d{21}", zhangwei.page.url).group()


def the_officer_confirms_and_asks_a_third_party(member, number, tmp_path):
    officer = member("officer-scjg")
    officer.open(number)
    officer.finish("内容明确，确认收到")
    officer.main.get_by_role("link", name="拟写答复、征求意见、收费").click()
    officer.show("disclosure-desk")
    officer.page.locator("summary", has_text="征求意见").click()
    officer.page.locator("#f-consulted").select_option("co_author")
    officer.page.locator("#f-party").fill("肇庆市市场监督管理局")
    officer.page.locator("#f-about").fill("抽检结果由两局共同制作，是否同意公开")
    officer.page.locator("#f-evidence").set_input_files(pdf(tmp_path / "函.pdf"))
    officer.press("发出并暂停计时")
    expect(officer.main).to_contain_text("登记结果以后才能答复")
    officer.page.locator("summary", has_text="登记结果").click()
    officer.page.locator("select[name^=reply_]").select_option("consents")
    officer.press("登记")
    expect(officer.main).to_contain_text("同意公开")


def the_officer_drafts_and_the_head_signs(member, number, tmp_path):
    officer = member("officer-scjg")
    officer.go(f"/desk/disclosure/{number}")
    officer.page.locator("#f-kind").select_option("partial")
    officer.page.locator("#f-ground").select_option("third-party")
    officer.page.locator("#f-words").fill("遮盖了企业的进货渠道。")
    officer.page.locator("#f-public_title").fill("2025年星湖片区食品抽检结果")
    officer.press("送审签")
    expect(officer.main.get_by_role("alert")).to_contain_text("部分公开的，请附上遮盖以后的文件。")
    officer.show("disclosure-answer-refused")
    officer.page.locator("#f-enclosure").set_input_files(pdf(tmp_path / "遮盖.pdf"))
    original = tmp_path / "原件.pdf"
    officer.page.locator("#f-original").set_input_files(pdf(original))
    officer.press("送审签")
    expect(officer.main).to_contain_text("答复稿")
    head = member("head-scjg")
    head.open(number)
    head.finish("签发")


def zhangwei_reads_the_answer(zhangwei, number):
    zhangwei.go(f"/cases/{number}")
    expect(zhangwei.main).to_contain_text("答复：部分公开")
    expect(zhangwei.main).not_to_contain_text("原件.pdf")
    zhangwei.show("disclosure-answered")
    href = zhangwei.main.get_by_role("link", name="政府信息公开申请答复书", exact=True).get_attribute("href")
    assert zhangwei.page.request.get(f"{href}.pdf").body().startswith(b"%PDF")
    zhangwei.go(href)
    expect(zhangwei.main).to_contain_text("行政复议")
    zhangwei.show("disclosure-document")


def everybody_reads_the_register(arrive):
    stranger = arrive()
    stranger.go("/openness/requests")
    expect(stranger.main).to_contain_text("2025年星湖片区食品抽检结果")
    expect(stranger.main).not_to_contain_text("张伟")
    stranger.show("disclosure-register")
