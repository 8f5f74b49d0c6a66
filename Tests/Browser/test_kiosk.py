"""A machine in a public hall: large, with few things to press, and patient when the network breaks."""

import re

import pytest
from answers import answer_all
from applicant import NEXT, Applicant
from playwright.sync_api import expect


@pytest.fixture
def kiosk(arrive):
    machine = arrive(kind=Applicant)
    machine.go("/kiosk")
    return machine


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


SERVICE = "/services/social-insurance-registration"


@pytest.fixture
def zhangwei(arrive):
    """张伟 at the machine, signed in."""
    person = arrive(kind=Applicant)
    person.go("/kiosk")
    person.sign_in("zhangwei")
    expect(person.page.locator("header").first).to_contain_text("张伟")
    return person


def test_answers_go_through_two_minutes_without_network(zhangwei):
    zhangwei.page.clock.install()
    fill_in(zhangwei)
    zhangwei.go(first_page(zhangwei))
    field = zhangwei.main.locator("form.form input.input:not([readonly])").first
    name = field.get_attribute("name")
    typed = field.input_value()
    zhangwei.page.context.set_offline(True)
    zhangwei.press(NEXT)
    expect(state(zhangwei)).to_contain_text("网络中断，您填写的内容都在")
    zhangwei.page.clock.run_for(120_000)
    expect(state(zhangwei)).to_contain_text("已等 12")
    expect(zhangwei.main.locator(f'[name="{name}"]')).to_have_value(typed)
    # A link of the page does not take away what is on its way.
    zhangwei.page.locator(".kiosk-bar a", has_text="首页").click()
    heading = zhangwei.page.locator("h1").inner_text()
    zhangwei.complaints.clear()
    zhangwei.page.context.set_offline(False)
    zhangwei.page.clock.run_for(5_000)
    expect(zhangwei.page.locator("h1")).not_to_have_text(heading)
    expect(zhangwei.page).not_to_have_url(re.compile("/kiosk$"))


def test_an_application_whose_answer_was_lost_is_filed_once(zhangwei):
    fill_in(zhangwei)
    answers = []

    def lose_the_first(route):
        answers.append(route.fetch(max_redirects=0).headers.get("location"))
        route.abort() if len(answers) == 1 else route.continue_()

    zhangwei.page.route(re.compile("/submission$"), lose_the_first)
    number = zhangwei.hand_in()
    assert answers[0].endswith(f"/cases/{number}/receipt")
    assert set(answers) == {answers[0]}
    zhangwei.complaints.clear()


def test_an_idle_machine_warns_goes_on_when_told_and_then_keeps_nothing(zhangwei):
    page = zhangwei.page
    page.clock.install()
    zhangwei.go("/progress")
    zhangwei.answer("办件编号", "441202202611210001230")
    page.clock.run_for(95_000)
    expect(state(zhangwei)).to_contain_text("没有人操作")
    zhangwei.screenshot("kiosk-idle")
    page.locator(".kiosk-bar").get_by_role("button", name="继续办事").click()
    expect(state(zhangwei)).to_be_empty()
    page.clock.run_for(80_000)
    expect(zhangwei.main.get_by_label("办件编号", exact=True)).to_have_value("441202202611210001230")
    page.clock.run_for(40_000)
    expect(page).to_have_url(re.compile("/kiosk$"))
    assert "minben_session" not in [cookie["name"] for cookie in page.context.cookies()]
    # One step back is the page that ends a visit and leads on by itself: whoever wants to see more goes past it.
    for steps in (2, 1, 1):
        with page.expect_navigation():
            page.evaluate(f"history.go(-{steps})")
        # Not the body: the page to sign in names everybody of the sample district.
        expect(page.locator("header").first).not_to_contain_text("张伟")
        field = page.locator("input[name=number]")
        assert field.count() == 0 or field.input_value() == ""


def test_who_leaves_during_a_break_leaves_nothing_on_the_screen(zhangwei):
    page = zhangwei.page
    zhangwei.go("/progress")
    zhangwei.answer("办件编号", "441202202611210001230")
    page.context.set_offline(True)
    zhangwei.press("查询")
    expect(state(zhangwei)).to_contain_text("网络中断")
    page.locator(".kiosk-bar a", has_text="办完了").click()
    expect(zhangwei.main).to_have_text("正在清除……")
    assert "张伟" not in page.locator("body").inner_text()
    page.context.set_offline(False)
    expect(page).to_have_url(re.compile("/kiosk$"))
    zhangwei.complaints.clear()


def state(person):
    """What the machine says at the top."""
    return person.page.locator(".kiosk-bar [data-state]")


def first_page(person):
    """The first questions of the application that is open."""
    return re.sub(r"/(pages/\d+|materials|check).*$", "/pages/1", person.page.url)


def fill_in(person):
    """Answers everything, brings every material, and stands before the last page."""
    person.go(SERVICE)
    person.press("开始办理")
    begun = re.compile("/applications/")
    expect(person.page).to_have_url(begun)
    answer_all(person)
