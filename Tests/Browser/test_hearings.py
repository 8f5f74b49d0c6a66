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


def test_a_hearing_is_cancelled_and_everybody_reads_why(member, arrive):
    writer = member("officer-jtj")
    writer.go("/desk/hearings-new")
    writer.answer("听证什么", "公交夜班线调整听证会")
    writer.answer("要决定的事项和方案", "两条夜班线合并为一条，末班车由 23 时改为 22 时 30 分。")
    writer.answer("地点", "区政务服务中心三楼")
    writer.answer("举行日期", day(40))
    writer.answer("几点开始", "09:30")
    writer.answer("报名截止日期", day(20))
    writer.page.get_by_label("消费者名额").fill("5")
    writer.press("保存")
    address = writer.page.url
    head = member("head-jtj")
    head.page.goto(address)
    head.press("公告")
    head.follow("公开的页面")
    public = head.page.url
    citizen = member("liangxiuying", PHONE)
    citizen.page.goto(public)
    citizen.page.get_by_label("消费者", exact=True).check()
    citizen.page.get_by_label("您的主要观点").fill("末班车太早，下夜班的人回不了家。")
    citizen.press("报名")

    head.page.goto(address)
    head.page.get_by_text("取消听证会", exact=True).first.click()
    head.press("取消听证会")
    assert "请写明取消的理由" in head.main.inner_text()
    head.show("hearing-cancelling-errors")
    head.answer("取消的理由", "夜班线的客流还要再调查，方案撤回。另行公告时请重新报名。")
    head.press("取消听证会")
    assert "已取消" in head.main.inner_text()
    head.show("hearing-cancelled-desk")

    stranger = arrive(PHONE)
    stranger.page.goto(public)
    words = stranger.main.inner_text()
    assert "听证会已取消，不再举行" in words and "夜班线的客流还要再调查" in words
    assert stranger.main.get_by_role("link", name="登录后报名").count() == 0
    stranger.show("hearing-cancelled")
    stranger.go("/hearings")
    stranger.show("hearings-with-cancelled")
    citizen.go("/my/messages")
    assert "公交夜班线调整听证会」已取消" in citizen.main.inner_text()


def test_a_place_is_given_up_and_the_reserve_moves_up(member, arrive):
    stranger = arrive(PHONE)
    stranger.go("/hearings")
    stranger.follow("调整巡游出租汽车运价听证会")
    address = stranger.page.url
    assert "不能到场（出差，电话告知）" in stranger.main.inner_text()
    stranger.show("hearing-drawn")
    people = {}
    for name in ("zhangwei", "liuyuxin", "zhengguodong", "zhouting", "luojiaming", "liangxiuying"):
        people[name] = member(name, PHONE)
        people[name].page.goto(address)
    words = {name: person.main.inner_text() for name, person in people.items()}
    leaving = next(people[name] for name, said in words.items() if "您是参加人" in said)
    first = next(people[name] for name, said in words.items() if "您是递补第 1 位" in said)
    leaving.show("hearing-own-place")
    leaving.main.get_by_text("我不能到场", exact=True).click()
    leaving.press("我不能到场，让给递补的人")
    assert "您不参加这场听证会" in leaving.main.inner_text()
    leaving.show("hearing-place-given-up")
    first.page.reload()
    assert "您是参加人" in first.main.inner_text()
    first.go("/my/messages")
    assert "由您递补" in first.main.inner_text()

    head = member("head-fgj")
    head.go("/desk/hearings")
    head.follow("调整巡游出租汽车运价听证会")
    head.press("登记并递补")
    head.show("hearing-replacement-errors")
    head.page.locator("#f-gone").select_option(index=1)
    head.answer("为什么", "电话告知因病住院")
    head.press("登记并递补")
    assert "不能到场（电话告知因病住院）" in head.main.inner_text()
    head.show("hearing-replaced")


def test_materials_come_as_files(member, arrive):
    writer = member("officer-fgj")
    writer.go("/desk/hearings")
    writer.follow("调整管道燃气销售价格听证会")
    writer.answer("材料名称", "低保家庭优惠办法")
    file = writer.page.locator("#f-material_file")
    file.set_input_files({"name": "办法.pdf", "mimeType": "application/pdf", "buffer": b"MZ no such thing"})
    writer.press("公布材料")
    assert "低保家庭优惠办法" == writer.page.get_by_label("材料名称").input_value()
    writer.show("hearing-material-errors")
    content = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF\n"
    file.set_input_files({"name": "低保家庭优惠办法.pdf", "mimeType": "application/pdf", "buffer": content})
    writer.press("公布材料")
    assert "附 低保家庭优惠办法.pdf" in writer.main.inner_text()
    writer.show("hearing-material-desk")

    stranger = arrive(PHONE)
    stranger.go("/hearings")
    stranger.follow("调整管道燃气销售价格听证会")
    for title in ("定价方案和成本监审报告", "低保家庭优惠办法"):
        stranger.main.locator("summary", has_text=title).click()
    stranger.show("hearing-materials")
    for name, start in (("成本监审附表.xlsx", b"PK"), ("低保家庭优惠办法.pdf", b"%PDF")):
        path = stranger.main.get_by_role("link", name=name).get_attribute("href")
        answer = stranger.page.request.get(path)
        assert answer.ok and answer.body().startswith(start)
