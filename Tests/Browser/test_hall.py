"""The administrative hall: booked at home, a ticket at the machine, called on the television, served at the window."""

import re

from playwright.sync_api import expect

HALL = "24 小时政务服务区"


def hall_of(visitor) -> str:
    """The address of the hall that is open day and night."""
    visitor.go("/halls")
    return visitor.main.get_by_role("link", name=HALL).get_attribute("href")


def test_a_ticket_is_taken_called_and_served(arrive, member):
    machine, television, clerk = arrive(), arrive(), member("window-2")
    hall = hall_of(machine)
    machine.go(f"{hall}/kiosk")
    machine.show("hall-kiosk")
    machine.main.get_by_role("link", name=re.compile("^个人事务")).click()
    machine.show("hall-kiosk-form")
    machine.main.get_by_label("身份证号码").fill("4412")
    machine.press("取号")
    expect(machine.main.get_by_text("身份证号码不对").first).to_be_visible()
    machine.show("hall-kiosk-errors")
    machine.main.get_by_label("身份证号码").fill("441299194110030029")
    machine.press("取号")
    number = machine.main.locator(".ticket-number").inner_text()
    expect(machine.main.get_by_role("button", name="打印小票")).to_be_visible()
    machine.show("hall-ticket")
    ticket = machine.page.url.split("?")[0]

    television.go(f"{hall}/screen")
    television.show("hall-screen-empty")
    clerk.go(f"/desk{hall}")
    clerk.show("hall-desk")
    clerk.main.get_by_role("link", name="3 号窗口").click()
    window = clerk.page.url
    clerk.press("开始值守")
    clerk.show("hall-window")
    called = ""
    while called != number:
        clerk.press("叫下一位")
        called = clerk.main.locator(".ticket-number").inner_text()
        clerk.show("hall-window-called")
        # Told over the stream, without anybody touching the television.
        expect(television.page.locator(".calling-now").get_by_text(called)).to_be_visible(timeout=5_000)
        television.show("hall-screen")
        clerk.press("开始办理")
        if called != number:
            clerk.press("办结")
            expect(clerk.main.get_by_text("已办结")).to_be_visible()
    machine.page.goto(ticket)
    expect(machine.main.get_by_text("正在 3 号窗口办理。")).to_be_visible()
    clerk.show("hall-window-serving")
    clerk.press("到窗口代办（身份已登记）")
    expect(clerk.main.get_by_text("梁**")).to_be_visible()
    clerk.show("hall-to-counter")
    clerk.press("继续")
    expect(clerk.main.get_by_role("heading", name="选择事项")).to_be_visible()
    clerk.page.goto(window)
    tablet = arrive()
    tablet.go(f"/rate/windows/{re.search('windows/([0-9]+)', window).group(1)}")
    expect(tablet.main.get_by_role("heading")).to_have_text("欢迎您")
    tablet.screenshot("hall-faces-idle")
    clerk.press("办结")
    # The tablet asks by itself.
    expect(tablet.main.get_by_role("heading")).to_have_text(f"{number} 号，这次服务您满意吗？", timeout=8_000)
    tablet.show("hall-faces")
    for face in tablet.main.locator(".face").all():
        assert face.bounding_box()["height"] >= 96
    tablet.press("满意")
    expect(tablet.main.get_by_role("heading")).to_have_text("谢谢您的评价")
    tablet.screenshot("hall-faces-thanks")
    expect(tablet.main.get_by_role("heading")).to_have_text("欢迎您", timeout=8_000)
    clerk.press("结束值守")


def test_the_television_refreshes_without_javascript(arrive):
    television = arrive(without_script=True)
    television.go(f"{hall_of(television)}/screen")
    assert television.page.locator("meta[http-equiv=refresh]").get_attribute("content") == "10"
    expect(television.main.get_by_role("heading", name="等候人数")).to_be_visible()


def test_an_appointment_is_made_used_and_another_given_up(arrive, member):
    resident = arrive()
    resident.sign_in("liuyuxin")
    hall = hall_of(resident)
    resident.show("halls")
    resident.go(hall)
    resident.show("hall")
    resident.follow("预约办理时间")
    resident.show("hall-booking")
    resident.main.get_by_role("link", name=re.compile("^企业和个体工商户")).click()
    resident.main.locator(".slots").first.get_by_role("link").last.click()
    resident.show("hall-slots")
    resident.main.get_by_role("button", name=re.compile("^15:00")).click()
    expect(resident.main.get_by_text("预约成功")).to_be_visible()
    resident.show("hall-mine")
    code = resident.main.locator(".secret").first.inner_text()

    machine = arrive()
    machine.go(f"{hall}/kiosk?appointment=1")
    machine.main.get_by_label("预约码").fill(code)
    machine.press("取号")
    expect(machine.main.get_by_text("请当天来取号").first).to_be_visible()
    machine.show("hall-kiosk-appointment")

    resident.press("取消预约")
    expect(resident.main.get_by_text("预约已取消")).to_be_visible()
    clerk = member("clerk")
    clerk.go(f"/desk{hall}/appointments")
    clerk.show("hall-appointments")


def test_the_hall_in_figures_and_its_setup(member):
    clerk, admin = member("clerk"), member("sysadmin")
    clerk.go("/desk/halls")
    clerk.show("hall-list")
    clerk.main.get_by_role("link", name=re.compile("数据.*端州区")).click()
    for _ in range(14):
        if clerk.main.locator("table").count():
            break
        clerk.follow("前一天")
    clerk.show("hall-figures")
    with clerk.page.expect_download() as download:
        clerk.follow("下载表格（CSV）")
    assert download.value.suggested_filename.endswith(".csv")
    admin.go("/desk/halls")
    admin.main.get_by_role("link", name=re.compile("设置.*端州区")).click()
    admin.show("hall-setup")
    admin.main.get_by_label("满多少周岁优先（按出生年份）").fill("20")
    admin.press("保存排队和优先的规则")
    expect(admin.main.get_by_text("应为 50 到 100 的整数").first).to_be_visible()
    admin.show("hall-setup-errors")


def test_an_original_goes_from_hand_to_hand(member):
    clerk, officer = member("clerk"), member("officer-scjg")
    officer.go("/desk/cases")
    number = officer.main.locator("tbody th a").first.get_attribute("href").split("/")[-1]
    officer.go("/desk/papers")
    officer.press("收下")
    expect(officer.main.get_by_text("请写明是什么原件").first).to_be_visible()
    officer.show("papers-errors")
    officer.main.get_by_label("办件编号", exact=True).fill(number)
    officer.main.get_by_label("什么原件，几份").fill("房屋租赁合同原件 1 份")
    officer.press("收下")
    paper = officer.page.url
    officer.main.get_by_label("交给哪个部门").select_option(value="zwfw")
    officer.press("交出")
    expect(officer.main.get_by_text("等待签收")).to_be_visible()
    officer.show("paper")

    clerk.go("/desk/papers")
    clerk.show("papers")
    clerk.page.goto(paper)
    clerk.press("签收")
    expect(clerk.main.get_by_role("table", name="交接回执")).to_be_visible()
    clerk.show("paper-signed")


def test_a_result_is_sent_and_its_applicant_knows_under_which_number(arrive, member):
    applicant, head = arrive(), member("head-scjg")
    applicant.sign_in("zhouting")
    applicant.go("/my/cases")
    row = applicant.main.locator("tr", has_text="食品经营许可")
    number = row.locator("a[href^='/cases/']").first.get_attribute("href").split("/")[2].split("?")[0]
    tracking = f"98{number[-11:]}"
    head.go("/desk/papers")
    head.main.get_by_label("寄出结果的办件编号").fill(number)
    head.main.get_by_label("快递公司").fill("邮政速递")
    head.main.get_by_label("快递单号").fill(tracking)
    head.press("登记")
    expect(head.main.get_by_text("已登记，申请人会收到快递单号")).to_be_visible()
    head.show("papers-sent")
    applicant.go(f"/cases/{number}")
    expect(applicant.main.get_by_text(tracking).first).to_be_visible()
