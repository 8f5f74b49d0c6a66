"""What people are told outside the house, and what they want of it."""

from playwright.sync_api import expect


def test_a_person_says_what_they_want_and_a_mistake_is_explained(member):
    citizen = member("zhangwei")
    citizen.go("/my/message-preferences")
    citizen.page.get_by_label("从", exact=True).fill("25:00")
    citizen.press("保存")
    expect(citizen.main).to_contain_text("时间请写成 22:00 的样子。")
    citizen.show("message-preferences-mistake")
    citizen.page.get_by_label("从", exact=True).fill("21:30")
    citizen.press("保存")
    expect(citizen.main).to_contain_text("已保存")
    expect(citizen.page.get_by_label("从", exact=True)).to_have_value("21:30")
    # What the law demands to be told has no box for SMS.
    expect(citizen.page.locator("fieldset", has_text="依法告知和送达").get_by_label("短信")).to_have_count(0)


def test_a_template_is_previewed_before_it_is_published(member):
    sysadmin = member("sysadmin")
    sysadmin.go("/desk/message-templates/case.inspection")
    box = sysadmin.page.get_by_label("短信", exact=True)
    box.fill("((姓名))，请等候核查")
    sysadmin.press("预览")
    expect(sysadmin.main).to_contain_text("没有「姓名」这个占位符")
    sysadmin.page.get_by_label("短信", exact=True).fill("((部门))将到现场核查，请保持电话畅通。")
    sysadmin.press("预览")
    expect(sysadmin.main).to_contain_text("区市场监管局将到现场核查，请保持电话畅通。")
    sysadmin.press("公布")
    expect(sysadmin.main).to_contain_text("第 1 版")
    sysadmin.show("message-template-published")
    sysadmin.press("恢复随程序交付的文字")


def test_the_course_of_a_message_shows_no_words_on_the_desk(member):
    citizen, sysadmin = member("chenjing"), member("sysadmin")
    # A code goes out at any hour: what else there is waits for the end of the night.
    citizen.go("/my/message-preferences")
    citizen.main.locator("input[name=address]").fill("chenjing@example.com")
    citizen.press("发送验证码")
    first = sysadmin.main.locator("tbody a").first
    for _ in range(30):
        sysadmin.go("/desk/messages?state=delivered")
        if first.count():
            break
        sysadmin.page.wait_for_timeout(1_000)
    first.click()
    expect(sysadmin.main).to_contain_text("通道已接收")
    sysadmin.show("message-delivery")


def test_a_visit_is_rated_once_by_its_code(member, arrive):
    clerk = member("clerk")
    clerk.go("/desk/visit-codes")
    clerk.page.get_by_label("窗口", exact=True).check()
    clerk.press("发评价码")
    code = clerk.main.locator(".notice .code").inner_text().rsplit("/", 1)[1]
    visitor = arrive()
    visitor.go("/rate")
    visitor.page.get_by_label("评价码").fill(code.lower())
    visitor.press("下一步")
    visitor.press("提交评价")
    expect(visitor.main).to_contain_text("中选择一项")
    visitor.show("rate-mistake")
    visitor.page.get_by_label("非常不满意").check()
    visitor.page.get_by_label("办理时间长").check()
    visitor.press("提交评价")
    expect(visitor.main).to_contain_text("已收到您的评价")
    visitor.go(f"/rate/{code}")
    expect(visitor.page.get_by_role("button", name="提交评价")).to_have_count(0)
