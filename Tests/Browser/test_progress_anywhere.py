"""Progress anywhere: a receipt that is scanned, a calendar that is subscribed to, and a family that follows."""

import re

from icalendar import Calendar
from playwright.sync_api import expect

from visitor import PHONE, day


def first_number(visitor) -> str:
    """The number of the newest case under 我的办件."""
    visitor.go("/my/cases")
    return re.search(r"\d{21}", visitor.main.inner_text()).group()


def test_the_code_of_a_receipt_is_scanned_and_stays_out_of_the_address(member, arrive):
    # Her cases are her own: what a mandate lets others see may end in another story.
    liang = member("liangxiuying")
    number = first_number(liang)
    liang.go(f"/cases/{number}/receipt")
    expect(liang.main.get_by_role("img", name="查进度的二维码")).to_be_visible()
    liang.show("receipt-with-code")
    code = liang.main.locator("dt:has-text('查询码') + dd").inner_text().replace(" ", "")

    stranger = arrive(PHONE)
    asked = []
    stranger.page.on("request", lambda request: asked.append(request.url))
    stranger.page.on("request", lambda request: asked.append(request.headers.get("referer", "")))
    stranger.go(f"/progress#{number}-{code}")
    expect(stranger.page.locator("h2", has_text="经过")).to_be_visible()
    assert stranger.page.url.endswith("/progress")
    assert not [address for address in asked if code in address]
    stranger.show("progress-scanned")


def test_a_code_that_is_scanned_without_javascript_asks_for_both(arrive):
    plain = arrive(PHONE, without_script=True)
    assert plain.go("/progress#441202202611210001230-7K3M9QXA2CDE8FGH") == 200
    expect(plain.main.get_by_label("办件编号")).to_be_visible()


def test_another_program_reads_the_calendar_of_a_matter(member):
    liang = member("liangxiuying")
    number = first_number(liang)
    answer = liang.page.context.request.get(f"/cases/{number}/calendar.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert all(len(line) <= 75 for line in answer.body().split(b"\r\n")), "RFC 5545 folds lines at 75 octets"
    calendar = Calendar.from_ical(answer.body())
    assert not calendar.errors
    events = list(calendar.walk("VEVENT"))
    assert events, "a matter that is under way has a day to remember"
    assert len({event["UID"] for event in events}) == len(events)
    for event in events:
        assert not event.errors and event.start and int(event["SEQUENCE"]) >= 0
        assert number[-4:] in f"{event['SUMMARY']} {event.get('DESCRIPTION', '')}"
        assert number not in answer.text(), "the whole number and the name stay at home"


def test_zhang_wei_follows_old_liang_and_gives_it_up(member):
    liang, zhang = member("liangxiuying"), member("zhangwei", PHONE)
    liang.go("/my/cases")
    liang.follow("亲友关注")
    liang.show("follows-given")
    zhang.go("/my/follows")
    zhang.show("follows-received")
    zhang.follow("梁秀英的进度")
    zhang.show("followed-list")
    zhang.main.locator("table a").first.click()
    expect(zhang.page.locator("h2", has_text="经过")).to_be_visible()
    zhang.show("followed-case")
    address = zhang.page.url

    liang.go("/my/follows/new")
    liang.prove()
    liang.press("发出邀请")
    liang.show("follow-errors")
    expect(liang.main.get_by_role("alert").first).to_contain_text("请填写对方的姓名")
    liang.main.locator("input[name=name]").fill("刘雨欣")
    liang.main.locator("input[name=identity]").fill("441299199602291180")
    liang.answer("对方是您的", "其他亲属")
    liang.main.locator("input[name=until]").fill(day(30))
    liang.press("发出邀请")
    expect(liang.main.get_by_role("row").filter(has_text="刘雨欣")).to_contain_text("等对方同意")

    liu = member("liuyuxin")
    liu.go("/my/messages")
    expect(liu.main).to_contain_text("梁秀英请您关注本人的全部办件的办理进度")
    liu.go("/my/follows")
    liu.press("拒绝")
    expect(liu.main.get_by_text("已拒绝")).to_be_visible()

    row = liang.main.get_by_role("row").filter(has_text="张伟")
    row.get_by_role("button", name="结束", exact=True).click()
    expect(liang.main.get_by_role("row").filter(has_text="张伟")).to_contain_text("已结束")
    assert zhang.go(address) == 404


def test_a_calendar_is_subscribed_to_and_withdrawn(member, arrive):
    zhang = member("zhangwei")
    zhang.go("/my/calendars")
    zhang.press("生成地址")
    zhang.show("calendar-address")
    address = zhang.main.get_by_role("status").locator(".code").inner_text()
    path = "/" + address.split("/", 3)[3]
    stranger = arrive()
    file = stranger.page.request.get(path)
    assert file.ok and file.text().startswith("BEGIN:VCALENDAR\r\n")
    zhang.go("/my/calendars")
    zhang.show("calendars")
    zhang.press("停用")
    assert stranger.page.request.get(path).status == 404
