"""The main job: 陈静 asks once, four departments answer, and she can follow every step."""

import re

import pytest
from playwright.sync_api import expect

import papers
from applicant import Applicant
from restaurant import DOCUMENTS, ORGANS, SERVICE, answer_everything, apply, bring_everything
from visitor import PHONE

LICENCE = "食品经营许可证"
REPORT = "公共场所卫生检测或者评价报告"


@pytest.mark.parametrize("way", ["life event", "search"])
def test_the_service_is_found(arrive, way):
    chenjing = arrive(PHONE, kind=Applicant)
    if way == "search":
        chenjing.find_by_search("开餐饮店", SERVICE)
    else:
        chenjing.find_by_life_event("开办企业", SERVICE)
    expect(chenjing.page.locator("h1")).to_have_text(SERVICE)
    expect(chenjing.main).to_contain_text("7 个工作日")


def test_one_request_four_departments_four_licences(member, arrive, tmp_path):
    chenjing = member("chenjing")
    reads_the_guide_and_starts(chenjing)
    what_is_known_says_where_from(chenjing)
    answer_everything(chenjing)
    a_program_is_refused_at_its_field(chenjing, tmp_path)
    bring_everything(chenjing, tmp_path)
    number, children = checks_and_submits(chenjing)
    the_departments_check(member, number)
    chenjing_supplies(chenjing, number, tmp_path)
    the_lead_accepts(member, number)
    everybody_reviews(member, children)
    inspections_stop_their_clocks(member, chenjing, number, children)
    the_heads_decide(member, children)
    member("clerk").open_from_desk(number)
    member("clerk").finish("已送达")
    chenjing_rates(chenjing, number)
    everything_is_told(chenjing, number)
    the_licence_is_verified(chenjing, arrive(PHONE), children["scjg"])


def reads_the_guide_and_starts(chenjing):
    chenjing.find_by_search("开餐饮店", SERVICE)
    chenjing.show("guide")
    chenjing.press("开始办理")


def what_is_known_says_where_from(chenjing):
    name = chenjing.main.get_by_label("企业名称", exact=True)
    expect(name).to_have_value("肇庆端州星湖餐饮有限公司")
    expect(name).to_have_accessible_description(re.compile("来自：市场主体登记信息"))
    phone = chenjing.main.get_by_label("联系人电话", exact=True)
    expect(phone).to_have_accessible_description(re.compile("来自：人口基础信息"))
    chenjing.show("application")


def a_program_is_refused_at_its_field(chenjing, folder):
    chenjing.upload(REPORT, papers.program(folder / "检测报告.pdf"))
    expect(chenjing.main.get_by_role("alert")).to_be_visible()
    field = chenjing.material(REPORT).locator("input[type=file]")
    expect(field).to_have_accessible_description(re.compile("错误：.+"))
    chenjing.show("materials-refused")


def checks_and_submits(chenjing):
    chenjing.follow("下一步：核对")
    for answer in ["星湖小馆", "热食类食品制售", f"{DOCUMENTS[0]}.pdf"]:
        expect(chenjing.main).to_contain_text(answer)
    chenjing.show("check")
    number = chenjing.hand_in()
    expect(chenjing.main).to_contain_text(number)
    chenjing.show("receipt")
    return number, dict(zip(ORGANS, chenjing.children(), strict=True))


def the_departments_check(member, number):
    officer = member("officer-wsjk")
    officer.go("/desk")
    officer.show("desk")
    officer.open_from_desk(number)
    officer.show("desk-case")
    officer.finish("需要补正", "检测报告缺第二页，请补齐。", missing=[REPORT])
    for organ in ["zjj", "xfjy", "scjg"]:
        officer = member(f"officer-{organ}")
        officer.open_from_desk(number)
        officer.finish("材料齐全")
    lead = member("officer-scjg")
    lead.open_from_desk(number)
    expect(lead.page.locator("#work")).to_contain_text("检测报告缺第二页，请补齐。")
    lead.finish("发出补正告知")


def chenjing_supplies(chenjing, number, folder):
    chenjing.go("/my/cases")
    chenjing.show("my-cases")
    chenjing.main.get_by_role("link", name=re.compile("补正材料")).first.click()
    assert number in chenjing.page.url
    expect(chenjing.main).to_contain_text("检测报告缺第二页，请补齐。")
    chenjing.show("evidence")
    field = chenjing.main.locator("input[type=file]:visible").first
    field.set_input_files(papers.pdf(folder / "检测报告（完整）.pdf"))
    chenjing.press("提交补正")
    expect(chenjing.main).to_contain_text("补正已提交")


def the_lead_accepts(member, number):
    lead = member("officer-scjg")
    lead.open_from_desk(number)
    lead.finish("予以受理")


def everybody_reviews(member, children):
    for organ in ["scjg", "zjj", "xfjy"]:
        officer = member(f"officer-{organ}")
        officer.open_from_desk(children[organ])
        officer.finish("建议准予", "材料齐全，符合条件。")
    officer = member("officer-wsjk")
    officer.open_from_desk(children["wsjk"])
    officer.finish("准予")


def inspections_stop_their_clocks(member, chenjing, number, children):
    chenjing.go(f"/cases/{number}")
    for organ in ["scjg", "xfjy"]:
        expect(organ_row(chenjing, organ)).to_contain_text("已暂停计时")
    expect(organ_row(chenjing, "zjj")).to_contain_text("还剩")
    chenjing.show("progress")
    for organ in ["scjg", "xfjy"]:
        officer = member(f"officer-{organ}")
        officer.open_from_desk(children[organ])
        officer.finish("符合要求", "两名执法人员到店核查，符合要求。")
    chenjing.go(f"/cases/{number}")
    expect(organ_row(chenjing, "xfjy")).to_contain_text("还剩")


def the_heads_decide(member, children):
    """The food licence is decided on a phone."""
    phone = member("head-scjg", PHONE)
    phone.open_from_desk(children["scjg"])
    phone.screenshot("decision")
    phone.expect_good_page()
    phone.finish("准予")
    for organ in ["zjj", "xfjy"]:
        head = member(f"head-{organ}")
        head.open_from_desk(children[organ])
        head.finish("准予")


def chenjing_rates(chenjing, number):
    chenjing.go(f"/cases/{number}")
    chenjing.answer("您对这次办事满意吗？", "非常满意")
    chenjing.answer("想说的话（选填）", "一次跑成，谢谢。")
    chenjing.press("提交评价")
    expect(chenjing.main).to_contain_text("评价已收到，谢谢您。")


def everything_is_told(chenjing, number):
    chenjing.go(f"/cases/{number}")
    for organ in ORGANS:
        expect(organ_row(chenjing, organ)).to_contain_text("准予")
    for turn in ["提交", "补正", "受理", "现场核查", "暂停计时", "恢复计时", "送达", "非常满意", "一次跑成，谢谢。"]:
        expect(chenjing.main).to_contain_text(turn)
    papers_issued = chenjing.main.locator(".documents")
    for title in ["补正", "受理", LICENCE, "公共场所卫生许可证", "污水排入排水管网许可证", "消防安全检查意见书"]:
        expect(papers_issued).to_contain_text(title)
    chenjing.show("progress-closed")


def the_licence_is_verified(chenjing, stranger, child):
    chenjing.go(f"/cases/{child}")
    chenjing.main.locator(".documents").get_by_role("link", name=LICENCE, exact=True).click()
    chenjing.show("licence")
    address = chenjing.main.get_by_role("link", name="下载 PDF").get_attribute("href")
    printed = chenjing.page.request.get(address)
    assert printed.status == 200 and printed.headers["content-type"] == "application/pdf"
    assert printed.body().startswith(b"%PDF-")
    stranger.go(chenjing.main.get_by_role("link", name="核验真伪").get_attribute("href"))
    expect(stranger.main).to_contain_text("有效")
    expect(stranger.main).to_contain_text(LICENCE)
    stranger.show("verify")


def organ_row(chenjing, organ):
    return chenjing.main.locator(".case-side .organ", has_text=ORGANS[organ])


def test_a_refusal_gives_reasons_remedies_and_what_it_means_for_the_rest(member, tmp_path):
    chenjing = member("chenjing")
    number, children = apply(chenjing, tmp_path)
    for organ in ORGANS:
        officer = member(f"officer-{organ}")
        officer.open(number)
        officer.finish("材料齐全")
    everybody_reviews(member, children)
    for organ in ["scjg", "xfjy"]:
        officer = member(f"officer-{organ}")
        officer.open(children[organ])
        officer.finish("符合要求")
    reason = "隔油池容积不足，不符合排水许可条件。"
    for organ in ["scjg", "zjj", "xfjy"]:
        head = member(f"head-{organ}")
        head.open(children[organ])
        head.finish("不予", reason) if organ == "zjj" else head.finish("准予")
    chenjing.go(f"/cases/{number}")
    expect(chenjing.main).to_contain_text("「污水排入排水管网许可」未办成；其余事项的决定和证照仍然有效。")
    expect(organ_row(chenjing, "zjj")).to_contain_text("不予")
    chenjing.show("progress-refused")
    chenjing.go(f"/cases/{children['zjj']}")
    expect(chenjing.main).to_contain_text(reason)
    chenjing.main.locator(".documents").get_by_role("link", name=re.compile("不予")).first.click()
    for words in [reason, "行政复议", "行政诉讼"]:
        expect(chenjing.main).to_contain_text(words)
    chenjing.show("refusal")
