"""A machine in a public hall: 张伟 applies through a break of the network, files once, and leaves nothing behind."""

import re

import papers
import pytest
from applicant import Applicant
from playwright.sync_api import expect


@pytest.fixture
def kiosk(arrive):
    machine = arrive(kind=Applicant)
    machine.go("/kiosk")
    return machine


def sign_in(kiosk, phone):
    """With a yes on the telephone."""
    kiosk.go("/kiosk/sign-in")
    kiosk.press("获取登录码")
    code = kiosk.main.locator(".secret").inner_text()
    phone.go(f"/kiosk/confirmations/{code}")
    phone.press("确认登录")
    kiosk.press("开始办事")


def test_the_first_page_and_the_progress_are_large_and_whole(kiosk):
    kiosk.show("kiosk-home")
    assert kiosk.main.locator(".tiles a").count() <= 6
    for tile in kiosk.main.locator(".tiles a").all():
        assert tile.bounding_box()["height"] >= 64
    kiosk.main.locator(".tiles a", has_text="查进度").click()
    expect(kiosk.page).to_have_url(re.compile("/progress$"))
    kiosk.show("kiosk-progress")
    kiosk.press("查询")
    expect(kiosk.main.get_by_role("alert").first).to_contain_text("请填写回执上的 21 位办件编号")


def test_what_was_typed_goes_through_a_break_of_the_network(kiosk):
    kiosk.go("/progress")
    kiosk.answer("办件编号", "441202202611210001230")
    kiosk.page.context.set_offline(True)
    kiosk.press("查询")
    expect(kiosk.page.get_by_role("status")).to_contain_text("网络中断，您填写的内容都在")
    kiosk.complaints.clear()
    kiosk.screenshot("kiosk-broken")
    expect(kiosk.main.get_by_label("办件编号", exact=True)).to_have_value("441202202611210001230")
    kiosk.page.context.set_offline(False)
    expect(kiosk.main.get_by_role("alert").first).to_contain_text("请填写回执上的查询码")
    expect(kiosk.main.get_by_label("办件编号", exact=True)).to_have_value("441202202611210001230")
    expect(kiosk.page.get_by_role("status")).to_be_empty()


def test_an_application_is_filed_once_although_its_answer_was_lost(kiosk, member, tmp_path):
    sign_in(kiosk, member("luojiaming"))
    kiosk.go("/services")
    kiosk.main.locator("input[name=q]").fill("结婚")
    kiosk.page.keyboard.press("Enter")
    kiosk.follow("结婚登记")
    kiosk.press("开始办理")
    kiosk.answer_page({"申请人婚姻状况": "未婚"})
    kiosk.answer_page(
        {
            "另一方姓名": "李晓梅",
            "另一方身份证号码": "441299198511152041",
            "另一方电话": "13800005678",
            "另一方婚姻状况": "未婚",
        }
    )
    kiosk.answer_page({"声明和承诺": "双方自愿结婚，均无配偶，没有法律禁止结婚的亲属关系，声明内容真实"})
    kiosk.upload("双方近期半身免冠合影照片", papers.png(tmp_path / "合影.png"))
    kiosk.follow("下一步：核对")
    lost = []

    def lose_the_first_answer(route):
        if not lost:
            lost.append(route.request.url)
            route.fetch(max_redirects=0)
            route.abort()
        else:
            route.continue_()

    kiosk.page.route("**/submission", lose_the_first_answer)
    number = kiosk.hand_in()
    assert lost
    kiosk.complaints.clear()
    kiosk.show("kiosk-receipt")
    kiosk.go("/my/cases")
    assert kiosk.main.inner_text().count("结婚登记") == 1
    assert number in kiosk.main.inner_text()

    kiosk.page.get_by_role("link", name="办完了，结束").click()
    kiosk.show("kiosk-end")
    kiosk.press("结束")
    expect(kiosk.page.locator("h1")).to_have_text("您要办什么？")
    kiosk.page.go_back()
    kiosk.go("/my/cases")
    expect(kiosk.page).to_have_url(re.compile("/sign-in"))


def test_it_ends_by_itself_when_nobody_is_there(kiosk, member):
    sign_in(kiosk, member("liangxiuying"))
    kiosk.page.clock.install()
    kiosk.go("/my/cases")
    kiosk.page.clock.run_for(95_000)
    expect(kiosk.page.get_by_role("status")).to_contain_text("没有人操作")
    kiosk.page.clock.run_for(20_000)
    expect(kiosk.page.locator("h1")).to_have_text("您要办什么？")
    kiosk.go("/my/cases")
    expect(kiosk.page).to_have_url(re.compile("/sign-in"))
