"""Posts: asked for by one administrator, decided by another; a deputy for somebody who is away."""

from playwright.sync_api import expect

from visitor import day


def find(visitor, name: str) -> None:
    visitor.go("/desk/accounts")
    visitor.main.get_by_label("姓名或账号").fill(name)
    visitor.press("查找")


def test_two_administrators_give_and_take_a_post(member):
    sysadmin, secadmin = member("sysadmin"), member("secadmin")
    find(sysadmin, "周强")
    sysadmin.show("accounts")
    sysadmin.follow("周强")
    sysadmin.press("提出")
    expect(sysadmin.main.get_by_text("请选择岗位。").first).to_be_visible()
    sysadmin.show("account-errors")
    sysadmin.answer("部门", "市场监督管理局")
    sysadmin.answer("岗位", "部门负责人")
    sysadmin.main.get_by_label("截止日期").fill(day(30))
    sysadmin.main.locator("form.form input[name=reason]").last.fill("端市监〔2026〕12号")
    sysadmin.press("提出")
    expect(sysadmin.main.get_by_text("已提出，等待安全管理员审定")).to_be_visible()
    sysadmin.show("account")

    secadmin.go("/desk/post-changes")
    secadmin.show("post-changes")
    secadmin.press("同意并执行")
    expect(secadmin.main.get_by_text("已执行").first).to_be_visible()

    find(sysadmin, "周强")
    expect(sysadmin.main.get_by_text("部门负责人").first).to_be_visible()
    sysadmin.follow("周强")
    row = sysadmin.main.get_by_role("row").filter(has_text="部门负责人").first
    row.get_by_text("提出收回").first.click()
    row.get_by_label("原因").fill("任期调整")
    row.get_by_role("button", name="提出收回").click()
    secadmin.go("/desk/post-changes")
    secadmin.main.get_by_text("不同意", exact=True).first.click()
    secadmin.main.get_by_label("不同意的原因").fill("先交接")
    secadmin.press("不同意")
    expect(secadmin.main.get_by_text("先交接")).to_be_visible()
    secadmin.show("account-of-a-head")
    # And away with it, for those who come after.
    find(sysadmin, "周强")
    sysadmin.follow("周强")
    row = sysadmin.main.get_by_role("row").filter(has_text="部门负责人").first
    row.get_by_text("提出收回").first.click()
    row.get_by_label("原因").fill("任期结束")
    row.get_by_role("button", name="提出收回").click()
    secadmin.go("/desk/post-changes")
    secadmin.press("同意并执行")


def test_an_office_is_opened_renamed_and_closed(member):
    sysadmin = member("sysadmin")
    sysadmin.go("/desk/offices?organ=wsjk")
    sysadmin.show("offices-empty")
    sysadmin.press("设立")
    expect(sysadmin.main.get_by_text("请写明科室的名称。").first).to_be_visible()
    sysadmin.show("offices-errors")
    sysadmin.main.get_by_label("科室名称").fill("医政医管科")
    sysadmin.press("设立")
    sysadmin.follow("医政医管科")
    sysadmin.main.get_by_label("新名称").fill("医政科")
    sysadmin.press("更名")
    expect(sysadmin.main.get_by_role("heading", level=1)).to_have_text("医政科")
    # A name of less than a day was nobody's.
    expect(sysadmin.main.get_by_text("曾用名称")).to_have_count(0)
    sysadmin.show("office-renamed")
    sysadmin.press("撤销")
    expect(sysadmin.main.get_by_role("button", name="撤销")).to_have_count(0)
    sysadmin.go("/desk/offices/scjg-1")
    sysadmin.press("撤销")
    expect(sysadmin.main.get_by_text("请选由哪个科室接收")).to_be_visible()
    sysadmin.show("office-refused")


def test_a_head_lends_her_post_while_she_is_away(member):
    head, officer = member("head-zjj"), member("officer-zjj")
    head.go("/desk/deputies")
    head.show("deputies-empty")
    head.press("安排代理")
    expect(head.main.get_by_text("请选择人员。").first).to_be_visible()
    head.answer("代理人", "潘晓燕")
    head.main.get_by_label("开始日期").fill(day(0))
    head.main.get_by_label("截止日期").fill(day(5))
    head.main.get_by_label("原因").fill("参加培训")
    head.press("安排代理")
    expect(head.main.get_by_text("代理中")).to_be_visible()
    head.show("deputies")
    officer.go("/desk/rights")
    expect(officer.main.get_by_text("因为任").first).to_be_visible()
    officer.show("rights")
    officer.go("/desk/deputies")
    officer.press("提前结束")
    expect(officer.main.get_by_text("已提前结束")).to_be_visible()
