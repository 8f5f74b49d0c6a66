"""A machine in a public hall: large, with few things to press, and patient when the network breaks."""

import re

import pytest
from applicant import Applicant
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
