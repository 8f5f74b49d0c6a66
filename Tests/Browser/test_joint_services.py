"""A joint service changed on the desk by two people, and its guide as everybody sees it."""

from playwright.sync_api import expect

from visitor import day

COMPANY = "/desk/joint-services/qykb"


def test_a_joint_service_is_designed_by_two_people(member):
    officer, head = member("officer-scjg"), member("head-scjg")
    officer.go("/desk/joint-services")
    officer.show("joint-services")
    officer.follow("企业开办一件事")
    officer.show("joint-service")
    officer.press("修改这件事")
    expect(officer.main).to_contain_text("申请人少答")
    officer.main.locator("#questions summary", has_text="手工合并两个问题").click()
    officer.show("joint-design")

    officer.main.locator("[name=promise]").fill("1")
    officer.main.locator("#promise").get_by_role("button", name="保存").click()
    expect(officer.main).to_contain_text("最长的一条路是公司设立登记（1 个工作日）")
    officer.show("joint-promise-error")
    officer.main.locator("[name=promise]").fill("3")
    officer.main.locator("#promise").get_by_role("button", name="保存").click()
    expect(officer.main.locator("#promise")).to_contain_text("3 个工作日")

    # Invoices wait for the seals as well, and then the way is longer by a day.
    item = officer.main.locator("#item-invoice-application")
    item.locator("summary").click()
    item.get_by_label("公章刻制备案").check()
    officer.show("joint-order")
    item.get_by_role("button", name="保存顺序").click()
    expect(officer.main.locator("#item-invoice-application")).to_contain_text("“公章刻制备案”获准")

    # A circle is refused in words.
    first = officer.main.locator("#item-company-registration")
    first.locator("summary").click()
    first.get_by_label("发票申领（新办企业）").check()
    first.get_by_role("button", name="保存顺序").click()
    expect(officer.main).to_contain_text("前后顺序绕成了一圈")
    officer.go(COMPANY)
    officer.main.locator("#order summary", has_text="看流程图").click()
    officer.show("joint-drawing")

    officer.follow("填写说明、提交审核")
    officer.main.get_by_label("生效日期").fill(day())
    officer.press("提交审核")
    expect(officer.main.get_by_text("等待另一人审核")).to_be_visible()
    head.go(officer.page.url)
    head.press("审核通过")
    expect(head.main.get_by_text("已公布为第 2 版")).to_be_visible()

    head.go("/services/qykb")
    expect(head.main).to_contain_text("依次办 4 件事")
    head.show("joint-guide")


def test_a_new_joint_service_begins_with_two_items(member):
    officer = member("officer-scjg")
    officer.go("/desk/joint-services")
    officer.follow("新建一件事")
    officer.press("开始设计")
    expect(officer.main).to_contain_text("请写明名称。")
    officer.show("joint-new-errors")
    officer.answer("名称", "开办小超市一件事")
    officer.answer("代号", "kbxcs")
    officer.answer("牵头事项", "食品经营许可")
    officer.answer("另一个事项", "公众聚集场所投入使用、营业前消防安全检查")
    officer.press("开始设计")
    expect(officer.main).to_contain_text("检查通过")
    expect(officer.main).to_contain_text("2 个事项同时办理，谁也不等谁")
    officer.follow("填写说明、提交审核")
    officer.press("撤回这份草稿")
