"""A clerk files for the person at the counter, who has to say yes to it first."""

import re

from playwright.sync_api import expect

from answers import answer_all

PROMISE = "以上内容和材料真实、有效；如有虚假，愿意承担相应的法律责任"


def test_nothing_is_filed_for_somebody_before_they_have_said_yes(member):
    clerk = member("clerk")
    begin(clerk)
    expect(clerk.main.get_by_role("button", name="提交申请", exact=True)).to_have_count(0)
    clerk.press("记录当面确认")
    expect(clerk.main.get_by_role("alert")).to_contain_text("请选择核对了什么，并请申请人看过全部内容")
    clerk.show("counter-confirmation-missing")
    clerk.answer("当面确认", "当面确认，窗口人员登记：已用读卡器核对本人身份证")
    clerk.press("记录当面确认")
    expect(clerk.main).to_contain_text("申请人已确认")
    clerk.show("counter-confirmed")
    number = hand_in(clerk)
    expect(clerk.main).to_contain_text("已用读卡器核对本人身份证")
    clerk.show("counter-receipt")
    clerk.go(f"/desk/cases/{number}")
    expect(clerk.main).to_contain_text("申请人确认由窗口代为提交：当面确认，窗口人员登记：已用读卡器核对本人身份证。")
    clerk.show("counter-case")


def test_the_yes_comes_by_a_code_to_their_own_account(member):
    clerk, zhangwei = member("clerk"), member("zhangwei")
    begin(clerk)
    clerk.press("发送确认码")
    expect(clerk.main).to_contain_text("确认码已发送，请申请人看手机。")
    clerk.show("counter-code")
    zhangwei.go("/my/messages")
    code = re.search(r"确认码 (\d{6})", zhangwei.main.inner_text()).group(1)
    clerk.answer("申请人收到的确认码", "999999" if code != "999999" else "888888")
    clerk.press("核对确认码")
    expect(clerk.main.get_by_role("alert")).to_contain_text("确认码不对，请申请人再看一遍。")
    clerk.answer("申请人收到的确认码", code)
    clerk.press("核对确认码")
    hand_in(clerk)
    expect(clerk.main).to_contain_text("用发给本人的确认码确认")


def begin(clerk):
    """Everything is answered for 张伟, and stands on the last page."""
    clerk.go("/desk/counter")
    clerk.answer("申请人的身份证号码或者统一社会信用代码", "441299199003071231")
    clerk.press("查询")
    clerk.main.get_by_label("搜索事项").fill("社会保险登记")
    clerk.press("搜索")
    clerk.main.get_by_role("button", name="开始填写").first.click()
    expect(clerk.page).to_have_url(re.compile("/applications/"))
    answer_all(clerk)


def hand_in(clerk):
    """Hands in and returns the number."""
    clerk.answer("真实性承诺", PROMISE)
    clerk.press("提交申请")
    expect(clerk.page).to_have_url(re.compile(r"/cases/\d{21}/receipt$"))
    return clerk.page.url.split("/")[-2]
