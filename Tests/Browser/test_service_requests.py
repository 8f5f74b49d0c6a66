"""What people say to the government: 张伟 says it, the hotline hands it on, the bureau answers, everybody reads it."""

import random
import re

from playwright.sync_api import expect


def test_a_ticket_from_the_first_word_to_the_second_answer(member, arrive):
    zhangwei = member("zhangwei")
    number = zhangwei_says(zhangwei, "和平路井盖松动", "和平路口的井盖一踩就响，怕掉下去。", "roads")
    hotline = member("hotline")
    hotline.go("/desk/service-requests")
    hotline.show("requests-desk")
    hotline.go(f"/desk/service-requests/{number}")
    expect(hotline.main).to_contain_text("按规则由城市管理和综合执法局负责")
    hotline.show("requests-dispatch")
    hotline.main.get_by_role("button", name="交办", exact=True).click()
    expect(hotline.main).to_contain_text("肇庆市端州区城市管理和综合执法局")
    officer = member("officer-cgj")
    officer.open(number)
    officer.finish("签收办理")
    officer.go(f"/desk/service-requests/{number}")
    officer.page.locator("#f-words").fill("已更换井盖并加装防坠网。")
    officer.page.locator("#f-public_answer").fill("已更换，联系人 13800001111。")
    officer.press("送审")
    expect(officer.main.get_by_role("alert")).to_contain_text("公开的文字里有手机号码，请删去。")
    officer.show("requests-answer-refused")
    officer.page.locator("#f-public_answer").fill("已更换井盖并加装防坠网。")
    officer.press("送审")
    hotline.open(number)
    hotline.finish("审核通过")
    zhangwei.go(f"/my/service-requests/{number}")
    expect(zhangwei.main).to_contain_text("已更换井盖并加装防坠网。")
    zhangwei.show("requests-answered")
    zhangwei.main.get_by_label("没有解决").check()
    zhangwei.main.locator("[name=grade][value='2']").check()
    zhangwei.press("提交评价")
    expect(zhangwei.main).to_contain_text("您表示问题没有解决")
    zhangwei.page.locator("#f-reason").fill("井盖还是响。")
    zhangwei.press("要求重办")
    expect(zhangwei.main).to_contain_text("正在登记")
    stranger = arrive(390)
    stranger.go("/requests?category=roads")
    stranger.show("requests-register")
    stranger.main.get_by_role("link", name="和平路井盖松动").click()
    expect(stranger.main).to_contain_text("反映人表示没有解决")
    expect(stranger.main).not_to_contain_text("张伟")


def test_several_organs_work_on_one_ticket_and_one_answers(member):
    zhangwei = member("zhangwei")
    number = zhangwei_says(zhangwei, "星湖大道路灯和斑马线", "路灯不亮，斑马线也看不清，晚上过马路很危险。", "roads")
    hotline = member("hotline")
    hotline.go(f"/desk/service-requests/{number}")
    hotline.main.get_by_text("请其他单位会办").click()
    hotline.main.locator("[name=assisting][value=jtj]").check()
    hotline.main.locator("[name=assisting][value=zjj]").check()
    hotline.main.get_by_role("button", name="交办", exact=True).click()
    expect(hotline.main.get_by_role("alert")).to_contain_text("请写明要会办单位回答什么。")
    hotline.show("requests-assistance-refused")
    hotline.page.locator("#f-question").fill("斑马线由谁补划？什么时候补划？")
    hotline.main.get_by_role("button", name="交办", exact=True).click()
    expect(hotline.main).to_contain_text("等待意见")
    helper = member("officer-jtj")
    helper.open_from_desk(number)
    helper.show("requests-assistance-case")
    helper.main.get_by_role("link", name="诉求内容、交办、会办、答复").click()
    expect(helper.main).to_contain_text("斑马线由谁补划？什么时候补划？")
    helper.press("提出意见")
    expect(helper.main.get_by_role("alert")).to_contain_text("请写明会办意见。")
    helper.show("requests-opinion")
    helper.page.locator("#f-opinion").fill("斑马线由我局补划，本周五以前完成。")
    helper.press("提出意见")
    expect(helper.main).to_contain_text("已经提出")
    officer = member("officer-cgj")
    officer.open(number)
    officer.finish("签收办理")
    officer.go(f"/desk/service-requests/{number}")
    expect(officer.main).to_contain_text("斑马线由我局补划，本周五以前完成。")
    expect(officer.main).to_contain_text("还有 1 个单位没有提出意见")
    officer.show("requests-assistance")
    officer.page.locator("#f-words").fill("路灯已修复；斑马线本周五以前补划。")
    officer.page.locator("#f-public_answer").fill("路灯已修复；斑马线本周五以前补划。")
    officer.press("送审")
    hotline.open(number)
    hotline.finish("审核通过")
    hotline.go(f"/desk/service-requests/{number}")
    expect(hotline.main).to_contain_text("答复时还没有提出")
    zhangwei.go(f"/my/service-requests/{number}")
    expect(zhangwei.main).to_contain_text("路灯已修复；斑马线本周五以前补划。")
    expect(zhangwei.main).not_to_contain_text("会办")


def test_what_cannot_wait_stands_first(member):
    hotline = member("hotline")
    hotline.go("/desk/service-requests-intake")
    hotline.page.locator("#f-name").fill("何阿姨")
    hotline.page.locator("#f-phone").fill("0758-2222222")
    fill_first(hotline, "电线掉在人行道上", f"电线冒火花（{random.randrange(10**6)} 号杆）。", "roads")
    hotline.main.locator("[name=kind][value=help]").check()
    hotline.main.locator("[name=urgent][value=yes]").check()
    hotline.press("登记")
    zhangwei_says(member("zhangwei"), "公园长椅坏了", "长椅断了一条腿。", "roads")
    hotline.go("/desk/service-requests")
    first = hotline.main.locator("tbody tr").first
    expect(first).to_contain_text("电线掉在人行道上")
    expect(first).to_contain_text("紧急")
    hotline.show("requests-urgent-first")


def test_one_who_has_the_same_to_say_joins(member):
    zhangwei = member("zhangwei")
    zhangwei_says(zhangwei, "体育路树枝挡住信号灯", "体育路口的树枝挡住信号灯，看不见。", "roads")
    chenjing = member("chenjing")
    begin(chenjing, "体育路的树枝挡住了信号灯", "看不见红绿灯。", "roads")
    expect(chenjing.main).to_contain_text("先看看是不是同一件事")
    chenjing.show("requests-alike")
    chenjing.main.get_by_role("button", name="加入这一件").first.click()
    expect(chenjing.main).to_contain_text("已经加入")


def test_a_stranger_reports_a_danger_without_a_name(visitor):
    begin(visitor, "消防通道被杂物堵塞", "三楼的消防通道堆满纸箱。", "safety")
    visitor.show("requests-details")
    visitor.main.locator("[name=kind][value=report]").check()
    visitor.press("提交")
    expect(visitor.main).to_contain_text("查询码")
    visitor.show("requests-receipt")


def test_a_protected_name_is_opened_only_where_it_came_in(member):
    zhangwei = member("zhangwei")
    begin(zhangwei, "窗口人员收受好处", "某月某日有人在窗口收受好处。", "conduct")
    expect(zhangwei.main).to_contain_text("您的身份受到保护")
    zhangwei.main.locator("[name=kind][value=report]").check()
    zhangwei.page.locator("#f-against").select_option("zrzy")
    zhangwei.press("提交")
    number = re.search(r"\d{21}", zhangwei.page.url).group()
    officer = member("officer-xfj")
    officer.go(f"/desk/service-requests/{number}")
    expect(officer.main).to_contain_text("（身份受保护）")
    expect(officer.main).not_to_contain_text("张伟")
    officer.page.locator("#f-reason").fill("核实奖励发放对象")
    officer.press("查看身份")
    expect(officer.main).to_contain_text("反映人：张伟")
    officer.show("requests-identity")
    assert member("officer-zrzy").go(f"/desk/service-requests/{number}") == 404


def test_the_hotline_enters_a_call(member):
    hotline = member("hotline")
    hotline.go("/desk/service-requests-intake")
    hotline.show("requests-intake")
    hotline.press("登记")
    expect(hotline.main.get_by_role("alert")).to_contain_text("请填写反映人的姓名")
    hotline.page.locator("#f-name").fill("何阿姨")
    hotline.page.locator("#f-phone").fill("0758-2222222")
    fill_first(hotline, "小区门口垃圾没有清运", "垃圾堆了两天。", "sanitation")
    hotline.main.locator("[name=kind][value=complaint]").check()
    hotline.press("登记")
    expect(hotline.main).to_contain_text("何阿姨")


def fill_first(visitor, title, content, category):
    visitor.page.locator("#f-category").select_option(category)
    visitor.page.locator("#f-title").fill(title)
    visitor.page.locator("#f-content").fill(content)
    visitor.page.locator("#f-division").select_option("441202001")


def begin(visitor, title, content, category):
    assert visitor.go("/requests/form") == 200
    fill_first(visitor, title, content, category)
    visitor.press("下一步")


def zhangwei_says(zhangwei, title, content, category) -> str:
    content += f"（{random.randrange(10**6)} 号杆旁）"
    assert zhangwei.go("/requests/form") == 200
    zhangwei.show("requests-form")
    begin(zhangwei, title, content, category)
    zhangwei.main.locator("[name=kind][value=help]").check()
    zhangwei.press("提交")
    expect(zhangwei.main).to_contain_text("正在登记")
    zhangwei.show("requests-progress")
    return re.search(r"\d{21}", zhangwei.page.url).group()
