"""Hearings: announced, registered for, drawn so that anybody can make the draw again, recorded while people read along."""

import csv
import hashlib
import io

from visitor import DESK, PHONE, day


def test_a_hearing_is_prepared_and_announced(member):
    writer = member("officer-jtj")
    writer.go("/desk/hearings")
    writer.follow("筹备一场听证会")
    writer.press("保存")
    writer.show("hearing-errors")
    writer.answer("听证什么", "调整公交线路票价听证会")
    writer.answer("要决定的事项和方案", "公交票价由 1 元调为 2 元，老人和学生不变。")
    writer.answer("地点", "区政务服务中心三楼")
    writer.answer("举行日期", day(20))
    writer.answer("几点开始", "09:30")
    writer.answer("报名截止日期", day(10))
    writer.page.get_by_label("消费者名额").fill("5")
    writer.press("保存")
    writer.show("hearing-draft")
    address = writer.page.url
    head = member("head-jtj")
    head.page.goto(address)
    head.press("公告")
    assert "听证会要提前 30 天公告" in head.main.inner_text()
    writer.page.goto(address)
    writer.page.get_by_label("举行日期").fill(day(40))
    writer.press("保存")
    head.page.goto(address)
    head.press("公告")
    head.show("hearing-announced")


def test_a_citizen_registers(member, arrive):
    stranger = arrive(PHONE)
    stranger.go("/hearings")
    stranger.follow("调整管道燃气销售价格听证会")
    stranger.show("hearing-coming")
    address = stranger.page.url
    citizen = member("zhouting", PHONE)
    citizen.page.goto(address)
    citizen.press("报名")
    citizen.show("hearing-registration-errors")
    citizen.page.get_by_label("消费者", exact=True).check()
    citizen.page.get_by_label("您的主要观点").fill("希望低保家庭的优惠写进决定。")
    citizen.press("报名")
    assert "您已报名：消费者" in citizen.main.inner_text()
    citizen.show("hearing-registered")


def test_the_record_is_read_while_it_is_written(member, arrive):
    reader = arrive(PHONE)
    reader.go("/hearings")
    reader.follow("端州区老旧小区加装电梯补助办法听证会")
    reader.follow("看文字直播，向会场提问")
    reader.show("hearing-live")
    clerk = member("officer-zjj")
    clerk.go("/desk/hearings")
    clerk.follow("端州区老旧小区加装电梯补助办法听证会")
    clerk.page.get_by_label("谁说的").fill("区住房城乡建设局")
    clerk.main.get_by_label("内容").fill("开工时先付四成，验收以后付清。")
    clerk.press("记下，立即公开")
    clerk.show("hearing-clerk")
    clerk.follow("报名人的观点")
    clerk.show("hearing-views")
    reader.main.get_by_text("开工时先付四成").wait_for()
    citizen = member("liuyuxin", PHONE)
    citizen.page.goto(reader.page.url)
    citizen.page.get_by_label("向会场提问").fill("一楼住户反对的怎么办？")
    citizen.press("提问")
    citizen.main.get_by_text("一楼住户反对的怎么办？").wait_for()
    reader.main.get_by_text("一楼住户反对的怎么办？").wait_for()


def test_anybody_makes_the_draw_again(arrive):
    for width in (PHONE, DESK):
        visitor = arrive(width)
        visitor.go("/hearings")
        visitor.follow("调整区属公园停车收费听证会")
        assert "采纳第 3 条" in visitor.main.inner_text()
        visitor.show("hearing-decided")
        visitor.main.get_by_text("怎样重算抽签").click()
        codes = visitor.main.locator("code").all_inner_texts()
        seed, digest = codes[0], codes[1]
        assert hashlib.sha256(seed.encode()).hexdigest() == digest
        address = visitor.main.get_by_role("link", name="下载全部报名号和签号（CSV）").get_attribute("href")
        answer = visitor.page.request.get(address)
        rows = list(csv.reader(io.StringIO(answer.body().decode("utf-8-sig"))))[1:]
        for role, number, lot, _, _ in rows:
            assert hashlib.sha256(f"{seed}:{role}:{number}".encode()).hexdigest() == lot.strip()
        for role in {row[0] for row in rows}:
            lots = [row[2] for row in rows if row[0] == role]
            assert lots == sorted(lots)
        visitor.follow("听证笔录")
        visitor.show("hearing-record")
