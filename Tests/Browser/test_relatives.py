"""Acting for a relative: asked for, agreed to, used, and ended by either side."""

import re

from playwright.sync_api import expect

import papers
from visitor import DESK, PHONE

MOTHER = "441299194110030029"


def test_a_son_acts_for_his_mother_once_she_agrees_and_no_longer_than_she_likes(member, tmp_path):
    son, mother = member("zhangwei", PHONE), member("liangxiuying", DESK)
    page = son.page
    page.goto("/my/relatives/new")
    son.prove()
    page.get_by_role("button", name="提出请求").click()
    for wrong in ["请填写对方的姓名", "身份证号码不对", "请选择办事人是对方的什么人"]:
        expect(son.main.get_by_role("alert").first).to_contain_text(wrong)
    son.show("relatives-errors")
    page.get_by_label("对方姓名").fill("梁秀英")
    page.get_by_label("对方身份证号码").fill(MOTHER)
    page.get_by_label("子女", exact=True).check()
    page.get_by_role("button", name="提出请求").click()
    page.get_by_text("等对方同意").wait_for()
    son.show("relatives-asked")
    assert page.get_by_role("link", name="梁秀英的办件和消息").count() == 0

    mother.page.goto("/my/relatives")
    mother.page.get_by_text("等您同意").wait_for()
    mother.show("relatives-agree")
    mother.press_proved("同意", "/my/relatives")
    mother.page.get_by_text("有效", exact=True).wait_for()

    page.goto("/my/relatives")
    page.get_by_role("link", name="梁秀英的办件和消息").click()
    son.show("relative-matters")
    address = page.url
    number = he_files_for_her(son, tmp_path)
    mother.go(f"/cases/{number}")
    expect(mother.main).to_contain_text("张伟")
    mother.show("relative-filed-for-me")

    mother.go("/my/relatives")
    mother.page.get_by_role("button", name="收回").click()
    mother.page.get_by_text("已结束").first.wait_for()
    assert page.goto(address).status == 404


def he_files_for_her(son, folder):
    """The old-age allowance, in her name: what is known of her is filled in, and who filed it is written down."""
    son.go("/services/old-age-allowance")
    son.answer("以谁的名义办理", "梁秀英")
    son.show("relative-guide")
    son.press("开始办理")
    expect(son.main.get_by_label("老年人姓名", exact=True)).to_have_value("梁秀英")
    son.show("relative-application")
    son.answer_page({})
    son.answer_page({"开户银行": "肇庆农村商业银行", "银行账号或社会保障卡号": "6210000000000000001"})
    son.answer_page({})
    son.upload("银行存折或者社会保障卡", papers.pdf(folder / "存折.pdf"))
    son.follow("下一步：核对")
    expect(son.main).to_contain_text("梁秀英")
    number = son.hand_in()
    son.show("relative-receipt")
    assert re.fullmatch(r"\d{21}", number)
    return number


def test_a_guardian_of_the_demo_finds_the_child_in_the_guide(member):
    father = member("luojiaming")
    father.go("/my/relatives")
    expect(father.main.get_by_role("link", name="罗子涵的办件和消息")).to_be_visible()
    father.show("relatives-guardian")


def test_a_stranger_does_not_learn_who_is_registered(member):
    stranger = member("luojiaming")
    page = stranger.page
    page.goto("/my/relatives/new")
    stranger.prove()
    page.get_by_label("对方姓名").fill("王没有")
    page.get_by_label("对方身份证号码").fill(MOTHER)
    page.get_by_label("父母", exact=True).check()
    page.get_by_role("button", name="提出请求").click()
    assert page.get_by_text("等对方同意").count() == 0
    assert "梁秀英" not in page.inner_text("main")


def test_a_clerk_records_a_guardian_and_looks_at_what_is_recorded(member):
    clerk = member("clerk")
    page = clerk.page
    page.goto("/desk/relatives")
    clerk.prove()
    page.get_by_role("button", name="核对无误，登记").click()
    clerk.show("relatives-desk-errors")
    page.get_by_label("被代办人的身份证号码").fill(MOTHER)
    page.get_by_role("button", name="查询").click()
    clerk.show("relatives-desk")
