"""What officers do with a step besides finishing it: have others sign, send back, urge; and the applicant urges too."""

import re

from playwright.sync_api import expect

from officer import WORK
from restaurant import apply


def test_a_colleague_signs_the_head_sends_back_and_chenjing_urges(member, tmp_path):
    chenjing = member("chenjing")
    number, children = apply(chenjing, tmp_path)
    for organ in ["scjg", "wsjk", "zjj", "xfjy"]:
        officer = member(f"officer-{organ}")
        officer.open(number)
        officer.finish("材料齐全")
    case = children["scjg"]
    a_colleague_is_asked_to_sign_first(member, case)
    the_head_and_chenjing_urge(member, chenjing, number, case)
    the_colleague_and_the_officer_sign(member, case)
    the_head_sends_it_back(member, case)
    everything_is_told(member, case)


def unfold(officer, action):
    """Opens the form of an action and returns it."""
    officer.page.locator("#work summary", has_text=re.compile(f"^{action}$")).click()
    return officer.page.locator("#work details", has=officer.page.get_by_role("button", name=action, exact=True)).last


def a_colleague_is_asked_to_sign_first(member, case):
    li_min = member("officer-scjg")
    li_min.open(case)
    form = unfold(li_min, "请同事加签")
    form.get_by_label("周强（经办人员）", exact=True).check()
    form.get_by_label("前加签", exact=True).check()
    form.get_by_role("button").click()
    expect(li_min.main.get_by_role("alert")).to_contain_text("请写明请对方办什么。")
    li_min.show("signers-refused")
    form.locator("textarea").fill("请核对食品处理区面积")
    form.get_by_role("button").click()
    expect(li_min.main).to_contain_text("已请同事加签。")
    expect(li_min.page.locator("#work")).to_contain_text("等前面的人先签")
    expect(li_min.page.locator(WORK)).to_have_count(0)
    li_min.show("case-parked")


def the_head_and_chenjing_urge(member, chenjing, number, case):
    head = member("head-scjg")
    head.open(case)
    form = unfold(head, "催办")
    form.locator("textarea").fill("请今天办完")
    form.get_by_role("button").click()
    expect(head.main).to_contain_text("已催办，办理人会收到消息。")
    expect(head.page.locator("#work")).to_contain_text("已催办 1 次")
    head.show("case-urged")
    chenjing.go(f"/cases/{number}")
    chenjing.press("催办")
    expect(chenjing.main).to_contain_text("已催办，正在办理的人员会收到消息。")
    expect(chenjing.main.get_by_role("button", name="催办", exact=True)).to_have_count(0)
    chenjing.show("progress-urged")


def the_colleague_and_the_officer_sign(member, case):
    colleague = member("officer-scjg-2")
    colleague.open_from_desk(case)
    expect(colleague.page.locator("#work")).to_contain_text("请核对食品处理区面积")
    expect(colleague.page.locator("#work")).to_contain_text("已催办 2 次")
    colleague.show("case-signer")
    colleague.finish("建议准予", "面积属实。")
    li_min = member("officer-scjg")
    li_min.open(case)
    li_min.finish("建议准予")
    li_min.open(case)
    li_min.finish("符合要求")


def the_head_sends_it_back(member, case):
    head = member("head-scjg")
    head.open(case)
    form = unfold(head, "退回")
    form.get_by_label("审查", exact=True).check()
    form.locator("textarea").fill("请写明处理区面积")
    head.show("case-return")
    form.get_by_role("button").click()
    expect(head.main).to_contain_text("已退回，由原来的办理人重新办理。")


def everything_is_told(member, case):
    li_min = member("officer-scjg")
    li_min.open_from_desk(case)
    for turn in [
        "李敏就「审查」请周强前加签：请核对食品处理区面积",
        "王建华第 1 次催办「审查（加签）」：请今天办完",
        "陈静第 2 次催办「审查（加签）」",
        "王建华将「决定」退回到「审查」：请写明处理区面积",
        "（已撤销，重新办理）",
    ]:
        expect(li_min.main).to_contain_text(turn)
    li_min.page.locator("#work summary", has_text=re.compile("^更多$")).click()
    li_min.show("case-again")


def test_a_step_stands_still_is_delegated_and_the_head_jumps_and_terminates(member, tmp_path):
    chenjing = member("chenjing")
    number, children = apply(chenjing, tmp_path)
    for organ in ["scjg", "wsjk", "zjj", "xfjy"]:
        officer = member(f"officer-{organ}")
        officer.open(number)
        officer.finish("材料齐全")
    case = children["scjg"]
    the_review_stands_still_and_goes_on(member, case)
    the_colleague_does_it_and_gives_it_back(member, case)
    a_review_is_taken_back(member, case)
    the_head_jumps_back_to_the_review(member, case)
    the_head_terminates_and_chenjing_reads_why(member, chenjing, case)


def act(officer, case, action, words, *choices):
    """Opens a case and sends the form of one action."""
    officer.open(case)
    more = officer.page.locator("#work summary", has_text=re.compile("^更多$"))
    if not officer.page.locator("#work summary", has_text=re.compile(f"^{action}$")).is_visible():
        more.click()
    form = unfold(officer, action)
    for choice in choices:
        form.get_by_label(choice, exact=True).check()
    if words:
        form.locator("textarea").fill(words)
    form.get_by_role("button").click()


def the_review_stands_still_and_goes_on(member, case):
    li_min, head = member("officer-scjg"), member("head-scjg")
    act(li_min, case, "挂起这一步", "等住建局的排水图")
    expect(li_min.main).to_contain_text("已挂起，法定时限照常计算。")
    expect(li_min.page.locator(WORK)).to_have_count(0)
    li_min.show("case-still")
    act(head, case, "恢复这一步", None)
    expect(head.main).to_contain_text("已恢复，可以继续办理。")


def the_colleague_does_it_and_gives_it_back(member, case):
    li_min, colleague = member("officer-scjg"), member("officer-scjg-2")
    act(li_min, case, "委托同事办理", "外出培训", "周强（经办人员）")
    expect(li_min.main).to_contain_text("已委托，同事办完会交回给您。")
    colleague.open(case)
    expect(colleague.page.locator("#work")).to_contain_text("李敏委托您办理这一步。")
    expect(colleague.page.locator(WORK)).to_have_count(0)
    colleague.show("case-delegated")
    colleague.page.locator("#work").get_by_label("办理的情况", exact=True).fill("面积属实")
    colleague.press("交回委托人")
    expect(colleague.main).to_contain_text("已交回，由委托人办结。")


def a_review_is_taken_back(member, case):
    li_min = member("officer-scjg")
    li_min.open(case)
    li_min.finish("建议准予")
    act(li_min, case, "撤回重办", None)
    expect(li_min.main).to_contain_text("已撤回，请重新办理。")
    li_min.finish("建议准予")
    li_min.open(case)
    li_min.finish("符合要求")


def the_head_jumps_back_to_the_review(member, case):
    head = member("head-scjg")
    act(head, case, "跳转到其他环节", "材料有 <b>新情况</b>", "审查")
    expect(head.main).to_contain_text("已跳转，原因已写入办理经过。")
    expect(head.main).to_contain_text("王建华将「决定」跳转到「审查」：材料有 <b>新情况</b>")
    head.show("case-jumped")


def the_head_terminates_and_chenjing_reads_why(member, chenjing, case):
    head = member("head-scjg")
    act(head, case, "终止办理", " ")
    expect(head.main.get_by_role("alert")).to_contain_text("请写明终止办理的理由")
    head.show("case-termination-refused")
    act(head, case, "终止办理", "场所已经退租。")
    expect(head.main).to_contain_text("已终止办理，申请人会收到通知书。")
    head.show("case-terminated")
    chenjing.go(f"/cases/{case}")
    expect(chenjing.main).to_contain_text("已终止办理。理由：场所已经退租。")
    expect(chenjing.main.get_by_role("link", name="终止办理通知书", exact=True)).to_be_visible()
    chenjing.show("progress-terminated")
